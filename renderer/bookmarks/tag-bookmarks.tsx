import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { Icon } from '../components/icon.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { TagField } from '../evidence/tag-field.tsx';
import tags from '../evidence/tags.module.css';
import { MOST_KNOWN } from '../evidence/tag-choices.ts';
import { useTags } from '../evidence/use-evidence.ts';
import { useBookmarksView } from '../state/bookmarks-view.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { tagMany } from './bookmark-actions.ts';
import styles from './dialogs.module.css';

function without(titles: readonly string[], title: string): readonly string[] {
  return titles.filter((one) => one !== title);
}

/** The tags that some of the bookmarks have, with how many do. */
function useHeld(articleIds: readonly ArticleId[]): readonly (ArticleTag & { readonly count: number })[] {
  const byId = useBookmarksView((state) => state.byId);
  const held = new Map<number, ArticleTag & { readonly count: number }>();
  for (const id of articleIds) {
    for (const tag of byId.get(id)?.tags ?? []) held.set(tag.id, { ...tag, count: (held.get(tag.id)?.count ?? 0) + 1 });
  }
  return [...held.values()].toSorted((one, other) => other.count - one.count);
}

/** Adds tags to many bookmarks, and takes off what they have. */
export function TagBookmarks({ articleIds }: { readonly articleIds: readonly ArticleId[] }) {
  const { t } = useWords();
  const task = useTask();
  const held = useHeld(articleIds);
  const [add, setAdd] = useState<readonly string[]>([]);
  const [remove, setRemove] = useState<readonly string[]>([]);
  const all = articleIds.length;
  const escRef = useRef(false);
  const fieldRef = useRef<HTMLDivElement>(null);
  // A dialog gives the keys to its first control, which here takes a tag away.
  useEffect(() => fieldRef.current?.querySelector('input')?.focus(), []);
  // The known ones, and the one that is typed.
  const choices = Math.min(MOST_KNOWN, useTags().data?.length ?? 0) + 1;
  const nothing = add.length === 0 && remove.length === 0;
  const submit = () => {
    if (!nothing) task.run(() => tagMany({ articleIds, add, remove }), closeDialog);
  };
  return (
    <TaskDialog title={t('bookmarks.tagTitle', { count: all })} submitLabel={t('bookmarks.applyTags')} task={task} disabled={nothing} onSubmit={submit} onClose={closeDialog}>
      {held.length > 0 ? (
        <div className={styles.held}>
          <p className={styles.hint}>{t('bookmarks.heldTags')}</p>
          <div className={tags.line}>
            {held.map(({ id, title, count }) => {
              const goes = remove.includes(title);
              return (
                <button key={id} type="button" className={goes ? `${styles.tag} ${styles.goes}` : styles.tag} aria-pressed={goes} aria-label={t('evidence.takeTag', { tag: title })} onClick={() => setRemove(goes ? without(remove, title) : [...remove, title])}>
                  <span dir="auto">{title}</span>
                  <span className={styles.count}>{t('bookmarks.ofMarked', { count, all })}</span>
                  <Icon name={goes ? 'plus' : 'close'} size={10} />
                </button>
              );
            })}
          </div>
        </div>
      ) : null}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears which key closes the field inside */}
      <div
        ref={fieldRef}
        className={styles.field}
        style={{ '--choices': choices } as CSSProperties}
        onKeyDownCapture={(event) => {
          escRef.current = event.key === 'Escape';
        }}
      >
        <div className={tags.line}>
          {add.map((title) => (
            <span key={title} className={tags.chip}>
              <span dir="auto">{title}</span>
              <button type="button" className={tags.take} aria-label={t('evidence.takeTag', { tag: title })} onClick={() => setAdd(without(add, title))}>
                <Icon name="close" size={10} />
              </button>
            </span>
          ))}
          <TagField
            has={[...add.map((title) => ({ id: 0, title })), ...held.filter(({ count }) => count === all)]}
            onAdd={(title) => setAdd([...without(add, title), title])}
            onTakeLast={() => setAdd(add.slice(0, -1))}
            onClose={(byKey) => {
              // Enter in the empty field does the primary thing, Esc closes.
              if (byKey && escRef.current) closeDialog();
              else if (byKey) submit();
            }}
          />
        </div>
      </div>
    </TaskDialog>
  );
}

import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { KeyBadge } from '../components/key-badge.tsx';
import { focusPane } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import { addTag, takeTag } from './evidence-actions.ts';
import { edit } from './evidence-state.ts';
import { TagChip } from './tag-chip.tsx';
import { TagField } from './tag-field.tsx';
import styles from './tags.module.css';

export interface TagsLineProps {
  readonly articleId: ArticleId;
  readonly tags: readonly ArticleTag[];
  readonly isEditing: boolean;
}

/** The tags of an article, each with a way to take it, and the way to add one. */
export function TagsLine({ articleId, tags, isEditing }: TagsLineProps) {
  const { t } = useWords();
  const last = tags.at(-1);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is no line
    <div className={styles.line} role="group" aria-label={t('evidence.tags')}>
      {tags.map(({ id, title }) => (
        <TagChip key={id} title={title} onTake={() => void takeTag(articleId, title)} />
      ))}
      {isEditing ? (
        <TagField
          has={tags}
          onAdd={(title) => void addTag(articleId, title)}
          onTakeLast={() => {
            if (last) void takeTag(articleId, last.title);
          }}
          onClose={(refocus) => {
            edit(articleId, null);
            if (refocus) focusPane('article');
          }}
        />
      ) : (
        <button type="button" className={styles.add} onClick={() => edit(articleId, { kind: 'tags' })}>
          {t('evidence.addTag')}
          <KeyBadge usual="T" className={styles.key} />
        </button>
      )}
    </div>
  );
}

import { useState } from 'react';
import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import { Select } from '../components/select.tsx';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { useTags } from '../evidence/use-evidence.ts';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { renameTag } from './bookmark-actions.ts';
import styles from './dialogs.module.css';

/** Asks which other tag a tag becomes. */
export function MergeTag({ tag }: { readonly tag: ArticleTag }) {
  const { t } = useWords();
  const task = useTask();
  const { data: tags } = useTags();
  const others = (tags ?? []).filter(({ id }) => id !== tag.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const into = others.find(({ id }) => String(id) === chosen) ?? others[0];
  return (
    <TaskDialog
      title={t('bookmarks.mergeTagTitle', { tag: tag.title })}
      submitLabel={t('bookmarks.merge')}
      task={task}
      disabled={!into}
      onSubmit={() => (into ? task.run(() => renameTag(tag, into.title), closeDialog) : undefined)}
      onClose={closeDialog}
    >
      {into ? (
        <Select label={t('bookmarks.mergeInto')} size="large" value={String(into.id)} options={others.map(({ id, title }) => ({ value: String(id), label: title }))} onChange={setChosen} />
      ) : null}
      <p className={styles.hint}>{into ? t('bookmarks.mergeTagHint', { tag: tag.title, other: into.title }) : t('bookmarks.noOtherTag')}</p>
    </TaskDialog>
  );
}

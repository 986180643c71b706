import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import { useTask } from '../components/use-task.ts';
import { NameDialog } from '../manage/name-dialog.tsx';
import { closeDialog } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { renameTag } from './bookmark-actions.ts';

/** Asks for another title of a tag. */
export function RenameTag({ tag }: { readonly tag: ArticleTag }) {
  const { t } = useWords();
  const task = useTask();
  return (
    <NameDialog
      title={t('bookmarks.renameTagTitle', { tag: tag.title })}
      label={t('bookmarks.tagName')}
      initial={tag.title}
      hint={t('bookmarks.renameTagHint')}
      submitLabel={t('manage.rename')}
      emptyWords={t('manage.nameEmpty')}
      task={task}
      onSubmit={(title) => task.run(() => renameTag(tag, title), closeDialog)}
      onClose={closeDialog}
    />
  );
}

import type { Folder } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { NameDialog } from './name-dialog.tsx';

export function RenameFolder({ folder }: { readonly folder: Folder }) {
  const { t } = useWords();
  const task = useTask();
  const submit = (title: string) => {
    task.run(
      () => call('renameFolder', { folderId: folder.id, title }),
      closeDialog,
      (answer) => {
        showToast({
          text: () => wordsNow().t('manage.renamed', { title: answer.folder.title }),
          undo: async () => {
            await call('renameFolder', { folderId: folder.id, title: folder.title });
          },
        });
      },
    );
  };
  return (
    <NameDialog
      title={t('manage.renameFolderTitle')}
      label={t('manage.newFolderLabel')}
      initial={folder.title}
      submitLabel={t('manage.rename')}
      emptyWords={t('manage.nameEmpty')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
    />
  );
}

import type { Folder, FolderId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { NameDialog } from './name-dialog.tsx';

export function NewFolder({ parentId, folders }: { readonly parentId: FolderId | null; readonly folders: readonly Folder[] }) {
  const { t } = useWords();
  const task = useTask();
  const parent = folders.find(({ id }) => id === parentId);
  const submit = (title: string) => {
    task.run(
      () => call('createFolder', { title, parentId }),
      closeDialog,
      ({ folder }) => {
        // A folder of this name there already is answered with, not made.
        const isNew = !folders.some(({ id }) => id === folder.id);
        const undo = async () => {
          await call('deleteFolder', { folderId: folder.id });
        };
        showToast({ text: () => wordsNow().t('manage.created', { title: folder.title }), undo: isNew ? undo : undefined });
      },
    );
  };
  return (
    <NameDialog
      title={t('manage.newFolderTitle')}
      label={t('manage.newFolderLabel')}
      initial=""
      hint={parent ? t('manage.newFolderIn', { folder: parent.title }) : undefined}
      submitLabel={t('manage.create')}
      emptyWords={t('manage.nameEmpty')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
    />
  );
}

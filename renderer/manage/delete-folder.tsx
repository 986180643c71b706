import type { Feed, Folder } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { openScope } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { closeDialog, showToast, useUi } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { rebuildFolder } from './rebuild-folder.ts';
import styles from './manage.module.css';

/** Lets a folder go; what is in it moves up. */
export function DeleteFolder({ folder, feeds, folders }: { readonly folder: Folder; readonly feeds: readonly Feed[]; readonly folders: readonly Folder[] }) {
  const { t } = useWords();
  const task = useTask();
  const submit = () => {
    task.run(
      () => call('deleteFolder', { folderId: folder.id }),
      closeDialog,
      () => {
        const { scope } = useUi.getState();
        if (scope.kind === 'folder' && scope.id === folder.id) openScope({ kind: 'unread' }).catch(showFailure);
        showToast({ text: () => wordsNow().t('manage.deleted', { folder: folder.title }), undo: () => rebuildFolder(folder, { feeds, folders }) });
      },
    );
  };
  return (
    <TaskDialog
      title={t('manage.deleteFolderTitle', { folder: folder.title })}
      submitLabel={t('manage.deleteFolder')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      danger
    >
      <p className={styles.text}>{t('manage.deleteFolderText')}</p>
    </TaskDialog>
  );
}

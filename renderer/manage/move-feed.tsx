import { useState } from 'react';
import type { Feed, Folder } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { FolderPicker } from './folder-picker.tsx';
import { folderValue } from './folder-options.ts';
import { pickedFolder } from './picked-folder.ts';
import type { FolderChoice } from './picked-folder.ts';

export function MoveFeed({ feed, folders }: { readonly feed: Feed; readonly folders: readonly Folder[] }) {
  const { t } = useWords();
  const task = useTask();
  const [choice, setChoice] = useState<FolderChoice>({ value: folderValue(feed.folderId), newTitle: null });

  const submit = () => {
    task.run(
      async () => {
        const folderId = await pickedFolder(choice, setChoice);
        const { feed: moved } = await call('moveFeed', { feedId: feed.id, folderId });
        return moved.folderId;
      },
      (folderId) => {
        const folder = choice.newTitle ?? folders.find(({ id }) => id === folderId)?.title;
        closeDialog();
        showToast({
          text: folder === undefined ? t('manage.movedOut', { source: feed.title }) : t('manage.moved', { source: feed.title, folder }),
          undo: async () => {
            await call('moveFeed', { feedId: feed.id, folderId: feed.folderId });
          },
        });
      },
    );
  };
  return (
    <Dialog
      title={t('manage.moveTitle', { source: feed.title })}
      onClose={closeDialog}
      onSubmit={submit}
      actions={
        <>
          <Button size="large" onClick={closeDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={task.busy || choice.newTitle?.trim() === ''}>
            {t('manage.move')}
          </Button>
        </>
      }
    >
      <FolderPicker label={t('manage.moveLabel')} folders={folders} choice={choice} onChange={setChoice} />
      {task.error ? <ErrorNote error={task.error} /> : null}
    </Dialog>
  );
}

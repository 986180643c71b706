import { useState } from 'react';
import type { Feed, Folder } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { TaskDialog } from '../components/task-dialog.tsx';
import { useTask } from '../components/use-task.ts';
import { inTurn } from '../state/in-turn.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
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
        return await inTurn(`feed:${feed.id}`, async () => {
          // The window may not know yet where an earlier move put it.
          const { feeds: [before] } = await call('listFeeds', { feedIds: [feed.id] });
          const { feed: moved } = await call('moveFeed', { feedId: feed.id, folderId });
          return { from: (before ?? feed).folderId, folderId: moved.folderId };
        });
      },
      closeDialog,
      ({ from, folderId }) => {
        const folder = choice.newTitle ?? folders.find(({ id }) => id === folderId)?.title;
        showToast({
          text: () => folder === undefined ? wordsNow().t('manage.movedOut', { source: feed.title }) : wordsNow().t('manage.moved', { source: feed.title, folder }),
          undo: async () => {
            await call('moveFeed', { feedId: feed.id, folderId: from });
          },
        });
      },
    );
  };
  return (
    <TaskDialog
      title={t('manage.moveTitle', { source: feed.title })}
      submitLabel={t('manage.move')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
      disabled={choice.newTitle?.trim() === ''}
    >
      <FolderPicker label={t('manage.moveLabel')} folders={folders} choice={choice} onChange={setChoice} />
    </TaskDialog>
  );
}

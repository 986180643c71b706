import type { Feed } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { NameDialog } from './name-dialog.tsx';

export function RenameFeed({ feed }: { readonly feed: Feed }) {
  const { t } = useWords();
  const task = useTask();
  const submit = (title: string) => {
    task.run(
      () => call('renameFeed', { feedId: feed.id, title }),
      closeDialog,
      (answer) => {
        showToast({
          text: () => wordsNow().t('manage.renamed', { title: answer.feed.title }),
          undo: async () => {
            await call('renameFeed', { feedId: feed.id, title: feed.title });
          },
        });
      },
    );
  };
  return (
    <NameDialog
      title={t('manage.renameFeedTitle')}
      label={t('manage.renameFeedLabel')}
      initial={feed.title}
      hint={t('manage.renameFeedHint')}
      submitLabel={t('manage.rename')}
      task={task}
      onSubmit={submit}
      onClose={closeDialog}
    />
  );
}

import type { Feed } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { useTask } from '../components/use-task.ts';
import { inTurn } from '../state/in-turn.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords, wordsNow } from '../words/use-words.ts';
import { NameDialog } from './name-dialog.tsx';

export function RenameFeed({ feed }: { readonly feed: Feed }) {
  const { t } = useWords();
  const task = useTask();
  const submit = (title: string) => {
    task.run(
      () =>
        inTurn(`feed:${feed.id}`, async () => {
          // The window may not know yet what it was called by an earlier change.
          const { feeds: [before] } = await call('listFeeds', { feedIds: [feed.id] });
          const { feed: renamed } = await call('renameFeed', { feedId: feed.id, title });
          return { before: (before ?? feed).title, now: renamed.title };
        }),
      closeDialog,
      ({ before, now }) => {
        showToast({
          text: () => wordsNow().t('manage.renamed', { title: now }),
          undo: async () => {
            await call('renameFeed', { feedId: feed.id, title: before });
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

import type { Feed, FeedId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { doing } from '../state/doing.ts';
import { showFailure } from '../state/show-failure.ts';
import { announce, showToast } from '../state/ui.ts';
import { localDay } from '../transfer/local-day.ts';
import { saveFile } from '../transfer/save-file.ts';
import { wordsNow } from '../words/use-words.ts';
import { failingTitle } from './state-words.ts';

/** Asks again at once for what an action has changed; the events that follow come later and rarely. */
async function showChange(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: queryKeys.feeds }), queryClient.invalidateQueries({ queryKey: queryKeys.sources }), queryClient.invalidateQueries({ queryKey: queryKeys.sourcesLog })]);
}

async function pause(feedId: FeedId, paused: boolean): Promise<void> {
  await call('pauseFeed', { feedId, paused });
  await showChange();
}

/** Pauses a source, or has it asked again from now on; can be undone. */
export async function setPaused({ id, title }: Feed, paused: boolean): Promise<void> {
  await doing(async () => {
    await pause(id, paused);
    return { said: () => wordsNow().t(paused ? 'sources.pausedOne' : 'sources.resumedOne', { title }), undo: () => pause(id, !paused) };
  });
}

/** Asks one source now, whatever its turn, and says what came of it. Resolves when it has answered. */
export async function tryAgain({ id, title }: Feed): Promise<void> {
  const { t } = wordsNow();
  try {
    const { failed, added, cancelled } = await call('refresh', { feedIds: [id] });
    await showChange();
    if (cancelled) return;
    const failure = failed.find(({ feedId }) => feedId === id);
    const answer = failure ? failingTitle(failure, wordsNow()) : added > 0 ? t('refresh.added', { count: added }) : t('sources.nothingNew');
    announce(t('sources.tried', { title, answer }));
  } catch (error) {
    showFailure(error);
  }
}

/** Asks a source at another address from now on. Rejects with a ReaderError where that does not answer with a feed. */
export async function moveAddress({ id, title }: Feed, url: string): Promise<void> {
  const { notice } = await call('setFeedAddress', { feedId: id, url });
  await showChange();
  const text = () => {
    const { t } = wordsNow();
    const done = t('sources.addressChanged', { title });
    return notice ? t('signIn.untilClosed', { done }) : done;
  };
  showToast({ text, final: true });
}

/** Saves the table as a file. */
export async function exportTable(sources: number): Promise<void> {
  try {
    const { csv } = await call('exportSources', {});
    const file = `monazite-sources-${localDay()}.csv`;
    saveFile(file, 'text/csv', csv);
    showToast({ text: () => wordsNow().t('transfer.exported', { count: sources, file }) });
  } catch (error) {
    showFailure(error);
  }
}

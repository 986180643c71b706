import type { Alert, AlertId } from '../../electron/contract/watch.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { doing } from '../state/doing.ts';
import { readBeside } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';

async function see(alertIds: readonly AlertId[] | 'all', seen: boolean): Promise<readonly AlertId[]> {
  const { changed } = await call('setAlertsSeen', { alertIds, seen });
  await queryClient.invalidateQueries({ queryKey: queryKeys.alerts });
  return changed;
}

/** Can be undone. */
export async function seeAll(): Promise<void> {
  await doing(async () => {
    const changed = await see('all', true);
    if (changed.length === 0) {
      showToast({ text: () => wordsNow().t('alerts.nothingNew') });
      return null;
    }
    return { said: () => wordsNow().t('alerts.seenDone', { count: changed.length }), undo: async () => void (await see(changed, false)) };
  });
}

/** Shows an article of an alert where it can be read: in the list of its watchlist, else among all; the alert counts as seen. */
export async function openAlert(alert: Alert, articleId: number | undefined = alert.articles[0]?.id): Promise<void> {
  if (articleId === undefined) return;
  const watch = alert.reasons.find(({ kind, id }) => kind === 'watch' && isThere(id));
  try {
    if (!alert.seen) await see([alert.id], true);
    await showArticle(articleId, watch?.id ?? null);
  } catch (error) {
    showFailure(error);
  }
}

function isThere(watchId: number): boolean {
  return queryClient.getQueryData<{ readonly watches: readonly { readonly id: number }[] }>(queryKeys.watches)?.watches.some(({ id }) => id === watchId) ?? false;
}

/** Shows an article beside the list of a watchlist, or of everything. */
export async function showArticle(articleId: number, watchId: number | null): Promise<void> {
  await readBeside(watchId === null ? { kind: 'all' } : { kind: 'watch', id: watchId }, articleId);
}

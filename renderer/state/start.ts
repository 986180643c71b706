import type { Place } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { openListing } from './listing.ts';
import { requestFor } from './request-for.ts';
import { useUi } from './ui.ts';

/**
 * Asks for everything that the first screen shows, at once, and opens the list where the reader was. Resolves with that
 * place as soon as the settings are known, without waiting for the list; with null where there is none or nobody answers.
 */
export async function start(): Promise<Place | null> {
  void queryClient.prefetchQuery({ queryKey: queryKeys.appInfo, queryFn: () => call('appInfo', {}) });
  void queryClient.prefetchQuery({ queryKey: queryKeys.feeds, queryFn: () => call('listFeeds', {}) });
  void queryClient.prefetchQuery({ queryKey: queryKeys.counts, queryFn: () => call('counts', {}) });
  const progress = queryClient.prefetchQuery({ queryKey: queryKeys.progress, queryFn: () => call('refreshProgress', {}) });
  let place: Place | null = null;
  try {
    const settings = await queryClient.fetchQuery({ queryKey: queryKeys.settings, queryFn: () => call('getSettings', {}) });
    place = settings.place;
  } catch {
    // The screen says it: its own question for the settings meets the same error.
  }
  const scope = place?.scope ?? { kind: 'today' };
  useUi.setState({ scope, articleId: place?.articleId ?? null });
  // The order of the list depends on whether we are offline.
  void progress.then(() => openListing(requestFor(scope), place?.listTopId ?? null));
  return place;
}

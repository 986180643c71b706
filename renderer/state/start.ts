import type { AnswerOf } from '../../electron/contract/api.ts';
import type { Place } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { openListing, useListing } from './listing.ts';
import { requestFor } from './request-for.ts';
import { resumeSearch } from './search-view.ts';
import { useUi } from './ui.ts';

type Question = 'appInfo' | 'listFeeds' | 'counts' | 'refreshProgress' | 'getSettings';

/** The answer, kept for the components that ask the same; null where it fails, which their own asking then says. */
async function ask<M extends Question>(queryKey: readonly string[], method: M): Promise<AnswerOf<M> | null> {
  try {
    return await queryClient.query({ queryKey, queryFn: () => call(method, {}) });
  } catch {
    return null;
  }
}

/**
 * Asks for everything that the first screen shows, at once, and opens the list where the reader was. Resolves with that
 * place as soon as the settings are known, without waiting for the list; with null where there is none or nobody answers.
 */
export async function start(): Promise<Place | null> {
  void ask(queryKeys.appInfo, 'appInfo');
  void ask(queryKeys.feeds, 'listFeeds');
  void ask(queryKeys.counts, 'counts');
  const progress = ask(queryKeys.progress, 'refreshProgress');
  const settings = await ask(queryKeys.settings, 'getSettings');
  const place = settings?.place ?? null;
  const scope = place?.scope ?? { kind: 'today' };
  const articleId = place?.articleId ?? null;
  useUi.setState({ scope, articleId, page: scope.kind === 'bookmarks' && articleId === null && !place?.search ? 'bookmarks' : null });
  // The order of the list depends on whether we are offline.
  void progress.then(() => {
    const request = requestFor(scope);
    if (!place?.search) return openListing(request, place?.listTopId ?? null, true);
    useListing.setState({ request });
    return resumeSearch(place.search, place.listTopId);
  });
  return place;
}

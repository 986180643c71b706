import type { AnswerOf } from '../../electron/contract/api.ts';
import { FIRST_SCOPE } from '../../electron/contract/first-screen.ts';
import type { Place } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { askFirst, call } from '../client/transport.ts';
import { openListing, useListing } from './listing.ts';
import { requestFor } from './request-for.ts';
import { resumeSearch } from './search-view.ts';
import { useUi } from './ui.ts';

type Question = 'appInfo' | 'listFeeds' | 'counts' | 'refreshProgress' | 'getSettings' | 'watches' | 'prepareProgress' | 'backups';

/** The answer, kept for the components that ask the same; null where it fails, which their own asking then says. */
async function ask<M extends Question>(queryKey: readonly string[], method: M): Promise<AnswerOf<M> | null> {
  try {
    return await queryClient.query({ queryKey, queryFn: () => call(method, {}) });
  } catch {
    return null;
  }
}

/** What is answered already is in its place a turn later. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/**
 * Asks for everything that the first screen shows, at once, and opens the list where the reader was. Resolves with that
 * place as soon as the settings are known; with null where there is none or nobody answers. A list that came with them is drawn
 * at once; one that takes longer is not waited for.
 */
export async function start(): Promise<Place | null> {
  await askFirst();
  void ask(queryKeys.appInfo, 'appInfo');
  void ask(queryKeys.feeds, 'listFeeds');
  void ask(queryKeys.counts, 'counts');
  // Nothing waits for these, but what they bring would have the rows drawn a second time.
  void ask(queryKeys.watches, 'watches');
  void ask(queryKeys.preparing, 'prepareProgress');
  void ask(queryKeys.backups, 'backups');
  const progress = ask(queryKeys.progress, 'refreshProgress');
  const settings = await ask(queryKeys.settings, 'getSettings');
  const place = settings?.place ?? null;
  const scope = place?.scope ?? FIRST_SCOPE;
  const articleId = place?.articleId ?? null;
  useUi.setState({ scope, articleId, page: scope.kind === 'bookmarks' && articleId === null && !place?.search ? 'bookmarks' : null });
  // The order of the list depends on whether we are offline.
  const listed = progress.then(() => {
    const request = requestFor(scope);
    if (!place?.search) return openListing(request, place?.listTopId ?? null, true);
    useListing.setState({ request });
    return resumeSearch(place.search, place.listTopId);
  });
  await Promise.race([listed, turn()]);
  return place;
}

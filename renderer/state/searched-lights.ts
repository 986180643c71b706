import type { Light } from '../../electron/contract/search/match-text.ts';
import { useBookmarksView } from './bookmarks-view.ts';
import { useListing } from './listing.ts';
import { useUi } from './ui.ts';

const NONE: readonly never[] = [];

/** What is lit in an article that is opened now: what the search found that it was opened from, of the list or of the page of bookmarks. */
export function searchedLights(): readonly Light[] {
  const { search } = useListing.getState();
  if (search) return search.lights;
  return useUi.getState().scope.kind === 'bookmarks' ? useBookmarksView.getState().lights : NONE;
}

/** The same, as it changes. */
export function useSearchedLights(): readonly Light[] {
  const ofList = useListing((state) => state.search?.lights);
  const ofBookmarks = useBookmarksView((state) => state.lights);
  const isBookmark = useUi((state) => state.scope.kind === 'bookmarks');
  return ofList ?? (isBookmark ? ofBookmarks : NONE);
}

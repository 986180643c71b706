import { dayStart } from '../list/list-items.ts';
import { filterOf, isNarrowed, useBookmarksView } from '../state/bookmarks-view.ts';
import { openDialog, useUi } from '../state/ui.ts';

/** Asks in which format to export the bookmarks: those that the page of bookmarks shows, all of them from anywhere else. */
export function exportBookmarks(): void {
  const { choice } = useBookmarksView.getState();
  const isShown = useUi.getState().page === 'bookmarks' && isNarrowed(choice);
  openDialog({ kind: 'export-articles', ...(isShown && { filter: filterOf(choice, dayStart(Date.now())) }) });
}

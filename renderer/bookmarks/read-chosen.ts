import { focusPaneSoon, readBookmark } from '../state/navigate.ts';
import { useBookmarksView } from '../state/bookmarks-view.ts';
import { useUi } from '../state/ui.ts';

/** Opens the chosen bookmark to be read; in the narrow layout its details come first. */
export function readChosen(): void {
  const { chosen } = useBookmarksView.getState();
  const { layout, pushed } = useUi.getState();
  if (chosen === null) return;
  if (layout !== 'narrow' || pushed) {
    readBookmark(chosen);
    return;
  }
  useUi.setState({ pushed: true });
  focusPaneSoon('article');
}

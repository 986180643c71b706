import { toggleLens } from '../layout/lens-place.ts';
import { backToList, focusPane, focusPaneSoon } from '../state/navigate.ts';
import { closeToast, useUi } from '../state/ui.ts';

/** From the article to the list, or from the details of a page to the page. */
function leaveArticle(): void {
  if (useUi.getState().page === null) backToList();
  else {
    // At once: another Esc may come before the frame in which it has the keys, and means the page.
    useUi.setState({ pushed: false, pane: 'list' });
    focusPaneSoon('list');
  }
}

/** Closes what is on top, or goes from the article back to the list. False where there is nothing of that. */
export function stepBack(): boolean {
  const { toast, drawer, pushed, lensDrawer, pane, layout } = useUi.getState();
  // Esc means the dialog, the drawer or the pane that has the keys: a toast only where they are in it.
  if (toast && document.activeElement?.closest('[data-toast]')) closeToast();
  else if (drawer) {
    useUi.setState({ drawer: false, pushed: false });
    focusPaneSoon('list');
  } else if (layout === 'narrow' && pushed && lensDrawer) toggleLens();
  else if (pane === 'lens') focusPane('article');
  else if (layout === 'narrow' && pushed) leaveArticle();
  else if (pane === 'article') leaveArticle();
  else return false;
  return true;
}

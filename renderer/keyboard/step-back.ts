import { focusPane } from '../state/navigate.ts';
import { closeToast, useUi } from '../state/ui.ts';

/** Closes what is on top, or goes from the article back to the list. False where there is nothing of that. */
export function stepBack(): boolean {
  const { toast, drawer, pushed, pane, layout } = useUi.getState();
  if (drawer || (layout === 'narrow' && pushed)) {
    useUi.setState({ drawer: false, pushed: false });
    requestAnimationFrame(() => focusPane('list'));
  } else if (toast) closeToast();
  else if (pane === 'article') focusPane('list');
  else return false;
  return true;
}

import { saveSettings, settingsNow } from '../client/queries.ts';
import { focusPaneSoon } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { isLensShown, isSidebarShown } from './lens-place.ts';

/**
 * Shows or hides the sidebar: for good in the wider layouts, as a drawer in the narrow one. In the medium one it lies over
 * the lens until it is hidden: then the lens is there again.
 */
export function toggleSidebar(): void {
  const { layout, drawer, pane } = useUi.getState();
  if (layout === 'narrow') {
    useUi.setState({ drawer: !drawer, pushed: false, lensDrawer: false });
    focusPaneSoon(drawer ? 'list' : 'sidebar');
    return;
  }
  const settings = settingsNow();
  const shown = isSidebarShown(useUi.getState(), settings);
  const bare = { ...useUi.getState(), sidebarOver: false };
  useUi.setState({ sidebarOver: layout === 'medium' && !shown && isLensShown(bare, settings) });
  // Without it the lens stands there: nothing to remember.
  const uncovers = shown && !isSidebarShown(bare, settings);
  if (!uncovers) saveSettings({ sidebarHidden: shown }).catch(showFailure);
  if (shown && pane === 'sidebar') focusPaneSoon('list');
}

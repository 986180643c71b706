import { saveSettings, settingsNow } from '../client/queries.ts';
import { focusPane } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { isSidebarShown } from './lens-place.ts';

/** Shows or hides the sidebar: for good in the wider layouts, as a drawer in the narrow one. */
export function toggleSidebar(): void {
  const { layout, drawer, pane } = useUi.getState();
  if (layout === 'narrow') {
    useUi.setState({ drawer: !drawer, pushed: false, lensDrawer: false });
    requestAnimationFrame(() => focusPane(drawer ? 'list' : 'sidebar'));
    return;
  }
  const hidden = isSidebarShown(useUi.getState(), settingsNow());
  // Where the lens has taken its place, the sidebar takes it back.
  saveSettings({ sidebarHidden: hidden, ...(layout === 'medium' && !hidden ? { lensShown: false } : {}) }).catch(showFailure);
  if (hidden && pane === 'sidebar') requestAnimationFrame(() => focusPane('list'));
}

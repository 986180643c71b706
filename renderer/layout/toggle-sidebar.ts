import { saveSettings, settingsNow } from '../client/queries.ts';
import { showFailure } from '../state/show-failure.ts';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';

/** Shows or hides the sidebar: for good in the wider layouts, as a drawer in the narrow one. */
export function toggleSidebar(): void {
  const { layout, drawer, pane } = useUi.getState();
  if (layout === 'narrow') {
    useUi.setState({ drawer: !drawer, pushed: false });
    requestAnimationFrame(() => focusPane(drawer ? 'list' : 'sidebar'));
    return;
  }
  const hidden = !(settingsNow()?.sidebarHidden ?? false);
  saveSettings({ sidebarHidden: hidden }).catch(showFailure);
  if (hidden && pane === 'sidebar') requestAnimationFrame(() => focusPane('list'));
}

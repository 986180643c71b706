import type { Settings } from '../../electron/contract/settings.ts';
import { saveSettings, settingsNow, useSettings } from '../client/queries.ts';
import { focusPaneSoon } from '../state/navigate.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import type { UiState } from '../state/ui.ts';

type Seen = Pick<UiState, 'layout' | 'page' | 'articleId' | 'pushed' | 'drawer' | 'lensDrawer' | 'sidebarOver'>;

/** Whether the lens is on the screen: beside an article, or in the narrow layout over it. */
export function isLensShown({ layout, page, articleId, pushed, lensDrawer, sidebarOver }: Seen, settings: Pick<Settings, 'lensShown'> | undefined): boolean {
  if (page !== null || articleId === null) return false;
  if (layout === 'narrow') return pushed && lensDrawer;
  return (settings?.lensShown ?? false) && !(layout === 'medium' && sidebarOver);
}

/** Whether the sidebar is on the screen. In the medium layout the lens takes its place, until it is asked for over the lens. */
export function isSidebarShown(seen: Seen, settings: Pick<Settings, 'lensShown' | 'sidebarHidden'> | undefined): boolean {
  if (seen.layout === 'narrow') return seen.drawer;
  return !(settings?.sidebarHidden ?? false) && !(seen.layout === 'medium' && isLensShown(seen, settings));
}

export function useLensShown(): boolean {
  const { data: settings } = useSettings();
  return useUi((state) => isLensShown(state, settings));
}

export function useSidebarShown(): boolean {
  const { data: settings } = useSettings();
  return useUi((state) => isSidebarShown(state, settings));
}

/** Shows the lens beside the article, for good; in the narrow layout over it, until it is closed. */
export function toggleLens(): void {
  const { layout, articleId, pushed, pane } = useUi.getState();
  if (layout === 'narrow') {
    if (articleId === null) return;
    const open = !(pushed && useUi.getState().lensDrawer);
    useUi.setState({ lensDrawer: open, pushed: true, drawer: false });
    focusPaneSoon(open ? 'lens' : 'article');
    return;
  }
  const wanted = settingsNow()?.lensShown ?? false;
  const covered = layout === 'medium' && useUi.getState().sidebarOver;
  useUi.setState({ sidebarOver: false });
  // The lens that the sidebar lay over is there again.
  if (wanted && covered) return;
  const lensShown = !wanted;
  saveSettings({ lensShown }).catch(showFailure);
  if (!lensShown && pane === 'lens') focusPaneSoon('article');
}

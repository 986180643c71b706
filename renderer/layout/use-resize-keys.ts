import { useEffect } from 'react';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { showFailure } from '../state/show-failure.ts';
import { useUi } from '../state/ui.ts';
import { designWidths, LIST_WIDTH, SIDEBAR_WIDTH } from './widths.ts';

/** Alt+Shift+arrows make the sidebar, where it has the keys, or else the list wider and narrower. */
export function useResizeKeys(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const { pane, layout, page } = useUi.getState();
      const settings = settingsNow();
      // Below a page there is no list to be seen.
      if (layout === 'narrow' || !settings || (page !== null && pane !== 'sidebar')) return;
      event.preventDefault();
      const grows = (event.key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
      const design = designWidths(window.innerWidth);
      const [now, limits] = pane === 'sidebar' ? [settings.sidebarWidth ?? design.sidebar, SIDEBAR_WIDTH] : [settings.listWidth ?? design.list, LIST_WIDTH];
      const width = Math.min(Math.max(now + (grows ? limits.step : -limits.step), limits.min), limits.max);
      saveSettings(pane === 'sidebar' ? { sidebarWidth: width } : { listWidth: width }).catch(showFailure);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, []);
}

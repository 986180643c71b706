import { settingsNow } from '../client/queries.ts';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import type { Pane } from '../state/ui.ts';

/** Gives the keys to the next (1) or previous (-1) pane that is on the screen. */
export function stepPane(step: 1 | -1): void {
  const { pane, layout, drawer, pushed } = useUi.getState();
  const shown: Pane[] =
    layout === 'narrow' ? [drawer ? 'sidebar' : pushed ? 'article' : 'list'] : settingsNow()?.sidebarHidden ? ['list', 'article'] : ['sidebar', 'list', 'article'];
  const at = shown.indexOf(pane);
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) focusPane(next);
}

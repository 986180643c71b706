import { settingsNow } from '../client/queries.ts';
import { isLensShown, isSidebarShown } from '../layout/lens-place.ts';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import type { Pane } from '../state/ui.ts';

/** Gives the keys to the next (1) or previous (-1) pane that is on the screen. */
export function stepPane(step: 1 | -1): void {
  const now = useUi.getState();
  const { pane, layout, drawer, pushed } = now;
  const hasLens = isLensShown(now, settingsNow());
  const panes: readonly Pane[] = [...(isSidebarShown(now, settingsNow()) ? (['sidebar'] as const) : []), 'list', 'article', ...(hasLens ? (['lens'] as const) : [])];
  const shown: readonly Pane[] = layout === 'narrow' ? [drawer ? 'sidebar' : hasLens ? 'lens' : pushed ? 'article' : 'list'] : panes;
  const at = shown.indexOf(pane);
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) focusPane(next);
}

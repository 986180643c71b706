import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import type { Pane } from '../state/ui.ts';

function focused(event: FocusEvent): void {
  const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]')?.dataset['pane'] : undefined;
  const floats = event.target instanceof Element && event.target.closest('[data-floats]') !== null;
  if (pane && !floats) useUi.setState({ pane: pane as Pane });
}

/** Whether nothing that can be seen has the keys. A browser takes them from what is inert a frame later. */
function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || activeElement.closest('[inert]') !== null;
}

/** What a narrower window puts out of sight cannot have the keys; what lies over it has them. */
function giveBack(): void {
  const { dialog, pane, layout, pushed } = useUi.getState();
  if (dialog !== null || !isLost()) return;
  const top = layout === 'narrow' && pushed ? 'article' : 'list';
  focusPane(pane === 'list' ? top : pane);
  if (isLost()) focusPane(top);
}

/**
 * Follows which pane has the keys, and gives them back to it where the element that had them leaves the page: a toast's
 * button, a row, a list that was drawn anew. Returns the way to stop.
 */
export function keepFocus(frame: HTMLElement): () => void {
  const observer = new MutationObserver(giveBack);
  const stopLayout = useUi.subscribe((now, before) => {
    // A dialog gives the keys back to what opened it, which may be in the drawer that made room for it.
    if (now.layout !== before.layout || (now.dialog === null && before.dialog !== null)) requestAnimationFrame(giveBack);
  });
  frame.addEventListener('focusin', focused);
  observer.observe(frame, { childList: true, subtree: true });
  return () => {
    frame.removeEventListener('focusin', focused);
    observer.disconnect();
    stopLayout();
  };
}

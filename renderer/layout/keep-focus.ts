import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import type { Pane } from '../state/ui.ts';

function focused(event: FocusEvent): void {
  const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]')?.dataset['pane'] : undefined;
  const floats = event.target instanceof Element && event.target.closest('[data-floats]') !== null;
  if (pane && !floats) useUi.setState({ pane: pane as Pane });
}

/**
 * Follows which pane has the keys, and gives them back to it where the element that had them leaves the page: a toast's
 * button, a row, a list that was drawn anew. Returns the way to stop.
 */
export function keepFocus(frame: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body && useUi.getState().dialog === null) focusPane(useUi.getState().pane);
  });
  frame.addEventListener('focusin', focused);
  observer.observe(frame, { childList: true, subtree: true });
  return () => {
    frame.removeEventListener('focusin', focused);
    observer.disconnect();
  };
}

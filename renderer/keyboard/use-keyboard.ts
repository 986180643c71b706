import { useEffect } from 'react';
import { useUi } from '../state/ui.ts';
import type { ActionId } from './key-map.ts';
import { keyName } from './key-name.ts';
import { matchKey } from './match-key.ts';
import { findOrPrint } from './find-and-print.ts';
import { findAgain } from '../search/lights.ts';
import { runAction } from './run-action.ts';

/** How long the first key of a pair waits for the second. */
const PAIR_MS = 1500;

/** Keys that a control under the focus means for itself. */
const OF_CONTROLS: ReadonlySet<ActionId> = new Set(['open', 'pageDown', 'pageUp']);
/** Keys that scroll the article, or the details of a page, while it has the focus. */
const OF_ARTICLE: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp']);

const FIELD = 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]';
const CONTROL = 'button, a[href], summary, input, [role^="menuitem"]';

function isTaken(event: KeyboardEvent): boolean {
  // 229: the key belongs to an input method, also where isComposing is not set yet.
  // oxlint-disable-next-line typescript/no-deprecated
  return event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey;
}

/** Ctrl+G, on macOS Cmd+G, wherever the keys are: the next match of a search in the article; with Shift the previous one. */
function isFindAgain(event: KeyboardEvent): boolean {
  const { dialog, page } = useUi.getState();
  return event.key.toLowerCase() === 'g' && event.ctrlKey !== event.metaKey && !event.altKey && !event.isComposing && dialog === null && page === null;
}

/** Listens for the single keys of KEY_MAP. They rest in fields, in dialogs and menus, with modifiers and while composing. */
export function useKeyboard(): void {
  useEffect(() => {
    let before: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = (event: KeyboardEvent) => {
      if (isFindAgain(event) && findAgain(event.shiftKey ? -1 : 1)) {
        event.preventDefault();
        return;
      }
      if (findOrPrint(event)) {
        event.preventDefault();
        return;
      }
      if (isTaken(event) || useUi.getState().dialog) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${FIELD}, [role="menu"], dialog`)) return;
      const name = keyName(event);
      const match = matchKey(name, before);
      before = null;
      clearTimeout(timer);
      if (match.kind === 'none') return;
      if (match.kind === 'start') {
        before = match.name;
        timer = setTimeout(() => {
          before = null;
        }, PAIR_MS);
        return;
      }
      const { action } = match;
      if (OF_CONTROLS.has(action) && name !== 'o' && target?.closest(CONTROL)) return;
      if (OF_ARTICLE.has(name) && target?.closest('[data-article-scroll], [data-own-arrows], [role="radiogroup"]')) return;
      event.preventDefault();
      runAction(action, name);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
      clearTimeout(timer);
    };
  }, []);
}

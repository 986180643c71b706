import { useLayoutEffect } from 'react';
import type { CommandId } from '../../electron/contract/command.ts';
import { isAvailable, runCommand } from '../commands/run-command.ts';
import { typeAhead } from '../state/typed-ahead.ts';
import { useUi } from '../state/ui.ts';
import { IS_MAC } from './is-mac.ts';
import { useKeyMap } from './key-map.ts';
import { isModifier, keyName } from './key-name.ts';
import { matchKey } from './match-key.ts';

/** How long the first key of a pair waits for the second. */
const PAIR_MS = 1500;

/** Keys that a control under the focus means for itself. */
const OF_CONTROLS: ReadonlySet<CommandId> = new Set(['open', 'pageDown', 'pageUp']);
/** Keys that scroll the article, or the details of a page, while it has the focus. */
const OF_ARTICLE: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp']);

const FIELD = 'input:not([type="radio"], [type="checkbox"], [type="button"]), textarea, select, [contenteditable="true"]';
const CONTROL = 'button, a[href], summary, input, [role^="menuitem"]';

function isComposing(event: KeyboardEvent): boolean {
  // 229: the key belongs to an input method, also where isComposing is not set yet.
  // oxlint-disable-next-line typescript/no-deprecated
  return event.isComposing || event.keyCode === 229;
}

/** Ctrl+S, Cmd+Shift+E: they work in fields as well; while a dialog is open nothing takes its place, nor does the browser's own. */
function runChord(event: KeyboardEvent): void {
  const command = useKeyMap.getState().commandOf.get(keyName(event, IS_MAC));
  // What rests here is the browser's: finding and printing on a page without an article.
  if (command === undefined || !isAvailable(command)) return;
  // Else the browser saves the app's own page, or opens a file in its place.
  event.preventDefault();
  if (useUi.getState().dialog === null) runCommand(command);
}

/** Listens for the keys of all commands. Single keys rest in fields, in dialogs and menus, with other modifiers and while composing. */
export function useKeyboard(): void {
  // With the first frame, not behind it: a key pressed as soon as the window is seen is not lost.
  useLayoutEffect(() => {
    let before: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.altKey || isModifier(event.key)) return;
      if (event.metaKey || (event.ctrlKey && !IS_MAC)) {
        runChord(event);
        return;
      }
      if (event.ctrlKey || useUi.getState().dialog) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(`${FIELD}, [role="menu"], dialog`)) return;
      if (typeAhead(event.key)) {
        event.preventDefault();
        return;
      }
      const name = keyName(event, IS_MAC);
      const match = matchKey(name, before, useKeyMap.getState());
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
      const { command } = match;
      // A letter is nobody's but ours, wherever the focus is.
      if (OF_CONTROLS.has(command) && !/^(?:Shift\+)?\p{Letter}$/u.test(name) && target?.closest(CONTROL)) return;
      if (OF_ARTICLE.has(name) && target?.closest('[data-article-scroll], [data-own-arrows], [role="radiogroup"]')) return;
      event.preventDefault();
      runCommand(command, name);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
      clearTimeout(timer);
    };
  }, []);
}

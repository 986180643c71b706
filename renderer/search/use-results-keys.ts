import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { isModifier } from '../keyboard/key-name.ts';
import { goToResults } from './search-commands.ts';

export interface ResultsKeys {
  /** Gives the keys to the results as soon as they are there. */
  readonly go: (open: boolean) => void;
  /** Whether a key that is pressed in the field is one for the results, which are not there yet: it is held until they are. */
  readonly hold: (event: KeyboardEvent) => boolean;
}

/** From the field to its results: what was typed last may still be searched for when the keys of the list are pressed already. */
export function useResultsKeys(): ResultsKeys {
  const heldRef = useRef<KeyboardEventInit[] | null>(null);

  const go = async (open: boolean): Promise<void> => {
    const held: KeyboardEventInit[] = [];
    heldRef.current = held;
    const isThere = await goToResults(open);
    if (heldRef.current !== held) return;
    heldRef.current = null;
    if (isThere) for (const key of held) document.activeElement?.dispatchEvent(new window.KeyboardEvent('keydown', key));
  };

  return {
    go: (open) => void go(open),
    hold({ key, code, shiftKey }) {
      // Who wants back is not kept waiting: what is typed next is for the field.
      if (key === 'Escape') heldRef.current = null;
      if (heldRef.current === null || isModifier(key)) return false;
      heldRef.current.push({ key, code, shiftKey, bubbles: true, cancelable: true });
      return true;
    },
  };
}

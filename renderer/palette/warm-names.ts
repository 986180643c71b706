import { foldedName } from './folded-name.ts';
import type { Spell } from './load-spelling.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Left to whatever else the moment is for, in milliseconds. */
const SPARE = 2;

/** Folds and spells names while nobody types, so that the first key does not wait for thousands of them. Returns the way to stop. */
export function warmNames(entries: readonly PaletteEntry[], spell: Spell): () => void {
  let at = 0;
  let asked = 0;
  const go = (deadline: IdleDeadline): void => {
    for (; at < entries.length && deadline.timeRemaining() > SPARE; at += 1) {
      for (const [index, name] of (entries[at]?.names ?? []).entries()) {
        foldedName(name);
        if (index === 0) spell(name);
      }
    }
    if (at < entries.length) asked = requestIdleCallback(go);
  };
  asked = requestIdleCallback(go);
  return () => cancelIdleCallback(asked);
}

import { foldMapped } from '../../electron/contract/search/fold.ts';
import type { Folded } from '../../electron/contract/search/fold.ts';

const known = new Map<string, Folded>();
const MOST_KNOWN = 40_000;

/** A name as it is compared: thousands of them are asked at each key, and change seldom. */
export function foldedName(name: string): Folded {
  const found = known.get(name);
  if (found) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const folded = foldMapped(name);
  known.set(name, folded);
  return folded;
}

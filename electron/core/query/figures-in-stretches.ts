import { setImmediate } from 'node:timers/promises';
import type { StoreReads } from '../store/store.ts';
import type { FigurePlace } from './figure-walk.ts';
import { figuresAt } from './list-figures.ts';

/** So many texts take some ten milliseconds. */
const STRETCH = 25;

/** As figuresAt. Each figure is cut out of the text of its article: of thousands, that would keep everybody else waiting, so other calls come between. */
export async function figuresInStretches(store: StoreReads, places: readonly FigurePlace[]): Promise<ReturnType<typeof figuresAt>> {
  const found: ReturnType<typeof figuresAt> = [];
  for (let from = 0; from < places.length; from += STRETCH) {
    if (from > 0) await setImmediate();
    found.push(...figuresAt(store, places.slice(from, from + STRETCH)));
  }
  return found;
}

import type { ArticleId } from '../../contract/model.ts';
import { firstIdAt, sortAtOf } from './place-article.ts';
import type { Store } from './store.ts';

/**
 * Rows of the index are small numbers that grow with the date: article ids grow with it too, but lie so far apart that they
 * make the index more than half as large again. A row has the first free seat from that of its ten minutes on.
 */
const STEP_MS = 600_000;
const SEATS = 16;

/** The first row of the ten minutes of an article: its own is that or, by no more than the spread of the library, above. */
export function firstDocOf(id: ArticleId): number {
  return Math.floor(sortAtOf(id) / STEP_MS) * SEATS;
}

/** Every article whose row is below `doc` has an id below this one. */
export function idAboveDoc(doc: number): ArticleId {
  return firstIdAt((Math.floor((doc - 1) / SEATS) + 1) * STEP_MS);
}

/** The row of an article in the index; a new one where it has none. */
export function docOf(store: Store, id: ArticleId): { readonly doc: number; readonly isNew: boolean } {
  const known = store.get<{ doc: number }>('SELECT doc FROM search_docs WHERE article = ?', id);
  if (known) return { doc: known.doc, isNew: false };
  const first = firstDocOf(id);
  const doc = freeDoc(store, first);
  store.run('INSERT INTO search_docs (doc, article) VALUES (?, ?)', doc, id);
  if (doc > first) noteSpread(store, doc - first);
  return { doc, isNew: true };
}

/** How far rows lie from their ten minutes at most, as far as this run has seen. */
const spreads = new WeakMap<Store, { readonly epoch: number; readonly spread: number }>();

function noteSpread(store: Store, spread: number): void {
  const known = spreads.get(store);
  if (known?.epoch === store.epoch && known.spread >= spread) return;
  store.run('UPDATE search_fill SET spread = ?1 WHERE spread < ?1', spread);
  spreads.set(store, { epoch: store.epoch, spread });
}

/**
 * Of ten minutes whose seats are taken, later ones that may have one: a crowd of articles of one hour would else be walked
 * through by each that joins it. What is free again in the meantime, as after a transaction that was taken back, stays empty.
 */
const crowded = new WeakMap<Store, Map<number, number>>();

function crowdedOf(store: Store): Map<number, number> {
  const known = crowded.get(store) ?? new Map<number, number>();
  crowded.set(store, known);
  return known;
}

function freeDoc(store: Store, from: number): number {
  const onward = crowdedOf(store);
  const passed: number[] = [];
  for (let first = from; ; ) {
    const beyond = onward.get(first);
    const last = beyond === undefined ? lastTaken(store, first) : null;
    if (beyond === undefined && (last === null || last < first + SEATS - 1)) {
      for (const one of passed) onward.set(one, first);
      return last === null ? first : last + 1;
    }
    passed.push(first);
    first = beyond ?? first + SEATS;
  }
}

function lastTaken(store: Store, first: number): number | null {
  return store.get<{ last: number | null }>('SELECT max(doc) AS last FROM search_docs WHERE doc >= ? AND doc < ?', first, first + SEATS)?.last ?? null;
}

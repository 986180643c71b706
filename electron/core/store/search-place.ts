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
export function docOf(store: Store, id: ArticleId): number {
  const known = store.get<{ doc: number }>('SELECT doc FROM search_docs WHERE article = ?', id);
  if (known) return known.doc;
  const doc = freeDoc(store, firstDocOf(id));
  store.run('INSERT INTO search_docs (doc, article) VALUES (?, ?)', doc, id);
  return doc;
}

function freeDoc(store: Store, first: number): number {
  const row = store.get<{ last: number | null }>('SELECT max(doc) AS last FROM search_docs WHERE doc >= ? AND doc < ?', first, first + SEATS);
  const next = row?.last === null || row?.last === undefined ? first : row.last + 1;
  const isFree = next < first + SEATS || store.get('SELECT 1 FROM search_docs WHERE doc = ?', next) === undefined;
  const doc = isFree
    ? next
    : (store.get<{ doc: number }>(
        'SELECT doc + 1 AS doc FROM search_docs AS taken WHERE doc >= ? AND NOT EXISTS (SELECT 1 FROM search_docs AS next WHERE next.doc = taken.doc + 1) ORDER BY doc LIMIT 1',
        next,
      )?.doc ?? next);
  store.run('UPDATE search_fill SET spread = ?1 WHERE spread < ?1', doc - first);
  return doc;
}

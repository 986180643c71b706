import type { Store } from '../store/store.ts';

/** Rows that a person puts in order: `position` from 0, without holes. */
export type Ordered = 'watches' | 'rules';

const IDS = { watches: 'SELECT id FROM watches ORDER BY position, id', rules: 'SELECT id FROM rules ORDER BY position, id' } as const;
const PLACE = { watches: 'UPDATE watches SET position = ? WHERE id = ?', rules: 'UPDATE rules SET position = ? WHERE id = ?' } as const;

/** Puts a row at a place; past the end is the end. Answers with where it was. To be called in a transaction. */
export function putAt(store: Store, table: Ordered, id: number, position: number): number {
  const ids = store.all<{ id: number }>(IDS[table]).map((row) => row.id);
  const before = ids.indexOf(id);
  const others = ids.filter((one) => one !== id);
  const ordered = [...others.slice(0, position), id, ...others.slice(position)];
  for (const [at, one] of ordered.entries()) store.run(PLACE[table], at, one);
  return before;
}

/** Closes the holes that a removed row left. To be called in a transaction. */
export function closeHoles(store: Store, table: Ordered): void {
  for (const [at, { id }] of store.all<{ id: number }>(IDS[table]).entries()) store.run(PLACE[table], at, id);
}

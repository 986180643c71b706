import type { DatabaseSync } from 'node:sqlite';
import { makeSearchIndex } from './make-search-index.ts';
import type { Store } from './store.ts';

const listeners = new WeakMap<Store, Set<() => void>>();

/** Hears when the index was found damaged and is empty now: it is to be filled. Answers with how to stop hearing. */
export function onSearchRemade(store: Store, listener: () => void): () => void {
  const heard = listeners.get(store) ?? new Set();
  listeners.set(store, heard.add(listener));
  return () => heard.delete(listener);
}

/** Puts an empty index in the place of one that is damaged. In a transaction of its own where none is open. */
export function remakeSearch(store: Store): void {
  store.transaction(() => makeSearchIndex(store.db));
  for (const listener of listeners.get(store) ?? []) listener();
}

/** The same for a library that is being opened. */
export function makeSearchAnew(db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    makeSearchIndex(db);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

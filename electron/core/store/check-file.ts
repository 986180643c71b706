import type { DatabaseSync } from 'node:sqlite';

/**
 * What SQLite's own check says of a library. `search-damaged`: of its index of words alone, which is made of the rest and can be
 * made anew; tables are looked at before it.
 */
export type FileState = { readonly state: 'sound' } | { readonly state: 'search-damaged' | 'damaged'; readonly reason: string };

/** Checks the pages of every table; `whole` their indexes too. Throws what SQLite throws. */
export function checkFile(db: DatabaseSync, how: 'quick' | 'whole'): FileState {
  const [row] = db.prepare(how === 'quick' ? 'PRAGMA quick_check(1)' : 'PRAGMA integrity_check(1)').all();
  const reason = String(Object.values(row ?? {})[0]);
  if (reason === 'ok') return { state: 'sound' };
  // "malformed inverted index for FTS5 table main.search", "fts5: corruption found reading blob 137438953473 from table "search""
  return { state: /\bfts5\b/i.test(reason) ? 'search-damaged' : 'damaged', reason };
}

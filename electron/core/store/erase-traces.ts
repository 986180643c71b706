import type { SQLInputValue } from 'node:sqlite';
import type { Store } from './store.ts';

/** The tables in which addresses of sources stand. */
const TABLES = ['feeds', 'gap_cursors'];

/**
 * Writes the tables of sources anew: a row that grows leaves its earlier bytes in free parts of its page, where an address that was
 * overwritten long since can still be read. Not to be called in a transaction.
 */
export function eraseTraces(store: Store): void {
  store.commitGathered();
  // What hangs on a source must not go with its row. In a transaction the first pragma would do nothing, and everything would go.
  if (store.db.isTransaction) throw new Error('traces are erased between transactions');
  store.db.exec('PRAGMA foreign_keys = OFF; PRAGMA secure_delete = ON');
  try {
    store.transaction(() => {
      for (const table of TABLES) writeAnew(store, table);
    });
  } finally {
    if (store.db.isOpen) store.db.exec('PRAGMA secure_delete = OFF; PRAGMA foreign_keys = ON');
  }
}

function writeAnew(store: Store, table: string): void {
  const rows = store.all<Record<string, SQLInputValue>>(`SELECT * FROM ${table}`);
  const [first] = rows;
  // Emptied as a whole, which blanks whole pages; row by row it would blank the rows alone.
  store.run(`DELETE FROM ${table}`);
  if (first === undefined) return;
  const columns = Object.keys(first);
  const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  for (const row of rows) store.run(insert, ...columns.map((column) => row[column] ?? null));
}

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { libraryPaths } from './library-paths.ts';
import { toStoreError } from './sqlite-error.ts';
import { statementCache } from './statement-cache.ts';
import type { StoreReads } from './store.ts';

/** SQL of queries is made as they are written, and is kept for the next only so far. */
const MOST_STATEMENTS = 200;

/**
 * A second connection to a library that is open, which reads only: it waits for no writer and no writer for it. Throws as a
 * Store does.
 */
export function openReads(profile: string): StoreReads & { snapshot<T>(work: () => T): T; close(): void } {
  const db = new DatabaseSync(libraryPaths(profile).database, { readOnly: true, timeout: 1000 });
  db.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000');
  const prepared = statementCache(db, MOST_STATEMENTS);

  function guarded<T>(sql: string, work: (statement: StatementSync) => T): T {
    try {
      return work(prepared(sql));
    } catch (error) {
      throw toStoreError(profile, error);
    }
  }

  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever writes the SQL names its row
    get: <Row>(sql: string, ...values: SQLInputValue[]) => guarded(sql, (statement) => statement.get(...values) as Row | undefined),
    all: <Row>(sql: string, ...values: SQLInputValue[]) => guarded(sql, (statement) => statement.all(...values) as Row[]),
    /** What `work` reads is of one moment, whatever is written meanwhile. */
    snapshot(work) {
      db.exec('BEGIN');
      try {
        return work();
      } finally {
        if (db.isTransaction) db.exec('COMMIT');
      }
    },
    close: () => db.close(),
  };
}

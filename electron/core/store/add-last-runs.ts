import type { DatabaseSync } from 'node:sqlite';

/** Step 18: what the last preparing and the last eviction of their own accord came to, so that a restart does not forget it. `answer` is JSON. */
export function addLastRuns(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE last_runs (
      kind TEXT PRIMARY KEY CHECK (kind IN ('prepare', 'evict')),
      answer TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}

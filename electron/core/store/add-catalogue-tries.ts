import type { DatabaseSync } from 'node:sqlite';

/** Step 30: what came of asking sources of the catalogue from this machine. `answer` is JSON. */
export function addCatalogueTries(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE catalogue_tries (
      source_id TEXT PRIMARY KEY,
      answer TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `);
}

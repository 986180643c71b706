import type { DatabaseSync } from 'node:sqlite';

/** Step 12: where the filling of a feed's gap stopped, so that the next goes on from there. */
export function addGapCursors(db: DatabaseSync): void {
  db.exec('CREATE TABLE gap_cursors (feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE, cursor TEXT NOT NULL) STRICT');
}

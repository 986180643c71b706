import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 8: what a subscription list said of its sources and folders beyond what we work with, so that it can be written
 * out again. `place` is their order in the lists. A table of its own, for a feed's row is written at every ask.
 */
export function addOutlines(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE outlines (
      place INTEGER PRIMARY KEY,
      feed_id INTEGER UNIQUE REFERENCES feeds (id) ON DELETE CASCADE,
      folder_id INTEGER UNIQUE REFERENCES folders (id) ON DELETE CASCADE,
      attributes TEXT NOT NULL
    ) STRICT;

    CREATE INDEX folders_by_place ON folders (parent_id, title);
  `);
}

import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 2: what the ingest knows of each feed's last document. A table of its own, for a row that grows by kilobytes would
 * be written anew at every ask of its feed.
 */
export function addKnownItems(db: DatabaseSync): void {
  db.exec('CREATE TABLE known_items (feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE, items TEXT NOT NULL) STRICT');
}

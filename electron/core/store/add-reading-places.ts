import type { DatabaseSync } from 'node:sqlite';

/** Step 26: how far each article was read. With what the person did, so that it outlives a text that is fetched anew. */
export function addReadingPlaces(db: DatabaseSync): void {
  db.exec('ALTER TABLE statuses ADD COLUMN reading_place REAL');
}

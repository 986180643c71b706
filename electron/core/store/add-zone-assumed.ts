import type { DatabaseSync } from 'node:sqlite';

/** Step 7: whether the zone of an article's date was assumed, for its publisher wrote none. */
export function addZoneAssumed(db: DatabaseSync): void {
  db.exec('ALTER TABLE articles ADD COLUMN zone_assumed INTEGER NOT NULL DEFAULT 0');
}

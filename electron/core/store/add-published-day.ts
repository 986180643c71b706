import type { DatabaseSync } from 'node:sqlite';

/** Step 10: the day of an article (`2026-11-18`) whose publisher wrote no time of day; null for all others. */
export function addPublishedDay(db: DatabaseSync): void {
  db.exec('ALTER TABLE articles ADD COLUMN published_day TEXT');
}

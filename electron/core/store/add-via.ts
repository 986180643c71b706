import type { DatabaseSync } from 'node:sqlite';

/** Step 11: whom an article was taken over from, as JSON {title, url}; null for most. */
export function addVia(db: DatabaseSync): void {
  db.exec('ALTER TABLE articles ADD COLUMN via TEXT');
}

import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 34: when a watch was found to match, as a stamp: who looks back finds what arrived long ago, and what was found after a list
 * was drawn is not marked read with it. 0: before this was kept.
 */
export function addFoundAt(db: DatabaseSync): void {
  db.exec('ALTER TABLE watch_hits ADD COLUMN found_at INTEGER NOT NULL DEFAULT 0');
}

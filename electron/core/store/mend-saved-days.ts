import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 33: a saved page that prints a day alone had the day in Greenwich of its midnight, which is the day before wherever the clock is
 * ahead. Half a day after a midnight it is the same day in nearly any zone.
 */
export function mendSavedDays(db: DatabaseSync): void {
  db.exec(`
    UPDATE articles SET published_day = date(published_at / 1000 + 43200, 'unixepoch')
    WHERE feed_id IN (SELECT id FROM feeds WHERE feed_url = 'monazite:saved') AND published_day = date(published_at / 1000, 'unixepoch')
  `);
}

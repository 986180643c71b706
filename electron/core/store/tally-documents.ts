import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 14: what a document adds is tallied once for all its articles (see add-to-tally.ts), not by three triggers at each,
 * which took a third of the time of storing it. The bytes of all texts are the sum of the feeds'; nothing reads those of
 * `library` any more. Triggers still count what changes and goes, for that happens in many places.
 */
export function tallyDocuments(db: DatabaseSync): void {
  db.exec(`
    DROP TRIGGER IF EXISTS tally_article_added;
    DROP TRIGGER IF EXISTS tally_body_added;
    DROP TRIGGER IF EXISTS bodies_added;
    DROP TRIGGER IF EXISTS bodies_changed;
    DROP TRIGGER IF EXISTS bodies_removed;
  `);
}

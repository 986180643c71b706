import type { DatabaseSync } from 'node:sqlite';
import { SAVED_FEED } from '../../contract/saving.ts';

/** Step 33: whether the text of a page came in a file, which says of itself what it likes. Of the saved ones that are here nobody knows. */
export function addHandedIn(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE page_texts ADD COLUMN handed_in INTEGER NOT NULL DEFAULT 0;
    UPDATE page_texts SET handed_in = 1 WHERE article_id IN (SELECT s.article_id FROM feeds f JOIN statuses s ON s.feed_id = f.id WHERE f.feed_url = '${SAVED_FEED}');
  `);
}

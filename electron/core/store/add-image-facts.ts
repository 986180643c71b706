import type { DatabaseSync } from 'node:sqlite';

const HAND_ON = `UPDATE images SET bytes = OLD.bytes
    WHERE id = (SELECT min(id) FROM images WHERE hash = OLD.hash) AND NOT EXISTS (SELECT 1 FROM images WHERE hash = OLD.hash AND bytes > 0);`;

/**
 * Step 17: what is known of images by their bytes. hash: SHA-256 of the bytes, which are on disk once whatever the number of
 * addresses; of those rows one carries `bytes`, and hands them on when it goes. code: why the last try failed. verdict: dropped
 * (only there to count readers) or gone (not to be had for good).
 */
export function addImageFacts(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE images ADD COLUMN hash TEXT;
    ALTER TABLE images ADD COLUMN width INTEGER;
    ALTER TABLE images ADD COLUMN height INTEGER;
    ALTER TABLE images ADD COLUMN code TEXT;
    ALTER TABLE images ADD COLUMN verdict TEXT CHECK (verdict IN ('dropped', 'gone'));
    CREATE INDEX images_by_hash ON images (hash) WHERE hash IS NOT NULL;
    CREATE INDEX images_unseen ON images (id) WHERE state = 'kept' AND hash IS NULL;
    CREATE TRIGGER images_handed_on AFTER DELETE ON images WHEN OLD.bytes > 0 AND OLD.hash IS NOT NULL BEGIN
      ${HAND_ON}
    END;
    CREATE TRIGGER images_let_go AFTER UPDATE OF hash ON images WHEN OLD.bytes > 0 AND NEW.bytes = 0 AND OLD.hash IS NOT NULL BEGIN
      ${HAND_ON}
    END;
  `);
}

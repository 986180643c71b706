import type { DatabaseSync } from 'node:sqlite';

/** Step 27: the log tells as well what was let go of unasked, which is of no source: `updated` articles and `bytes`. */
export function addEvictedLines(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE log_lines (
      id INTEGER PRIMARY KEY,
      feed_id INTEGER REFERENCES feeds (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('fresh', 'notModified', 'failed', 'leftOut', 'evicted')),
      status INTEGER,
      code TEXT,
      detail TEXT,
      until_at INTEGER,
      added INTEGER NOT NULL DEFAULT 0,
      updated INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0,
      ms INTEGER NOT NULL DEFAULT 0,
      CHECK ((feed_id IS NULL) = (outcome = 'evicted'))
    ) STRICT;
    INSERT INTO log_lines SELECT id, feed_id, at, outcome, status, code, detail, until_at, added, updated, bytes, ms FROM activity;
    DROP TABLE activity;
    ALTER TABLE log_lines RENAME TO activity;
    CREATE INDEX activity_of_feed ON activity (feed_id, id);
    CREATE INDEX activity_by_time ON activity (at, outcome);
  `);
}

import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 4: what is known of a source beyond its articles. wishes: its own ttl, skipHours, skipDays and update period, as JSON.
 * every_ms and next_reason: how often it is asked, and why it is asked next when it is. moved_url: where its server sends us
 * on, until that is confirmed. page_rules and page_found: how a page is read, and how many items that last found. found_url:
 * another address at which it was found. gap_after and gap_before: between these moments items may be missing. activity: each
 * ask, and each time a source was left out for another reason than before.
 */
export function addSources(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE feeds ADD COLUMN paused INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feeds ADD COLUMN page_rules TEXT;
    ALTER TABLE feeds ADD COLUMN page_found INTEGER;
    ALTER TABLE feeds ADD COLUMN wishes TEXT;
    ALTER TABLE feeds ADD COLUMN archive_url TEXT;
    ALTER TABLE feeds ADD COLUMN every_ms INTEGER;
    ALTER TABLE feeds ADD COLUMN next_reason TEXT;
    ALTER TABLE feeds ADD COLUMN moved_url TEXT;
    ALTER TABLE feeds ADD COLUMN moved_since INTEGER;
    ALTER TABLE feeds ADD COLUMN moved_times INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feeds ADD COLUMN found_url TEXT;
    ALTER TABLE feeds ADD COLUMN gap_after INTEGER;
    ALTER TABLE feeds ADD COLUMN gap_before INTEGER;
  `);
  db.exec(VIEW);
  db.exec(ACTIVITY);
}

const VIEW = `
  DROP VIEW followed_feeds;
  CREATE VIEW followed_feeds AS
    SELECT id, kind, feed_url AS feedUrl, site_url AS siteUrl, ifnull(own_title, title) AS title, folder_id AS folderId,
      lang, subscribed_at AS subscribedAt, fetched_at AS fetchedAt, succeeded_at AS succeededAt, newest_at AS newestAt,
      next_at AS nextAt, gap_at AS gapAt, failure_code AS failureCode, failure_detail AS failureDetail,
      failing_since AS failingSince, failures, etag, last_modified AS lastModified, validators_at AS validatorsAt,
      body_hash AS bodyHash, paused, page_rules AS pageRules, page_found AS pageFound, wishes, archive_url AS archiveUrl,
      every_ms AS everyMs, next_reason AS nextReason, moved_url AS movedUrl, moved_since AS movedSince,
      moved_times AS movedTimes, found_url AS foundUrl, gap_after AS gapAfter, gap_before AS gapBefore
    FROM feeds WHERE subscribed = 1;
`;

const ACTIVITY = `
  CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('fresh', 'notModified', 'failed', 'leftOut')),
    status INTEGER,
    code TEXT,
    detail TEXT,
    until_at INTEGER,
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    ms INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX activity_of_feed ON activity (feed_id, id);
  CREATE INDEX activity_by_time ON activity (at);

  CREATE TABLE source_days (
    feed_id INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (feed_id, day)
  ) STRICT, WITHOUT ROWID;
`;

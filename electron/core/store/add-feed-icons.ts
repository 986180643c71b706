import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 36: the icon of each source. `icon`: the key of an image that is here, `icon_url`: what the feed last named as its icon. A row of
 * feed_icons says when one is looked for again, how often it failed in a row and why; a source without a row was never looked at.
 * One that moved is looked at anew.
 */
export function addFeedIcons(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE feeds ADD COLUMN icon TEXT;
    ALTER TABLE feeds ADD COLUMN icon_url TEXT;
    CREATE INDEX feeds_by_icon ON feeds (icon) WHERE icon IS NOT NULL;
    CREATE TABLE feed_icons (
      feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
      next_at INTEGER NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      code TEXT
    ) STRICT;
    CREATE TRIGGER feed_icons_moved AFTER UPDATE OF feed_url ON feeds WHEN NEW.feed_url <> OLD.feed_url BEGIN
      UPDATE feed_icons SET next_at = 0, tries = 0 WHERE feed_id = NEW.id;
    END;
    ${VIEW}
  `);
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
      moved_times AS movedTimes, found_url AS foundUrl, gap_after AS gapAfter, gap_before AS gapBefore, credentials,
      full_text AS fullText, icon
    FROM feeds WHERE subscribed = 1;
`;

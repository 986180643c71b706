import type { DatabaseSync } from 'node:sqlite';

/** Step 9: which kind of sign-in is kept for a feed elsewhere (basic, header, url); what it is, no library holds. */
export function addCredentials(db: DatabaseSync): void {
  db.exec('ALTER TABLE feeds ADD COLUMN credentials TEXT');
  db.exec(VIEW);
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
      moved_times AS movedTimes, found_url AS foundUrl, gap_after AS gapAfter, gap_before AS gapBefore, credentials
    FROM feeds WHERE subscribed = 1;
`;

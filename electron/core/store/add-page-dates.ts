import type { DatabaseSync } from 'node:sqlite';

/** Step 37: the most items of a page that had a date since its rules were set, and since when hardly any has one. */
export function addPageDates(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE feeds ADD COLUMN page_dated INTEGER;
    ALTER TABLE feeds ADD COLUMN dates_lost_at INTEGER;
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
      body_hash AS bodyHash, paused, page_rules AS pageRules, page_found AS pageFound, page_dated AS pageDated,
      dates_lost_at AS datesLostAt, wishes, archive_url AS archiveUrl,
      every_ms AS everyMs, next_reason AS nextReason, moved_url AS movedUrl, moved_since AS movedSince,
      moved_times AS movedTimes, found_url AS foundUrl, gap_after AS gapAfter, gap_before AS gapBefore, credentials,
      full_text AS fullText, icon
    FROM feeds WHERE subscribed = 1;
`;

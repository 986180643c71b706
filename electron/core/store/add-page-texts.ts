import type { DatabaseSync } from 'node:sqlite';
import { assessWhole } from './assess-whole.ts';

/**
 * Step 15: the text of an article's own page beside what its feed gave, what came of asking for it, and how each feed
 * wants it. `whole`: nothing says that the text of the feed is not all of it. `has_page`: there is a row in page_texts.
 * `full_text`: feed, opened, always, the last for what arrived after `full_text_since`. `outlet` names who published an
 * article that came through no feed of theirs: a saved page. An `extractor` of 0: the feed's item was revised since.
 */
export function addPageTexts(db: DatabaseSync): void {
  db.exec(TABLES);
  db.exec(VIEW);
  assessWhole(db);
  db.exec(TALLIES);
}

const TABLES = `
  ALTER TABLE feeds ADD COLUMN full_text TEXT NOT NULL DEFAULT 'opened';
  ALTER TABLE feeds ADD COLUMN full_text_since INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE articles ADD COLUMN has_page INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN outlet TEXT;

  CREATE TABLE page_texts (
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
    html BLOB NOT NULL,
    facts TEXT NOT NULL,
    text_length INTEGER NOT NULL,
    url TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    extractor INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE page_failures (
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    tried_at INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    retry_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE saved_files (
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    pages INTEGER
  ) STRICT;
`;

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
      full_text AS fullText
    FROM feeds WHERE subscribed = 1;
`;

/** An article that can be read whole on this device: its feed gave all of it, or its page did. */
export function isReadable(row: 'NEW.' | 'OLD.' | 'a.' | ''): string {
  return `((${row}whole = 1 AND ${row}text_length > 0) OR ${row}has_page = 1)`;
}

/** The status of an article outlives it, and names its feed also while both are being deleted. */
function addBytes(row: 'NEW' | 'OLD', bytes: string): string {
  return `UPDATE feed_tallies SET text_bytes = text_bytes + ${bytes} WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = ${row}.article_id);`;
}

const TALLIES = `
  DROP TRIGGER tally_article_changed;
  DROP TRIGGER tally_article_removed;
  UPDATE feed_tallies SET whole = (SELECT count(*) FROM articles WHERE articles.feed_id = feed_tallies.feed_id AND ${isReadable('')});
  CREATE TRIGGER tally_article_changed AFTER UPDATE OF whole, has_page, text_length ON articles BEGIN
    UPDATE feed_tallies SET whole = whole + ${isReadable('NEW.')} - ${isReadable('OLD.')} WHERE feed_id = NEW.feed_id;
  END;
  CREATE TRIGGER tally_article_removed AFTER DELETE ON articles BEGIN
    UPDATE feed_tallies SET whole = whole - ${isReadable('OLD.')} WHERE feed_id = OLD.feed_id;
  END;
  CREATE TRIGGER tally_page_added AFTER INSERT ON page_texts BEGIN ${addBytes('NEW', 'length(NEW.html)')} END;
  CREATE TRIGGER tally_page_changed AFTER UPDATE OF html ON page_texts BEGIN ${addBytes('NEW', 'length(NEW.html) - length(OLD.html)')} END;
  CREATE TRIGGER tally_page_removed AFTER DELETE ON page_texts BEGIN ${addBytes('OLD', '-length(OLD.html)')} END;
`;

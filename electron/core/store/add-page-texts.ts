import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 15: the text of an article's own page beside what its feed gave, what came of asking for it, and how each feed
 * wants it. `whole`: nothing says that the text of the feed breaks off. `full_text`: feed, opened, always. `outlet` names
 * who published an article that came through no feed of theirs: a saved page.
 */
export function addPageTexts(db: DatabaseSync): void {
  db.exec(TABLES);
  db.exec(VIEW);
}

const TABLES = `
  ALTER TABLE feeds ADD COLUMN full_text TEXT NOT NULL DEFAULT 'opened';
  ALTER TABLE articles ADD COLUMN whole INTEGER NOT NULL DEFAULT 1;
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
    sha256 TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER page_texts_added AFTER INSERT ON page_texts BEGIN
    UPDATE feed_tallies SET text_bytes = text_bytes + length(NEW.html) WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = NEW.article_id);
  END;
  CREATE TRIGGER page_texts_changed AFTER UPDATE OF html ON page_texts BEGIN
    UPDATE feed_tallies SET text_bytes = text_bytes + length(NEW.html) - length(OLD.html) WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = NEW.article_id);
  END;
  CREATE TRIGGER page_texts_removed AFTER DELETE ON page_texts BEGIN
    UPDATE feed_tallies SET text_bytes = text_bytes - length(OLD.html) WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = OLD.article_id);
  END;
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

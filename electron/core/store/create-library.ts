import type { DatabaseSync } from 'node:sqlite';

/** Step 1: the whole library. */
export function createLibrary(db: DatabaseSync): void {
  db.exec(FEEDS);
  db.exec(STATUSES);
  db.exec(ARTICLES);
  db.exec(IMAGES);
  db.exec(TALLIES);
}

/** An unsubscribed feed keeps its row: its bookmarked articles go on showing its title, and its statuses wait for it. */
const FEEDS = `
  CREATE TABLE folders (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES folders (id),
    title TEXT NOT NULL
  ) STRICT;

  CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    subscribed INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL,
    feed_url TEXT NOT NULL UNIQUE,
    site_url TEXT,
    title TEXT NOT NULL,
    own_title TEXT,
    folder_id INTEGER REFERENCES folders (id),
    lang TEXT,
    subscribed_at INTEGER NOT NULL,
    fetched_at INTEGER,
    succeeded_at INTEGER,
    newest_at INTEGER,
    next_at INTEGER,
    failure_code TEXT,
    failure_detail TEXT,
    failing_since INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    gap_at INTEGER,
    etag TEXT,
    last_modified TEXT,
    validators_at INTEGER,
    body_hash TEXT
  ) STRICT;

  CREATE INDEX feeds_by_folder ON feeds (folder_id);

  CREATE VIEW followed_feeds AS
    SELECT id, kind, feed_url AS feedUrl, site_url AS siteUrl, ifnull(own_title, title) AS title, folder_id AS folderId,
      lang, subscribed_at AS subscribedAt, fetched_at AS fetchedAt, succeeded_at AS succeededAt, newest_at AS newestAt,
      next_at AS nextAt, gap_at AS gapAt, failure_code AS failureCode, failure_detail AS failureDetail,
      failing_since AS failingSince, failures, etag, last_modified AS lastModified, validators_at AS validatorsAt,
      body_hash AS bodyHash
    FROM feeds WHERE subscribed = 1;
`;

/**
 * What the reader did, and the names by which an article is known again: one row for ever, also when the article is
 * gone. presence: 1 stored; 0 cleaned up, does not come back; 2 gone with its feed, comes back with it.
 * visible: stored, and its feed followed or itself bookmarked. kept: 0 headline, 1 text, 2 full.
 * Lists need read, kept and visible in one index, which is why the last two stand here.
 */
const STATUSES = `
  CREATE TABLE statuses (
    article_id INTEGER PRIMARY KEY,
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    guid_key TEXT,
    url_key TEXT,
    content_key TEXT NOT NULL,
    arrived_at INTEGER NOT NULL,
    presence INTEGER NOT NULL DEFAULT 1,
    visible INTEGER NOT NULL DEFAULT 1,
    kept INTEGER NOT NULL DEFAULT 0,
    kept_at INTEGER NOT NULL,
    read INTEGER NOT NULL DEFAULT 0,
    read_at INTEGER,
    bookmarked INTEGER NOT NULL DEFAULT 0,
    bookmarked_at INTEGER
  ) STRICT;

  CREATE INDEX statuses_guid ON statuses (feed_id, guid_key) WHERE guid_key IS NOT NULL;
  CREATE INDEX statuses_url ON statuses (feed_id, url_key) WHERE url_key IS NOT NULL;
  CREATE INDEX statuses_content ON statuses (feed_id, content_key);
  CREATE INDEX statuses_arrived ON statuses (arrived_at);

  CREATE INDEX statuses_visible ON statuses (article_id) WHERE visible = 1;
  CREATE INDEX statuses_by_feed ON statuses (feed_id, article_id, kept) WHERE visible = 1;
  CREATE INDEX statuses_unread ON statuses (article_id, kept) WHERE visible = 1 AND read = 0;
  CREATE INDEX statuses_unread_by_feed ON statuses (feed_id, article_id, kept) WHERE visible = 1 AND read = 0;
  CREATE INDEX statuses_bookmarked ON statuses (article_id) WHERE bookmarked = 1;
  CREATE INDEX statuses_by_kept ON statuses (kept, article_id) WHERE visible = 1;
`;

/** What the publisher said. The body stands apart, so that lists and marks never walk over it. */
const ARTICLES = `
  CREATE TABLE articles (
    id INTEGER PRIMARY KEY REFERENCES statuses (article_id),
    feed_id INTEGER NOT NULL REFERENCES feeds (id),
    title TEXT NOT NULL,
    url TEXT,
    authors TEXT NOT NULL,
    tags TEXT NOT NULL,
    lang TEXT,
    published_at INTEGER,
    summary TEXT NOT NULL,
    text_length INTEGER NOT NULL,
    revision TEXT NOT NULL,
    revised_at INTEGER,
    enclosures TEXT NOT NULL
  ) STRICT;

  CREATE TABLE bodies (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    html BLOB NOT NULL
  ) STRICT;

  CREATE TABLE revisions (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL,
    title TEXT NOT NULL,
    html BLOB NOT NULL
  ) STRICT;

  CREATE INDEX revisions_by_article ON revisions (article_id, id);
`;

/** newest_article: of those that show the image; the newest articles get their images first. */
const IMAGES = `
  CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    url TEXT NOT NULL,
    newest_article INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'kept', 'failed')),
    type TEXT,
    bytes INTEGER NOT NULL DEFAULT 0,
    tried_at INTEGER,
    tries INTEGER NOT NULL DEFAULT 0,
    retry_at INTEGER
  ) STRICT;

  CREATE INDEX images_pending ON images (newest_article) WHERE state = 'pending';
  CREATE INDEX images_failed ON images (retry_at) WHERE state = 'failed';

  CREATE TABLE article_images (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    image_id INTEGER NOT NULL REFERENCES images (id),
    PRIMARY KEY (article_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX article_images_by_image ON article_images (image_id);
`;

/**
 * Sums that a question must not walk the library for. feed_tallies is counted anew for a feed in the transaction that
 * touched it; the bytes are kept by triggers, since length() of 100,000 bodies reads them all.
 */
const TALLIES = `
  CREATE TABLE feed_tallies (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds (id) ON DELETE CASCADE,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    full INTEGER NOT NULL DEFAULT 0,
    unread_full INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text_bytes INTEGER NOT NULL,
    image_bytes INTEGER NOT NULL,
    last_stamp INTEGER NOT NULL
  ) STRICT;
  INSERT INTO library VALUES (1, 0, 0, 0);

  CREATE TRIGGER bodies_added AFTER INSERT ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes + length(NEW.html);
  END;
  CREATE TRIGGER bodies_changed AFTER UPDATE OF html ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes + length(NEW.html) - length(OLD.html);
  END;
  CREATE TRIGGER bodies_removed AFTER DELETE ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes - length(OLD.html);
  END;
  CREATE TRIGGER images_changed AFTER UPDATE OF bytes ON images BEGIN
    UPDATE library SET image_bytes = image_bytes + NEW.bytes - OLD.bytes;
  END;
  CREATE TRIGGER images_removed AFTER DELETE ON images BEGIN
    UPDATE library SET image_bytes = image_bytes - OLD.bytes;
  END;
`;

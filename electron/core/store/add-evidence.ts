import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 16: what a person adds to an article, and the copy that a bookmark freezes. All of it hangs on the status, which
 * outlives the article. `key` of a tag is its folded title. A frozen text is never changed: a source that changes gives
 * another one beside it. `sha256` is of the stored text, as UTF-8 HTML before it is deflated. A bookmark that was taken back
 * keeps `bookmarked_at`, and `unbookmarked_at` tells which of them were taken back together. `pinned_at`: kept on this device by hand.
 */
export function addEvidence(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE statuses ADD COLUMN unbookmarked_at INTEGER;
    ALTER TABLE statuses ADD COLUMN pinned_at INTEGER;
    CREATE INDEX statuses_pinned ON statuses (article_id) WHERE pinned_at IS NOT NULL;
    CREATE INDEX statuses_unbookmarked ON statuses (unbookmarked_at) WHERE unbookmarked_at IS NOT NULL;
    CREATE INDEX statuses_saved ON statuses (bookmarked_at, article_id) WHERE bookmarked = 1;
    CREATE INDEX statuses_bookmarked_by_feed ON statuses (feed_id, article_id) WHERE bookmarked = 1;

    CREATE TABLE tags (
      id INTEGER PRIMARY KEY,
      title TEXT NOT NULL,
      key TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE article_tags (
      article_id INTEGER NOT NULL REFERENCES statuses (article_id),
      tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
      added_at INTEGER NOT NULL,
      PRIMARY KEY (article_id, tag_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_tags_by_tag ON article_tags (tag_id, article_id);

    CREATE TABLE notes (
      article_id INTEGER PRIMARY KEY REFERENCES statuses (article_id),
      text TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE highlights (
      id INTEGER PRIMARY KEY,
      article_id INTEGER NOT NULL REFERENCES statuses (article_id),
      quote TEXT NOT NULL,
      prefix TEXT NOT NULL,
      suffix TEXT NOT NULL,
      start INTEGER NOT NULL,
      note TEXT NOT NULL DEFAULT '',
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX highlights_by_article ON highlights (article_id, start);

    CREATE TABLE frozen_texts (
      id INTEGER PRIMARY KEY,
      article_id INTEGER NOT NULL REFERENCES statuses (article_id),
      frozen_at INTEGER NOT NULL,
      retrieved_at INTEGER NOT NULL,
      url TEXT,
      title TEXT NOT NULL,
      origin TEXT NOT NULL CHECK (origin IN ('feed', 'page')),
      html BLOB NOT NULL,
      sha256 TEXT NOT NULL,
      UNIQUE (article_id, sha256, title)
    ) STRICT;

    CREATE TABLE frozen_images (
      frozen_id INTEGER NOT NULL REFERENCES frozen_texts (id) ON DELETE CASCADE,
      image_id INTEGER NOT NULL REFERENCES images (id),
      PRIMARY KEY (frozen_id, image_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX frozen_images_by_image ON frozen_images (image_id);

    CREATE TRIGGER frozen_texts_added AFTER INSERT ON frozen_texts BEGIN
      UPDATE feed_tallies SET text_bytes = text_bytes + length(NEW.html) WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = NEW.article_id);
    END;
    CREATE TRIGGER frozen_texts_removed AFTER DELETE ON frozen_texts BEGIN
      UPDATE feed_tallies SET text_bytes = text_bytes - length(OLD.html) WHERE feed_id = (SELECT feed_id FROM statuses WHERE article_id = OLD.article_id);
    END;
  `);
}

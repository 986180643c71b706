import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 3: articles and bodies lie in the order of their arrival and are found through an index on their id. Ids grow with
 * the date, and every feed brings articles of other days than the last one: stored by id, each took a page of its own to
 * write, and left pages half empty. What refers to articles is made anew with them, for dropping a table that another
 * one refers to would empty both.
 */
export function appendTexts(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE articles RENAME TO old_articles;
    ALTER TABLE bodies RENAME TO old_bodies;
    ALTER TABLE revisions RENAME TO old_revisions;
    ALTER TABLE article_images RENAME TO old_article_images;
    DROP INDEX revisions_by_article;
    DROP INDEX article_images_by_image;
  `);
  db.exec(TABLES);
  db.exec(`
    INSERT INTO articles SELECT * FROM old_articles ORDER BY id;
    INSERT INTO bodies SELECT * FROM old_bodies ORDER BY article_id;
    INSERT INTO revisions SELECT * FROM old_revisions ORDER BY id;
    INSERT INTO article_images SELECT * FROM old_article_images;
    DROP TABLE old_article_images;
    DROP TABLE old_revisions;
    DROP TABLE old_bodies;
    DROP TABLE old_articles;
  `);
  db.exec(TRIGGERS);
}

const TABLES = `
  CREATE TABLE articles (
    id INTEGER NOT NULL UNIQUE REFERENCES statuses (article_id),
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
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
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

  CREATE TABLE article_images (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    image_id INTEGER NOT NULL REFERENCES images (id),
    PRIMARY KEY (article_id, position)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX article_images_by_image ON article_images (image_id);
`;

/** The triggers of step 1 went with the table that they were on. */
const TRIGGERS = `
  CREATE TRIGGER bodies_added AFTER INSERT ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes + length(NEW.html);
  END;
  CREATE TRIGGER bodies_changed AFTER UPDATE OF html ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes + length(NEW.html) - length(OLD.html);
  END;
  CREATE TRIGGER bodies_removed AFTER DELETE ON bodies BEGIN
    UPDATE library SET text_bytes = text_bytes - length(OLD.html);
  END;
`;

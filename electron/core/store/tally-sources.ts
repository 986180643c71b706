import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 6: what each feed holds on this device, so that the report on all of them walks over no article. whole: articles that
 * came whole. text_bytes: of their bodies. images and image_bytes: those that are kept. Triggers count, for articles come
 * and go in many places.
 */
export function tallySources(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE feed_tallies ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feed_tallies ADD COLUMN text_bytes INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feed_tallies ADD COLUMN images INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE feed_tallies ADD COLUMN image_bytes INTEGER NOT NULL DEFAULT 0;
  `);
  db.exec(COUNTED);
  db.exec(TRIGGERS);
}

/**
 * Whether an article came whole, as far as its list row shows: it holds more than its teaser, or a teaser that does not
 * break off.
 */
function isWhole(row: string): string {
  const teaser = `rtrim(${row}summary)`;
  const breaksOff = ['…', '...', '…]', '...]'].map((end) => `${teaser} LIKE '%${end}'`).join(' OR ');
  return `(${row}text_length > length(${row}summary) OR (${row}text_length > 0 AND NOT (${breaksOff})))`;
}

/** An image counts for the feed of the newest article that shows it. */
const COUNTED = `
  UPDATE feed_tallies SET whole = sums.whole, text_bytes = sums.bytes
  FROM (
    SELECT a.feed_id, sum(${isWhole('a.')}) AS whole, sum(ifnull(length(b.html), 0)) AS bytes
    FROM articles a LEFT JOIN bodies b ON b.article_id = a.id GROUP BY a.feed_id
  ) AS sums
  WHERE sums.feed_id = feed_tallies.feed_id;

  UPDATE feed_tallies SET images = sums.images, image_bytes = sums.bytes
  FROM (
    SELECT s.feed_id, count(*) AS images, sum(i.bytes) AS bytes
    FROM images i JOIN statuses s ON s.article_id = i.newest_article WHERE i.bytes > 0 GROUP BY s.feed_id
  ) AS sums
  WHERE sums.feed_id = feed_tallies.feed_id;
`;

/** The status of an article outlives it, and names its feed also while both are being deleted. */
const feedOf = (article: string): string => `(SELECT feed_id FROM statuses WHERE article_id = ${article})`;

const addBytes = (article: string, bytes: string): string => `UPDATE feed_tallies SET text_bytes = text_bytes + ${bytes} WHERE feed_id = ${feedOf(article)};`;

const addImage = (row: 'NEW' | 'OLD', sign: '+' | '-'): string => `
  UPDATE feed_tallies SET images = images ${sign} (${row}.bytes > 0), image_bytes = image_bytes ${sign} ${row}.bytes
  WHERE feed_id = ${feedOf(`${row}.newest_article`)};`;

const TRIGGERS = `
  CREATE TRIGGER tally_article_added AFTER INSERT ON articles BEGIN
    UPDATE feed_tallies SET whole = whole + ${isWhole('NEW.')} WHERE feed_id = NEW.feed_id;
  END;
  CREATE TRIGGER tally_article_changed AFTER UPDATE OF summary, text_length ON articles BEGIN
    UPDATE feed_tallies SET whole = whole + ${isWhole('NEW.')} - ${isWhole('OLD.')} WHERE feed_id = NEW.feed_id;
  END;
  CREATE TRIGGER tally_article_removed AFTER DELETE ON articles BEGIN
    UPDATE feed_tallies SET whole = whole - ${isWhole('OLD.')} WHERE feed_id = OLD.feed_id;
  END;
  CREATE TRIGGER tally_body_added AFTER INSERT ON bodies BEGIN ${addBytes('NEW.article_id', 'length(NEW.html)')} END;
  CREATE TRIGGER tally_body_changed AFTER UPDATE OF html ON bodies BEGIN
    ${addBytes('NEW.article_id', 'length(NEW.html) - length(OLD.html)')}
  END;
  CREATE TRIGGER tally_body_removed AFTER DELETE ON bodies BEGIN ${addBytes('OLD.article_id', '-length(OLD.html)')} END;
  CREATE TRIGGER tally_image_changed AFTER UPDATE OF bytes, newest_article ON images WHEN OLD.bytes > 0 OR NEW.bytes > 0 BEGIN
    ${addImage('OLD', '-')}
    ${addImage('NEW', '+')}
  END;
  CREATE TRIGGER tally_image_removed AFTER DELETE ON images WHEN OLD.bytes > 0 BEGIN ${addImage('OLD', '-')} END;
`;

import type { DatabaseSync } from 'node:sqlite';
import { inflateBody } from '../normalize/body.ts';
import { isWhole, roughText } from '../normalize/how-whole.ts';

interface Row {
  readonly place: number;
  readonly id: number;
  readonly summary: string;
  readonly textLength: number;
  readonly url: string | null;
  readonly html: Uint8Array | null;
}

const AT_ONCE = 500;

/**
 * Part of step 15: says of every stored article whether its feed gave all of it, and what that leaves of being kept on this
 * device. The library of before it took every text for a whole one.
 */
export function assessWhole(db: DatabaseSync): void {
  const page = db.prepare(
    `SELECT a.rowid AS place, a.id, a.summary, a.text_length AS textLength, a.url, b.html FROM articles a LEFT JOIN bodies b ON b.article_id = a.id
     WHERE a.rowid > ? ORDER BY a.rowid LIMIT ${AT_ONCE}`,
  );
  const mark = db.prepare('UPDATE articles SET whole = 0 WHERE id IN (SELECT value FROM json_each(?))');
  const lose = db.prepare('UPDATE statuses SET kept = 0 WHERE article_id IN (SELECT value FROM json_each(?)) AND presence = 1');
  for (let after = -1, rows: Row[] = []; (rows = page.all(after) as unknown as Row[]).length > 0; after = rows.at(-1)?.place ?? after) {
    const partial = JSON.stringify(rows.filter((row) => !isAll(row)).map(({ id }) => id));
    mark.run(partial);
    lose.run(partial);
  }
  db.exec(RECOUNTED);
}

function isAll({ summary, textLength, url, html }: Row): boolean {
  if (html === null || html.length === 0 || textLength === 0) return false;
  return isWhole(textOf(html), summary, url === null);
}

/** A body whose bytes are damaged is not all of its article. */
function textOf(html: Uint8Array): string {
  try {
    return roughText(inflateBody(html));
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}

const RECOUNTED = `
  UPDATE feed_tallies SET full = (SELECT count(*) FROM statuses s WHERE s.feed_id = feed_tallies.feed_id AND s.visible = 1 AND s.kept = 2),
    unread_full = (SELECT count(*) FROM statuses s WHERE s.feed_id = feed_tallies.feed_id AND s.visible = 1 AND s.read = 0 AND s.kept = 2);
`;

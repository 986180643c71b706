import type { DatabaseSync } from 'node:sqlite';

/**
 * Makes the index of what can be found anew and empty, in place of the one that is there, however damaged that is; every article
 * is due from the newest down (`fillSearch`). Within a transaction of the caller. Contentless: see add-search.ts.
 */
export function makeSearchIndex(db: DatabaseSync): void {
  db.exec(`
    DROP TABLE IF EXISTS search;
    CREATE VIRTUAL TABLE search USING fts5 (
      title, text, notes, tags, symbols, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2'
    );
    UPDATE search_fill SET below = ifnull((SELECT max(id) FROM articles), 0) + 1;
  `);
}

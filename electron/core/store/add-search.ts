import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 23: the index of what can be found. Contentless: the texts lie in their own tables, and the index holds what
 * contract/search/tokens.ts makes of them, so that its own tokenizer has nothing to decide. `search_docs`: which of its rows is
 * which article; they grow with the date (search-place.ts). `search_due`: articles of which something changed that the index
 * does not say yet. `search_fill`: articles below this id were stored before there was an index, and are not in it yet.
 */
export function addSearch(db: DatabaseSync): void {
  db.exec(`
    CREATE VIRTUAL TABLE search USING fts5 (
      title, text, notes, tags, symbols, content = '', contentless_delete = 1, tokenize = 'ascii'
    );
    CREATE TABLE search_docs (doc INTEGER PRIMARY KEY, article INTEGER NOT NULL UNIQUE) STRICT;
    CREATE TABLE search_due (article_id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE search_fill (id INTEGER PRIMARY KEY CHECK (id = 1), below INTEGER NOT NULL, spread INTEGER NOT NULL DEFAULT 0) STRICT;
    INSERT INTO search_fill (id, below) SELECT 1, ifnull(max(id), 0) + 1 FROM articles;
  `);
  db.exec(DUE);
}

/** Not INSERT OR IGNORE: within a trigger an upsert of the statement around it takes that away (SQLite, CREATE TRIGGER section 2). */
function due(id: string): string {
  return `INSERT INTO search_due SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM search_due WHERE article_id = ${id});`;
}

/** Where what is left behind may be an article's or not. */
function dueIfStored(id: string): string {
  return `INSERT INTO search_due SELECT id FROM articles WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM search_due WHERE article_id = ${id});`;
}

/** Whoever writes a text need not know that it is indexed. */
const DUE = `
  CREATE TRIGGER search_article_added AFTER INSERT ON articles BEGIN ${due('NEW.id')} END;
  CREATE TRIGGER search_article_changed AFTER UPDATE OF title, tags ON articles BEGIN ${due('NEW.id')} END;
  CREATE TRIGGER search_article_removed AFTER DELETE ON articles BEGIN
    DELETE FROM search WHERE rowid = (SELECT doc FROM search_docs WHERE article = OLD.id);
    DELETE FROM search_docs WHERE article = OLD.id;
    DELETE FROM search_due WHERE article_id = OLD.id;
  END;
  CREATE TRIGGER search_body_added AFTER INSERT ON bodies BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_body_changed AFTER UPDATE OF html ON bodies BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_page_added AFTER INSERT ON page_texts BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_page_changed AFTER UPDATE OF html ON page_texts BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_page_removed AFTER DELETE ON page_texts BEGIN ${dueIfStored('OLD.article_id')} END;
  CREATE TRIGGER search_copy_removed AFTER DELETE ON frozen_texts BEGIN ${dueIfStored('OLD.article_id')} END;
  CREATE TRIGGER search_note_added AFTER INSERT ON notes BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_note_changed AFTER UPDATE OF text ON notes BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_note_removed AFTER DELETE ON notes BEGIN ${due('OLD.article_id')} END;
  CREATE TRIGGER search_highlight_added AFTER INSERT ON highlights BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_highlight_changed AFTER UPDATE OF quote, note ON highlights BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_highlight_removed AFTER DELETE ON highlights BEGIN ${due('OLD.article_id')} END;
  CREATE TRIGGER search_tag_given AFTER INSERT ON article_tags BEGIN ${due('NEW.article_id')} END;
  CREATE TRIGGER search_tag_taken AFTER DELETE ON article_tags BEGIN ${due('OLD.article_id')} END;
  CREATE TRIGGER search_tag_renamed AFTER UPDATE OF title ON tags BEGIN
    INSERT INTO search_due SELECT article_id FROM article_tags WHERE tag_id = NEW.id AND article_id NOT IN (SELECT article_id FROM search_due);
  END;
`;

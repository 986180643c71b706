import type { DatabaseSync } from 'node:sqlite';

/** Not INSERT OR IGNORE: within a trigger an upsert of the statement around it takes that away (SQLite, CREATE TRIGGER section 2). */
function reworded(id: string): string {
  return `INSERT INTO pending_words SELECT id FROM articles WHERE id = ${id} AND NOT EXISTS (SELECT 1 FROM pending_words WHERE article_id = ${id});`;
}

/**
 * Step 25: articles that searches find otherwise though nothing arrived: a person's own words changed, or a text went. Saved
 * searches count them anew; no rule acts on them and nobody is told (core/arrivals/). A search that asks for names has everything
 * to look through where the names are others.
 */
export function addPendingWords(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE pending_words (article_id INTEGER PRIMARY KEY) STRICT;
    CREATE TRIGGER words_article_gone AFTER DELETE ON articles BEGIN DELETE FROM pending_words WHERE article_id = OLD.id; END;
    CREATE TRIGGER words_note_added AFTER INSERT ON notes BEGIN ${reworded('NEW.article_id')} END;
    CREATE TRIGGER words_note_changed AFTER UPDATE OF text ON notes BEGIN ${reworded('NEW.article_id')} END;
    CREATE TRIGGER words_note_removed AFTER DELETE ON notes BEGIN ${reworded('OLD.article_id')} END;
    CREATE TRIGGER words_highlight_added AFTER INSERT ON highlights BEGIN ${reworded('NEW.article_id')} END;
    CREATE TRIGGER words_highlight_changed AFTER UPDATE OF quote, note ON highlights BEGIN ${reworded('NEW.article_id')} END;
    CREATE TRIGGER words_highlight_removed AFTER DELETE ON highlights BEGIN ${reworded('OLD.article_id')} END;
    CREATE TRIGGER words_tag_given AFTER INSERT ON article_tags BEGIN ${reworded('NEW.article_id')} END;
    CREATE TRIGGER words_tag_taken AFTER DELETE ON article_tags BEGIN ${reworded('OLD.article_id')} END;
    CREATE TRIGGER words_tag_renamed AFTER UPDATE OF title ON tags BEGIN
      INSERT INTO pending_words SELECT article_id FROM article_tags WHERE tag_id = NEW.id AND article_id NOT IN (SELECT article_id FROM pending_words);
    END;
    CREATE TRIGGER words_page_removed AFTER DELETE ON page_texts BEGIN ${reworded('OLD.article_id')} END;
    CREATE TRIGGER words_copy_removed AFTER DELETE ON frozen_texts BEGIN ${reworded('OLD.article_id')} END;
    CREATE TRIGGER words_names_changed AFTER UPDATE OF version ON naming WHEN NEW.version <> OLD.version BEGIN
      UPDATE watches SET below = ${Number.MAX_SAFE_INTEGER} WHERE kind = 'search' AND exact = 0;
    END;
  `);
}

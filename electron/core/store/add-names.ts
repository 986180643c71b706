import type { DatabaseSync } from 'node:sqlite';

/** What a statement that fires a trigger does on a conflict holds in the trigger as well: OR IGNORE would not be heard. */
const waits = (id: string): string => `INSERT INTO unnamed SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM unnamed WHERE article_id = ${id});`;

/**
 * Step 19: what articles name. `entities` gives each id of the gazetteer a short number, for good. `unnamed` holds the articles
 * whose texts changed since somebody looked through them: triggers put them there, whoever wrote the text, and `writeNames`
 * takes them out. `naming` says with which version of the gazetteer articles are looked through, and below which id those of an
 * older one are still to be. `own_entities` is what a person added to the gazetteer or took from it.
 */
export function addNames(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE entities (
      key INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL
    ) STRICT;

    CREATE TABLE article_entities (
      article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
      entity_key INTEGER NOT NULL REFERENCES entities (key),
      in_title INTEGER NOT NULL,
      count INTEGER NOT NULL,
      first_at INTEGER NOT NULL,
      PRIMARY KEY (article_id, entity_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX article_entities_by_entity ON article_entities (entity_key, article_id);

    CREATE TABLE unnamed (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
    ) STRICT;

    CREATE TABLE naming (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version TEXT NOT NULL,
      below INTEGER NOT NULL
    ) STRICT;
    INSERT INTO naming VALUES (1, '', 0);

    CREATE TABLE own_entities (
      id TEXT PRIMARY KEY,
      entity TEXT NOT NULL,
      changed_at INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER unnamed_article AFTER INSERT ON articles BEGIN
      ${waits('NEW.id')}
    END;
    CREATE TRIGGER unnamed_title AFTER UPDATE OF title, published_at ON articles
      WHEN NEW.title <> OLD.title OR NEW.published_at IS NOT OLD.published_at BEGIN
      ${waits('NEW.id')}
    END;
    CREATE TRIGGER unnamed_body AFTER UPDATE OF html ON bodies BEGIN
      ${waits('NEW.article_id')}
    END;
    CREATE TRIGGER unnamed_late_body AFTER INSERT ON bodies BEGIN
      ${waits('NEW.article_id')}
    END;
    CREATE TRIGGER unnamed_page AFTER INSERT ON page_texts BEGIN
      ${waits('NEW.article_id')}
    END;
    CREATE TRIGGER unnamed_page_changed AFTER UPDATE OF html ON page_texts BEGIN
      ${waits('NEW.article_id')}
    END;
    CREATE TRIGGER unnamed_page_removed AFTER DELETE ON page_texts BEGIN
      INSERT INTO unnamed SELECT id FROM articles WHERE id = OLD.article_id AND id NOT IN (SELECT article_id FROM unnamed);
    END;
  `);
}

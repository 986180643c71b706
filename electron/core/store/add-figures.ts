import type { DatabaseSync } from 'node:sqlite';

/** As names wait: see addNames. */
const waits = (id: string): string => `INSERT INTO figures_due SELECT ${id} WHERE NOT EXISTS (SELECT 1 FROM figures_due WHERE article_id = ${id});`;

/**
 * Step 29: what articles say in figures. `article_figures` holds them, packed without what the text says (core/figures/pack-figures.ts);
 * `figures` has a row of each for what is asked across articles: `kind` by its place in FIGURE_KINDS; `place` falls in reading
 * order, so that a walk downwards meets the newest article first and each from its beginning; numbers are decimals as text, `high`
 * null where it is `low`; days are numbers, 20261110; `name` is the product of a quote, or a notice; `day` that of a date or a
 * quote. `figure_words` gives what repeats a short number.
 * `figures_due` holds articles whose texts changed since they were read, and `figures_reading` by which version of the lens and of
 * the gazetteer they are, and below which id those of an older one wait. Corrections hang on the status, as highlights do.
 * `lens_change` and `lens_changed` say what the last change of the lens's rules did.
 */
export function addFigures(db: DatabaseSync): void {
  db.exec(TABLES);
  db.exec(TRIGGERS);
}

const TABLES = `
  CREATE TABLE article_figures (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    packed BLOB NOT NULL
  ) STRICT;

  CREATE TABLE figure_words (
    key INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
  ) STRICT;

  CREATE TABLE figures (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    unit INTEGER REFERENCES figure_words (key),
    low TEXT NOT NULL,
    high TEXT,
    from_day INTEGER,
    to_day INTEGER,
    flags INTEGER NOT NULL,
    role TEXT,
    day INTEGER,
    name INTEGER REFERENCES figure_words (key),
    basis INTEGER REFERENCES figure_words (key),
    PRIMARY KEY (article_id, place)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX figures_by_kind ON figures (kind, article_id, place);
  CREATE INDEX figures_by_unit ON figures (unit, article_id, place) WHERE unit IS NOT NULL;
  CREATE INDEX figures_by_name ON figures (name, unit, basis, day, article_id, place) WHERE name IS NOT NULL;
  CREATE INDEX figures_by_day ON figures (day, article_id, place) WHERE role IS NOT NULL;
  CREATE INDEX figures_by_period ON figures (to_day, from_day, article_id, place) WHERE to_day IS NOT NULL;
  CREATE INDEX figures_flagged ON figures (article_id, place, flags) WHERE flags > 0;

  CREATE TABLE figure_entities (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    entity_key INTEGER NOT NULL REFERENCES entities (key),
    PRIMARY KEY (article_id, place, entity_key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX figure_entities_by_entity ON figure_entities (entity_key, article_id, place);

  CREATE TABLE figures_due (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE figures_reading (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    names TEXT NOT NULL,
    below INTEGER NOT NULL
  ) STRICT;
  INSERT INTO figures_reading VALUES (1, 0, '', 0);

  CREATE TABLE figure_corrections (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES statuses (article_id),
    kind TEXT NOT NULL CHECK (kind IN ('fixed', 'dropped', 'added')),
    figure_id TEXT,
    field TEXT NOT NULL CHECK (field IN ('title', 'text')),
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    start INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    base TEXT,
    fix TEXT,
    made_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX figure_corrections_by_article ON figure_corrections (article_id, id);

  CREATE TABLE lens_change (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    from_version INTEGER NOT NULL,
    version INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    articles INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0,
    removed INTEGER NOT NULL DEFAULT 0,
    altered INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE lens_changed (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    change TEXT NOT NULL
  ) STRICT;
`;

const TRIGGERS = `
  CREATE TRIGGER figures_of_article AFTER INSERT ON articles BEGIN
    ${waits('NEW.id')}
  END;
  CREATE TRIGGER figures_of_title AFTER UPDATE OF title, published_at ON articles
    WHEN NEW.title <> OLD.title OR NEW.published_at IS NOT OLD.published_at BEGIN
    ${waits('NEW.id')}
  END;
  CREATE TRIGGER figures_of_body AFTER UPDATE OF html ON bodies BEGIN
    ${waits('NEW.article_id')}
  END;
  CREATE TRIGGER figures_of_late_body AFTER INSERT ON bodies BEGIN
    ${waits('NEW.article_id')}
  END;
  CREATE TRIGGER figures_of_page AFTER INSERT ON page_texts BEGIN
    ${waits('NEW.article_id')}
  END;
  CREATE TRIGGER figures_of_page_changed AFTER UPDATE OF html ON page_texts BEGIN
    ${waits('NEW.article_id')}
  END;
  CREATE TRIGGER figures_of_page_removed AFTER DELETE ON page_texts BEGIN
    INSERT INTO figures_due SELECT id FROM articles WHERE id = OLD.article_id AND id NOT IN (SELECT article_id FROM figures_due);
  END;
`;

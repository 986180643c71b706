import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 21: what is watched, what it matched, what was told of it, and the rules that act on what arrives.
 *
 * `pending_arrivals`: articles that came, or of which a text changed, and that watches and rules have not looked at. Triggers
 * fill it, so that no way by which an article comes goes past it, and a kill in between costs nothing. `names_only`: nothing came
 * but what it names is known otherwise, as it is for the whole library when the gazetteer changes.
 * `watches.below`: where looking through older articles has come to, from the newest down; null when done. `live`: its query
 * asks for what a person does with articles. `total` and `unread` count its hits that lists can show; triggers keep them.
 * `statuses.muted_by`: the rule, or null where a person muted it.
 */
export function addWatches(db: DatabaseSync): void {
  db.exec(ARRIVALS);
  db.exec(WATCHES);
  db.exec(ALERTS);
  db.exec(RULES);
}

const ARRIVALS = `
  ALTER TABLE statuses ADD COLUMN muted_at INTEGER;
  ALTER TABLE statuses ADD COLUMN muted_by INTEGER;
  ALTER TABLE statuses ADD COLUMN raised_at INTEGER;
  CREATE INDEX statuses_muted ON statuses (muted_by, article_id) WHERE muted_at IS NOT NULL;

  CREATE TABLE pending_arrivals (article_id INTEGER PRIMARY KEY, names_only INTEGER NOT NULL) STRICT;

  CREATE TRIGGER articles_arrive AFTER INSERT ON articles BEGIN
    INSERT INTO pending_arrivals VALUES (NEW.id, 0) ON CONFLICT DO UPDATE SET names_only = 0;
  END;
  CREATE TRIGGER articles_revised AFTER UPDATE OF title, summary, revision ON articles BEGIN
    INSERT INTO pending_arrivals VALUES (NEW.id, 0) ON CONFLICT DO UPDATE SET names_only = 0;
  END;
  CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    DELETE FROM pending_arrivals WHERE article_id = OLD.id;
  END;
  CREATE TRIGGER page_texts_arrive AFTER INSERT ON page_texts BEGIN
    INSERT INTO pending_arrivals VALUES (NEW.article_id, 0) ON CONFLICT DO UPDATE SET names_only = 0;
  END;
  CREATE TRIGGER names_found AFTER INSERT ON article_entities BEGIN
    INSERT INTO pending_arrivals VALUES (NEW.article_id, 1) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER names_dropped AFTER DELETE ON article_entities BEGIN
    INSERT INTO pending_arrivals VALUES (OLD.article_id, 1) ON CONFLICT DO NOTHING;
  END;
  CREATE TRIGGER page_texts_revised AFTER UPDATE OF html ON page_texts BEGIN
    INSERT INTO pending_arrivals VALUES (NEW.article_id, 0) ON CONFLICT DO UPDATE SET names_only = 0;
  END;
`;

const WATCHES = `
  CREATE TABLE watches (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('entity', 'search')),
    entity_id TEXT,
    query TEXT,
    exact INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL,
    alert TEXT NOT NULL DEFAULT 'off' CHECK (alert IN ('off', 'notify', 'digest')),
    created_at INTEGER NOT NULL,
    live INTEGER NOT NULL DEFAULT 0,
    below INTEGER,
    total INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    failure_code TEXT,
    failure_detail TEXT,
    CHECK ((kind = 'entity') = (entity_id IS NOT NULL) AND (kind = 'search') = (query IS NOT NULL))
  ) STRICT;

  CREATE TABLE watch_hits (
    watch_id INTEGER NOT NULL REFERENCES watches (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES statuses (article_id),
    PRIMARY KEY (watch_id, article_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX watch_hits_by_article ON watch_hits (article_id, watch_id);

  CREATE TRIGGER watch_hits_added AFTER INSERT ON watch_hits BEGIN
    UPDATE watches SET (total, unread) = (
      SELECT total + visible, unread + visible * (1 - read) FROM statuses WHERE article_id = NEW.article_id
    ) WHERE id = NEW.watch_id;
  END;
  CREATE TRIGGER watch_hits_removed AFTER DELETE ON watch_hits BEGIN
    UPDATE watches SET (total, unread) = (
      SELECT total - visible, unread - visible * (1 - read) FROM statuses WHERE article_id = OLD.article_id
    ) WHERE id = OLD.watch_id;
  END;
  CREATE TRIGGER watch_hits_seen AFTER UPDATE OF read, visible ON statuses
    WHEN OLD.visible <> NEW.visible OR (OLD.read <> NEW.read AND NEW.visible = 1)
  BEGIN
    UPDATE watches SET total = total + NEW.visible - OLD.visible,
      unread = unread + NEW.visible * (1 - NEW.read) - OLD.visible * (1 - OLD.read)
    WHERE id IN (SELECT watch_id FROM watch_hits WHERE article_id = NEW.article_id);
  END;
`;

const ALERTS = `
  CREATE TABLE alerts (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    told_at INTEGER,
    seen_at INTEGER,
    story INTEGER
  ) STRICT;
  CREATE INDEX alerts_untold ON alerts (due_at) WHERE told_at IS NULL;
  CREATE INDEX alerts_unseen ON alerts (id) WHERE seen_at IS NULL;
  CREATE INDEX alerts_by_story ON alerts (story) WHERE story IS NOT NULL;
  CREATE INDEX alerts_by_time ON alerts (at);

  CREATE TABLE alert_articles (
    article_id INTEGER PRIMARY KEY REFERENCES statuses (article_id),
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX alert_articles_by_alert ON alert_articles (alert_id, article_id);

  CREATE TABLE alert_reasons (
    alert_id INTEGER NOT NULL REFERENCES alerts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('watch', 'rule')),
    ref_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    entity_id TEXT,
    words TEXT NOT NULL,
    PRIMARY KEY (alert_id, kind, ref_id)
  ) STRICT, WITHOUT ROWID;
`;

/** `rule_hits`: what a rule acted on by itself, so that it acts once. `rule_changes`: what a run changed, for its undoing. */
const RULES = `
  CREATE TABLE rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    position INTEGER NOT NULL,
    conditions TEXT NOT NULL,
    effects TEXT NOT NULL,
    acted INTEGER NOT NULL DEFAULT 0,
    failure_code TEXT,
    failure_detail TEXT
  ) STRICT;

  CREATE TABLE rule_hits (
    rule_id INTEGER NOT NULL REFERENCES rules (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES statuses (article_id),
    PRIMARY KEY (rule_id, article_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE rule_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule_id INTEGER NOT NULL,
    conditions TEXT NOT NULL,
    effects TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'done', 'undoing', 'undone')),
    below INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,
    total INTEGER NOT NULL,
    matched INTEGER NOT NULL DEFAULT 0,
    changed INTEGER NOT NULL DEFAULT 0,
    started_at INTEGER NOT NULL,
    ended_at INTEGER
  ) STRICT;

  CREATE TABLE rule_changes (
    run_id INTEGER NOT NULL REFERENCES rule_runs (id) ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES statuses (article_id),
    effect TEXT NOT NULL,
    detail TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (run_id, article_id, effect, detail)
  ) STRICT, WITHOUT ROWID;
`;

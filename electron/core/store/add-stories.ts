import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 20: which articles tell one event. `story_id` stands with the status, so that it outlives the article and lists need no
 * other table. Signatures and keys are of the last weeks only: later no report of the same event comes. `week` parts the keys,
 * so that those that are too old go in one stretch; a key may outlive its article until then. `story_splits` holds both
 * directions of what a person took apart; `taken_out`: `article_id` is the one that left.
 */
export function addStories(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE statuses ADD COLUMN story_id INTEGER;
    CREATE INDEX statuses_by_story ON statuses (story_id, article_id) WHERE story_id IS NOT NULL;

    CREATE TABLE story_signatures (
      article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      signature TEXT NOT NULL
    ) STRICT;

    CREATE TABLE story_keys (
      week INTEGER NOT NULL,
      key INTEGER NOT NULL,
      article_id INTEGER NOT NULL,
      PRIMARY KEY (week, key, article_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE story_splits (
      article_id INTEGER NOT NULL REFERENCES statuses (article_id),
      other_id INTEGER NOT NULL REFERENCES statuses (article_id),
      split_at INTEGER NOT NULL,
      taken_out INTEGER NOT NULL,
      PRIMARY KEY (article_id, other_id)
    ) STRICT, WITHOUT ROWID;
  `);
}

import type { DatabaseSync } from 'node:sqlite';

/** Step 22: articles whose story is still to be found, so that storing one waits for no other and a kill in between costs nothing. */
export function addStoryQueue(db: DatabaseSync): void {
  db.exec('CREATE TABLE story_queue (article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE) STRICT');
}

import type { DatabaseSync } from 'node:sqlite';

/**
 * Step 31: what comes is noted by who stores it (`note-texts.ts`), many articles at a time. Six triggers on each article, body and
 * name took a fifth of the time of storing it: a statement that fires one also keeps a journal of its own. What changes afterwards,
 * whoever changes it, is noted by triggers as before.
 */
export function leanArrivals(db: DatabaseSync): void {
  db.exec(`
    DROP TRIGGER unnamed_article;
    DROP TRIGGER unnamed_late_body;
    DROP TRIGGER search_article_added;
    DROP TRIGGER search_body_added;
    DROP TRIGGER articles_arrive;
    DROP TRIGGER names_found;
  `);
}

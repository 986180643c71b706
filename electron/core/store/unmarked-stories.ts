import type { ArticleId } from '../../contract/model.ts';
import { STORY_VERSION } from '../stories/story-mark.ts';
import { STORIES_REACH } from './note-story.ts';
import { firstIdAt } from './place-article.ts';
import { weekOf } from './place-story.ts';
import type { Store } from './store.ts';

/** Articles of the last 60 days below an id that have no mark of the version of now, newest first. */
export function unmarkedArticles(store: Store, { below, limit }: { readonly below: ArticleId; readonly limit: number }): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT s.article_id AS id FROM statuses s WHERE s.article_id >= ?1 AND s.article_id < ?2 AND s.presence = 1
         AND NOT EXISTS (SELECT 1 FROM story_signatures g WHERE g.article_id = s.article_id AND g.version = ?3)
         AND NOT EXISTS (SELECT 1 FROM story_queue q WHERE q.article_id = s.article_id AND q.version = ?3)
       ORDER BY s.article_id DESC LIMIT ?4`,
      firstIdAt(store.now() - STORIES_REACH), below, STORY_VERSION, limit,
    )
    .map(({ id }) => id);
}

/** Those of some articles that have no mark of the version of now. */
export function unmarkedOf(store: Store, ids: readonly ArticleId[]): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT wanted.value AS id FROM json_each(?1) AS wanted
       WHERE NOT EXISTS (SELECT 1 FROM story_signatures g WHERE g.article_id = wanted.value AND g.version = ?2)
         AND NOT EXISTS (SELECT 1 FROM story_queue q WHERE q.article_id = wanted.value AND q.version = ?2)`,
      JSON.stringify(ids), STORY_VERSION,
    )
    .map(({ id }) => id);
}

/** Lets marks go that are too old to be asked for, at most `limit` rows of each kind. Answers with how many went. */
export function dropOldMarks(store: Store, limit: number): number {
  const before = store.now() - STORIES_REACH;
  return store.transaction(() => {
    // A week more than the reach: what is just within it is compared with what is just without.
    const keys = store.run(
      'DELETE FROM story_keys WHERE (week, key, article_id) IN (SELECT week, key, article_id FROM story_keys WHERE week < ? ORDER BY week, key, article_id LIMIT ?)', weekOf(before) - 1, limit,
    );
    const signatures = store.run(
      'DELETE FROM story_signatures WHERE article_id IN (SELECT article_id FROM story_signatures WHERE article_id < ? ORDER BY article_id LIMIT ?)', firstIdAt((weekOf(before) - 1) * 7 * 24 * 60 * 60_000), limit,
    );
    return keys + signatures;
  });
}

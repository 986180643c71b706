import type { ArticleId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/**
 * Says anew how much of some articles is on this device: 0 its headline and at most a summary, 1 its text, 2 text and every image. To be
 * called in the transaction that changed a body or an image. Answers with the number of articles for which it changed.
 */
export function assessKept(store: Store, ids: readonly ArticleId[], at: number): number {
  return store.run(
    `UPDATE statuses SET kept = fresh.kept, kept_at = ?1
     FROM (
       SELECT value AS id, CASE
         WHEN NOT EXISTS (
           SELECT 1 FROM articles a
           WHERE a.id = value AND (a.has_page = 1 OR (a.whole = 1 AND EXISTS (SELECT 1 FROM bodies WHERE bodies.article_id = value)))
         ) THEN 0
         WHEN EXISTS (
           SELECT 1 FROM article_images ai JOIN images i ON i.id = ai.image_id
           WHERE ai.article_id = value AND i.state <> 'kept'
         ) THEN 1
         ELSE 2 END AS kept
       FROM json_each(?2)
     ) AS fresh
     WHERE statuses.article_id = fresh.id AND statuses.presence = 1 AND statuses.kept <> fresh.kept`,
    at,
    JSON.stringify(ids),
  );
}

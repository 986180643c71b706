import type { ArticleId, FeedId } from '../../contract/model.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

/**
 * Marks articles read, and of stories all that lists show of those that had arrived by `before` (an `asOf`). Answers with those
 * that changed.
 */
export function markRead(store: Store, { articleIds, storyIds, before }: { readonly articleIds: readonly ArticleId[]; readonly storyIds: readonly number[]; readonly before: number }): ArticleId[] {
  return store.transaction(() => {
    const stamp = store.stamp();
    const rows = [
      ...store.all<{ id: ArticleId; feedId: FeedId }>(
        `UPDATE statuses SET read = 1, read_at = ? WHERE article_id IN (SELECT value FROM json_each(?)) AND read = 0
         RETURNING article_id AS id, feed_id AS feedId`,
        stamp, JSON.stringify(articleIds),
      ),
      ...store.all<{ id: ArticleId; feedId: FeedId }>(
        `UPDATE statuses SET read = 1, read_at = ? WHERE story_id IN (SELECT value FROM json_each(?)) AND visible = 1 AND read = 0 AND arrived_at <= ?
         RETURNING article_id AS id, feed_id AS feedId`,
        stamp, JSON.stringify(storyIds), before,
      ),
    ];
    if (rows.length > 0) recount(store, [...new Set(rows.map(({ feedId }) => feedId))]);
    return rows.map(({ id }) => id);
  });
}

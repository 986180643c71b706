import type { ArticleId } from '../../contract/model.ts';
import type { StoryOfArticle } from '../../contract/stories.ts';
import type { StoreReads } from '../store/store.ts';

/** The articles of some stories that lists show. */
export function storyMembers(store: StoreReads, storyIds: readonly number[]): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      'SELECT o.article_id AS id FROM json_each(?) AS wanted CROSS JOIN statuses o INDEXED BY statuses_by_story ON o.story_id = wanted.value AND o.visible = 1', JSON.stringify(storyIds),
    )
    .map(({ id }) => id);
}

/** The stories of some articles, of those that are in one with another article that lists show. Cost grows with these stories alone. */
export function storiesOf(store: StoreReads, ids: readonly ArticleId[]): Map<ArticleId, StoryOfArticle> {
  const rows = store.all<{ articleId: ArticleId; id: number }>(
    `SELECT s.article_id AS articleId, s.story_id AS id FROM json_each(?) AS wanted CROSS JOIN statuses s ON s.article_id = wanted.value WHERE s.story_id IS NOT NULL`,
    JSON.stringify(ids),
  );
  if (rows.length === 0) return new Map();
  const found = store.all<StoryOfArticle>(
    `SELECT wanted.value AS id, count(DISTINCT o.feed_id) AS sources, sum(o.read = 0) AS unread, count(*) AS articles
     FROM json_each(?) AS wanted CROSS JOIN statuses o INDEXED BY statuses_by_story ON o.story_id = wanted.value AND o.visible = 1
     GROUP BY wanted.key HAVING count(*) > 1`,
    JSON.stringify([...new Set(rows.map(({ id }) => id))]),
  );
  const byId = new Map(found.map((one) => [one.id, one]));
  return new Map(rows.flatMap(({ articleId, id }) => {
    const one = byId.get(id);
    return one ? [[articleId, one] as const] : [];
  }));
}

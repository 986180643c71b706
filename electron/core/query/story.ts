import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { Story, StoryArticle, StoryOfArticle } from '../../contract/stories.ts';
import { textOfSanitized } from '../normalize/sanitized-text.ts';
import { articleTexts } from '../store/article-texts.ts';
import { sortAtOf } from '../store/place-article.ts';
import type { Store, StoreReads } from '../store/store.ts';
import { figureDifferences } from '../stories/differences.ts';

/** Articles whose figures are held against each other, the first that were published. */
const MOST_COMPARED = 12;

type Row = Omit<StoryArticle, 'read' | 'sortAt'> & { readonly read: number };

/** The articles that report what an article reports, in order of first publication. Throws `article-missing` {articleId}. */
export function story(store: Store, articleId: ArticleId): Story {
  const own = store.get<{ storyId: number | null }>('SELECT s.story_id AS storyId FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?', articleId);
  if (!own) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const { storyId } = own;
  const members = storyId === null ? [] : store.all<{ id: ArticleId }>(
    'SELECT article_id AS id FROM statuses INDEXED BY statuses_by_story WHERE story_id = ? AND visible = 1 ORDER BY article_id', storyId,
  );
  const ids = members.length > 1 ? members.map(({ id }) => id) : [articleId];
  const articles = store
    .all<Row>(
      `SELECT a.id, a.feed_id AS feedId, coalesce(a.outlet, f.own_title, f.title) AS feedTitle, a.title, a.url, a.lang,
         a.published_at AS publishedAt, a.published_day AS publishedDay, s.read
       FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value CROSS JOIN statuses s ON s.article_id = a.id CROSS JOIN feeds f ON f.id = a.feed_id
       ORDER BY wanted.key`,
      JSON.stringify(ids),
    )
    .map((row) => ({ ...row, sortAt: sortAtOf(row.id), read: row.read === 1 }));
  const texts = articles.length < 2 ? [] : articles.slice(0, MOST_COMPARED).map(({ id, title }) => ({ id, title, text: textOfSanitized(articleTexts(store, id)[0]?.html ?? '') }));
  return { storyId: articles.length > 1 ? storyId : null, articles, differing: figureDifferences(texts) };
}

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

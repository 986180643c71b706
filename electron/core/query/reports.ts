import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import type { StoreReads } from '../store/store.ts';

/** Reports of a story of which figures are held against each other, the first that were published. */
export const MOST_COMPARED = 12;

/**
 * The reports of an article's story that lists show, in order of first publication; where there are not two, the article alone.
 * Throws `article-missing` {articleId}.
 */
export function reportsOf(store: StoreReads, articleId: ArticleId): { readonly storyId: number | null; readonly ids: readonly ArticleId[] } {
  const own = store.get<{ storyId: number | null }>('SELECT s.story_id AS storyId FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?', articleId);
  if (!own) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  const { storyId } = own;
  const ids = storyId === null ? [] : store.all<{ id: ArticleId }>(
    'SELECT article_id AS id FROM statuses INDEXED BY statuses_by_story WHERE story_id = ? AND visible = 1 ORDER BY article_id', storyId,
  ).map(({ id }) => id);
  return ids.length > 1 ? { storyId, ids } : { storyId: null, ids: [articleId] };
}

import { ReaderError } from '../../contract/errors.ts';
import type { LensDifference } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { differingFigures } from '../figures/differing-figures.ts';
import { figuresStored } from '../store/figures.ts';
import type { StoreReads } from '../store/store.ts';
import { figureRow, figureSources } from './figure-sources.ts';

/** Articles whose figures are held against each other, the first that were published. */
const MOST_COMPARED = 12;

/** What the articles of an article's story say differently. Throws `article-missing` {articleId}. */
export function lensDifferences(store: StoreReads, articleId: ArticleId): LensDifference[] {
  const own = store.get<{ storyId: number | null }>('SELECT s.story_id AS storyId FROM statuses s JOIN articles a ON a.id = s.article_id WHERE s.article_id = ?', articleId);
  if (!own) throw new ReaderError('article-missing', `there is no article ${articleId}`, { articleId });
  if (own.storyId === null) return [];
  const ids = store.all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses INDEXED BY statuses_by_story WHERE story_id = ? AND visible = 1 ORDER BY article_id LIMIT ?', own.storyId, MOST_COMPARED).map(({ id }) => id);
  const sources = figureSources(store, ids);
  return differingFigures(ids.flatMap((id) => {
    const source = sources.get(id);
    return source ? [figuresStored(store, id).figures.map((figure) => figureRow(figure, source))] : [];
  }));
}

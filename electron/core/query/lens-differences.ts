import type { LensDifference } from '../../contract/lens-api.ts';
import type { ArticleId } from '../../contract/model.ts';
import { differingFigures } from '../figures/differing-figures.ts';
import { figuresStored } from '../store/figures.ts';
import type { StoreReads } from '../store/store.ts';
import { figureRow, figureSources } from './figure-sources.ts';
import { MOST_COMPARED, reportsOf } from './reports.ts';

/** What the articles of an article's story say differently. Throws `article-missing` {articleId}. */
export function lensDifferences(store: StoreReads, articleId: ArticleId): LensDifference[] {
  const ids = reportsOf(store, articleId).ids.slice(0, MOST_COMPARED);
  const sources = figureSources(store, ids);
  return differingFigures(ids.flatMap((id) => {
    const source = sources.get(id);
    return source ? [figuresStored(store, id).figures.map((figure) => figureRow(figure, source))] : [];
  }));
}

import type { ArticleId } from '../../contract/model.ts';
import type { Story } from '../../contract/stories.ts';
import { textOfSanitized } from '../normalize/sanitized-text.ts';
import { articleTexts } from '../store/article-texts.ts';
import type { Store } from '../store/store.ts';
import { differingStatements } from '../stories/differing-statements.ts';
import { articleSummaries } from './article-summaries.ts';
import { MOST_COMPARED, reportsOf } from './reports.ts';

/** The articles that report what an article reports, in order of first publication. Throws `article-missing` {articleId}. */
export function story(store: Store, articleId: ArticleId): Story {
  const { storyId, ids } = reportsOf(store, articleId);
  const articles = articleSummaries(store, ids);
  const texts = articles.length < 2 ? [] : articles.slice(0, MOST_COMPARED).map(({ id, title }) => ({ id, title, text: textOfSanitized(articleTexts(store, id)[0]?.html ?? '') }));
  return { storyId: articles.length > 1 ? storyId : null, articles, differing: differingStatements(texts) };
}

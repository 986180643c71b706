import type { LookedAgain } from '../../electron/contract/full-text.ts';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { errorWords } from '../words/error-words.ts';
import { wordsNow } from '../words/use-words.ts';
import { askArticle } from './ask-article.ts';
import { statusOf } from './article-cache.ts';
import { showFailure } from './show-failure.ts';
import { showToast } from './ui.ts';

/** Asked for once at a time: a key that is held asks no site again and again. */
const underWay = new Set<ArticleId>();

/** Asks the page of an article whether it changed, and says what came of that. An open article shows its text of now, which the person asked for. */
export async function lookAgain(articleId: ArticleId): Promise<void> {
  if (underWay.has(articleId)) return;
  underWay.add(articleId);
  showToast({ text: () => wordsNow().t('fullText.looking') });
  try {
    const found = await call('lookAgain', { articleId });
    if (found.state === 'changed' || found.state === 'first') await showNow(articleId);
    // What is open nowhere stands in the page of bookmarks.
    const isBookmarked = statusOf(articleId)?.bookmarked ?? true;
    showToast({ text: () => foundWords(found, isBookmarked) });
  } catch (error) {
    showFailure(error);
  } finally {
    underWay.delete(articleId);
  }
}

/** Where it is open: nothing that is not shown is asked for. */
async function showNow(articleId: ArticleId): Promise<void> {
  const key = queryKeys.article(articleId);
  if (queryClient.getQueryData<Article>(key)) queryClient.setQueryData<Article>(key, await askArticle(articleId));
}

function foundWords(found: LookedAgain, isBookmarked: boolean): string {
  const words = wordsNow();
  const { t, format } = words;
  switch (found.state) {
    case 'unchanged':
      return t('fullText.lookedSame', { time: `${format.shortDate(found.since)} ${format.time(found.since)}` });
    case 'changed':
      return t(isBookmarked ? 'fullText.lookedChangedKept' : 'fullText.lookedChanged');
    case 'first':
      return t('fullText.lookedFirst');
    case 'none':
      return t('list.noLink');
    case 'failed': {
      const { title, cause } = errorWords(found, words);
      return [t('fullText.failed', { title, cause }), t('fullText.lookedStays')].join(t('row.joiner'));
    }
    default:
      return found satisfies never;
  }
}

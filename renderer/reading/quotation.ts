import type { Article } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { quoteOf, selectedRange } from '../evidence/selection.ts';
import { showFailure } from '../state/show-failure.ts';
import { showToast, useUi } from '../state/ui.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';

export interface Quotation {
  readonly text: string;
  readonly html: string;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The day of an article as citations write it: 2026-11-18. */
function dayOf({ publishedDay, sortAt }: Pick<Article, 'publishedDay' | 'sortAt'>): string {
  if (publishedDay !== null) return publishedDay;
  const at = new Date(sortAt);
  return [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')].join('-');
}

/** A passage with where it is from, as plain text and as HTML. */
export function quotationOf(article: Pick<Article, 'title' | 'feedTitle' | 'publishedDay' | 'sortAt' | 'url' | 'summary'>, passage: string, words: Pick<Words, 't'>): Quotation {
  const title = headlineTitle(article, words);
  const source = words.t('quotation.source', { title, source: article.feedTitle, date: dayOf(article) });
  const quoted = words.t('quotation.words', { words: passage });
  const cite = article.url === null ? '' : ` cite="${escaped(article.url)}"`;
  const from = article.url === null ? escaped(source) : `<a href="${escaped(article.url)}">${escaped(source)}</a>`;
  return {
    text: [quoted, source, ...(article.url === null ? [] : [article.url])].join('\n'),
    html: `<blockquote${cite}><p>${escaped(passage)}</p></blockquote><p>${from}</p>`,
  };
}

/** Copies the selected passage of the open article with its source; says what to do where none is selected. */
export async function copyQuotation(): Promise<void> {
  const { articleId } = useUi.getState();
  const range = selectedRange();
  const passage = range ? quoteOf(range)?.quote : undefined;
  const article = articleId === null ? undefined : queryClient.getQueryData<Article>(queryKeys.article(articleId));
  if (!passage || !article) {
    showToast({ text: () => wordsNow().t('quotation.nothing') });
    return;
  }
  const { text, html } = quotationOf(article, passage, wordsNow());
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }) })]);
    showToast({ text: () => wordsNow().t('quotation.copied') });
  } catch (error) {
    showFailure(error);
  }
}

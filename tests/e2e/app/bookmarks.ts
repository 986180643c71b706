import type { ArticleId } from '../../../electron/contract/model.ts';
import type { App } from './app.ts';

/** The text of HTML, near enough to quote from. */
function textOf(html: string): string {
  return html.replaceAll(/<\/(?:p|h\d|li)>/gu, '\n').replaceAll(/<[^>]*>/gu, '').replaceAll('&amp;', '&');
}

/** Marks the n-th sentence of an article, from 0, with a note where one is given. */
export async function highlightSentence(app: App, articleId: ArticleId, nth: number, note = ''): Promise<string> {
  const { contentHtml, summary, title } = await app.call('getArticle', { articleId });
  const text = textOf(contentHtml).trim() || summary || title;
  const sentences = [...text.matchAll(/(?:[^.。\n]|\.(?=\d))+[.。]?/gu)].filter(([sentence]) => sentence.trim().length > 8);
  const found = sentences[nth % sentences.length];
  if (!found) throw new Error(`article ${articleId} has no sentence to mark`);
  const quote = found[0].trim();
  const start = text.slice(0, found.index).replaceAll(/\s/gu, '').length;
  await app.call('addHighlight', { articleId, quote, prefix: '', suffix: '', start, note });
  return quote;
}

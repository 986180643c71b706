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
  const sentences = [...text.matchAll(/[^.。\n]+[.。]?/gu)].filter(([sentence]) => sentence.trim().length > 8);
  const found = sentences[nth % sentences.length];
  if (!found) throw new Error(`article ${articleId} has no sentence to mark`);
  const quote = found[0].trim();
  const start = text.slice(0, found.index).replaceAll(/\s/gu, '').length;
  await app.call('addHighlight', { articleId, quote, prefix: '', suffix: '', start, note });
  return quote;
}

const TAGS = ['prices', 'Myanmar', 'magnets', 'thrifting', 'quota', '中文', 'capex', 'offtake', 'finance', 'policy', 'recycling', 'process', 'cerium', 'Greenland'] as const;

/** Bookmarks of several sources with tags, highlights and notes. Answers with their ids, as saved. */
export async function seedBookmarks(app: App): Promise<readonly ArticleId[]> {
  await app.follow('oxide-alloy', 'western-minerals', 'xitu-zaobao', 'northgate');
  const { articles } = await app.call('listArticles', { scope: { kind: 'all' }, limit: 500 });
  const some = articles.filter((_article, index) => index % 2 === 0).slice(0, 16);
  for (const [index, { id }] of some.entries()) {
    await app.call('setBookmarked', { articleId: id, bookmarked: true });
    const tags = [TAGS[index % 4], TAGS[(index * 5 + 1) % TAGS.length]].filter((tag) => tag !== undefined);
    if (index % 5 !== 4) await app.call('tagArticles', { articleIds: [id], add: tags });
    if (index % 3 !== 2) await highlightSentence(app, id, 0, index % 2 === 0 ? 'Ask our two suppliers which separator they buy from before Thursday’s call.' : '');
    if (index % 4 === 0) await highlightSentence(app, id, 2);
    if (index % 6 === 5) await app.call('setNote', { articleId: id, text: 'Quote for the weekly note. Arrivals are down 54% on the year.' });
  }
  await app.imagesKept();
  return some.map(({ id }) => id);
}

import { inflateBody } from '../../../electron/core/normalize/body.ts';
import type { ArticleOutline, IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { readDocument, type ReadDocument } from '../../../electron/core/refresh/ingest-document.ts';
import { hold } from './fuzz-target.ts';
import { holdSafe } from './safe-html.ts';

const URL_OF = 'https://metals.example/feed';
const NOW = Date.UTC(2026, 10, 20);
const DAY = 24 * 60 * 60_000;
const CODES = new Set(['empty-body', 'not-a-feed', 'no-feed-found', 'malformed-feed', 'feed-too-complex']);

/** The whole path of a document's bytes: decoded, parsed, normalized. */
export async function read(bytes: Uint8Array, knownItems: string | null = null): Promise<ReadDocument> {
  return await readDocument(bytes, { contentType: null, feedUrl: URL_OF, finalUrl: URL_OF, modifiedAt: null, knownItems, now: NOW });
}

/** What a document became, as text that can be compared. */
export function told(document: ReadDocument): string {
  if (document.kind === 'failed') return document.code;
  return JSON.stringify([document.document.facts, document.document.articles.map((article) => ('body' in article ? { ...article, body: inflateBody(article.body) } : article)), document.knownItems, document.cut]);
}

/** What of an article an outline says too. */
export function outlineOf({ keys, title, url, publishedAt, placedAt, textLength, revision }: ArticleOutline): string {
  return JSON.stringify({ keys, title, url, publishedAt, placedAt, textLength, revision });
}

function holdArticle(article: ArticleOutline | IncomingArticle): void {
  hold(article.keys.content.length === 20, 'an article without a name', article.keys);
  hold(article.title.length <= 501, 'a title that is too long', article.title.length);
  hold(article.url === null || /^https?:\/\/[^/]/.test(article.url), 'an address that is not absolute', article.url);
  for (const time of [article.publishedAt, article.placedAt]) hold(time === null || (Number.isInteger(time) && time >= Date.UTC(1990, 0, 1) && time <= NOW + DAY), 'a time that cannot be', time);
  if (!('body' in article)) return;
  hold(article.summary.length <= 300, 'a summary that is too long', article.summary.length);
  const html = inflateBody(article.body);
  holdSafe(html);
  for (const { url } of article.enclosures) hold(/^https?:\/\/[^/]/.test(url), 'an enclosure that is not absolute', url);
  for (const { url, key } of article.images) hold(/^https?:\/\/[^/]/.test(url) && html.includes(`img/${key}`), 'an image that is not there', url);
}

/** Holds a document to what the store and the window rely on. */
export function holdDocument(document: ReadDocument): void {
  if (document.kind === 'failed') return hold(CODES.has(document.code), 'a code that is not documented', document.code);
  document.document.articles.forEach(holdArticle);
  const contents = document.document.articles.map(({ keys }) => keys.content);
  hold(new Set(contents).size === contents.length, 'two articles of one name');
  const { siteUrl } = document.document.facts;
  return hold(siteUrl === null || /^https?:\/\/[^/]/.test(siteUrl), 'a site that is not absolute', siteUrl);
}

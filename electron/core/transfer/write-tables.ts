import { csvRow } from './csv.ts';
import { isoTime, publishedText } from './exported-article.ts';
import type { ExportedArticle, ExportFacts } from './exported-article.ts';
import { escapeXml } from './html-tree.ts';

const COLUMNS = ['title', 'url', 'outlet', 'authors', 'published', 'retrieved', 'saved', 'lang', 'tags', 'topics', 'note', 'highlights', 'summary', 'sha256'] as const;

export const csvHead = csvRow(COLUMNS);

/** Lists within a cell are parted as Pocket parts its tags. */
function list(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('|', '/')).join('|');
}

function moment(time: number | null): string | null {
  return time === null ? null : isoTime(time);
}

export function toCsvRow(article: ExportedArticle): string {
  const { title, url, outlet, authors, retrievedAt, savedAt, lang, tags, topics, note, highlights, summary, sha256 } = article;
  const passages = highlights.map(({ quote, note: said }) => (said === '' ? quote : `${quote}\n— ${said}`)).join('\n\n');
  return csvRow([title, url, outlet, list(authors), publishedText(article), isoTime(retrievedAt), moment(savedAt), lang, list(tags), list(topics), note, passages, summary, sha256]);
}

/** One article of a JSON export: everything, with times in UTC. */
export function toJsonArticle(article: ExportedArticle): string {
  const { title, url, outlet, authors, publishedAt, publishedDay, retrievedAt, savedAt, lang, tags, topics, note, highlights, summary, html, sha256, images, addresses } = article;
  const types = new Map(images.map(({ key, type }) => [key, type]));
  return JSON.stringify({
    title, url, outlet, authors, published: moment(publishedAt), publishedDay, retrieved: moment(retrievedAt), saved: moment(savedAt), lang, tags, topics, note,
    highlights: highlights.map(({ quote, prefix, suffix, start, note: said, createdAt }) => ({ quote, prefix, suffix, start, note: said, created: moment(createdAt) })),
    summary, contentHtml: html, sha256, images: addresses.map(({ key, url: from }) => ({ key, url: from, type: types.get(key) ?? null })),
  });
}

export function jsonHead({ generator, now }: ExportFacts): string {
  return `{"format":"monazite-articles","version":1,"generator":${JSON.stringify(generator)},"exported":${JSON.stringify(isoTime(now))},"articles":[`;
}

/** What browsers have read since Netscape, who never wrote it down. */
export function bookmarksHead({ title }: ExportFacts): string {
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n<TITLE>${escapeXml(title)}</TITLE>\n<H1>${escapeXml(title)}</H1>\n<DL><p>\n`;
}

export const bookmarksFoot = '</DL><p>\n';

function line(text: string): string {
  return escapeXml(text.replace(/\s+/gu, ' '));
}

/** A note of several lines; what reads these files shows them in one. */
function lines(text: string): string {
  return escapeXml(text.trim());
}

/** One bookmark; '' for an article without an address. Times in whole seconds; tags as Firefox and Pinboard write them. */
export function toBookmark({ url, title, savedAt, retrievedAt, tags, note }: ExportedArticle): string {
  if (url === null) return '';
  const tagList = tags.length === 0 ? '' : ` TAGS="${escapeXml(tags.map((tag) => tag.replaceAll(',', ' ')).join(','))}"`;
  return `    <DT><A HREF="${escapeXml(url)}" ADD_DATE="${Math.floor((savedAt ?? retrievedAt) / 1000)}"${tagList}>${line(title)}</A>\n${note === '' ? '' : `    <DD>${lines(note)}\n`}`;
}

import { importedLink, importedTime } from './imported-link.ts';
import type { ImportedArticle, ImportedHighlight, ImportedLink, UnreadableLink } from './imported-link.ts';
import { jsonElements } from './json-elements.ts';

type Given = Readonly<Record<string, unknown>>;

const LONGEST_HTML = 2_000_000;
const MOST_LISTED = 100;
const MOST_HIGHLIGHTS = 1000;
const MOST_IMAGES = 200;

/** Whether a document begins as our own export of articles does. */
export function isArticleExport(head: string): boolean {
  return /^\uFEFF?\s*\{/.test(head) && /"format"\s*:\s*"monazite-articles"/.test(head) && /"version"\s*:\s*1\b/.test(head);
}

/** Reads articles as `toJsonArticle` writes them, one by one; nothing in them is trusted. */
export async function* readArticles(pieces: AsyncIterable<string>): AsyncGenerator<ImportedLink | UnreadableLink> {
  for await (const written of jsonElements(pieces, 'articles')) {
    const given = written === null ? null : parsed(written);
    yield given ? linkOf(given) : { unreadable: '' };
  }
}

function parsed(written: string): Given | null {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : null;
  } catch {
    // It costs itself alone.
    return null;
  }
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

function texts(value: unknown, longest = 200): string[] {
  return Array.isArray(value) ? value.slice(0, MOST_LISTED).map((one) => text(one, longest).trim()).filter(Boolean) : [];
}

function objects(value: unknown, most: number): Given[] {
  return Array.isArray(value) ? value.slice(0, most).filter((one): one is Given => typeof one === 'object' && one !== null) : [];
}

function time(value: unknown): number | null {
  return typeof value === 'string' ? importedTime(value.slice(0, 40)) : null;
}

function linkOf(given: Given): ImportedLink | UnreadableLink {
  const title = text(given['title'], 1000);
  const article = articleOf(given);
  const link = {
    title, tags: texts(given['tags'], 100), note: text(given['note'], 20_000), highlights: article.highlights.map(({ quote, note }) => ({ quote, note })), savedAt: time(given['saved']), read: null,
  };
  const url = text(given['url'], 8193);
  // A mail or a PDF has no address: its text is what it is known by.
  if (url === '') return article.html === '' ? { unreadable: title.slice(0, 200) } : { ...importedLink({ ...link, url: 'https://saved-file.invalid/' }), url: null, article };
  const read = importedLink({ ...link, url });
  return 'unreadable' in read ? read : { ...read, article };
}

function articleOf(given: Given): ImportedArticle {
  const sha256 = text(given['sha256'], 65);
  const day = text(given['publishedDay'], 11);
  return {
    outlet: text(given['outlet'], 200).trim() || null,
    authors: texts(given['authors']),
    topics: texts(given['topics'], 100),
    publishedAt: time(given['published']),
    publishedDay: /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    retrievedAt: time(given['retrieved']),
    lang: text(given['lang'], 35) || null,
    summary: text(given['summary'], 2000),
    html: text(given['contentHtml'], LONGEST_HTML),
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
    images: objects(given['images'], MOST_IMAGES).flatMap(({ key, url }) => (typeof key === 'string' && /^[0-9a-f]{32}$/.test(key) && typeof url === 'string' && /^https?:\/\/.{1,8000}$/i.test(url) ? [{ key, url }] : [])),
    highlights: objects(given['highlights'], MOST_HIGHLIGHTS).flatMap(highlightOf),
  };
}

function highlightOf({ quote, prefix, suffix, start, note, created }: Given): ImportedHighlight[] {
  const marked = text(quote, 10_000).trim();
  if (marked === '') return [];
  const at = typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 0;
  return [{ quote: marked, prefix: text(prefix, 64), suffix: text(suffix, 64), start: at, note: text(note, 20_000), createdAt: time(created) }];
}

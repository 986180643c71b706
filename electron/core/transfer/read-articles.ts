import { LONGEST_AROUND, LONGEST_NOTE, LONGEST_QUOTE, LONGEST_TAG, LONGEST_TEXT_BROUGHT, LONGEST_TITLE_BROUGHT, MOST_HIGHLIGHTS_BROUGHT, MOST_TAGS_BROUGHT } from '../../contract/bookmark-limits.ts';
import { createClip } from './clip.ts';
import type { Clip } from './clip.ts';
import { importedLink, importedTime } from './imported-link.ts';
import type { ImportedArticle, ImportedHighlight, ImportedLink, UnreadableLink } from './imported-link.ts';
import { jsonElements } from './json-elements.ts';

type Given = Readonly<Record<string, unknown>>;

/** Of what the publisher said. */
const MOST_LISTED = 100;
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

/** What is written for a person, of any length; what only one form can have is `text`. */
function long(value: unknown, longest: number, clip: Clip): string {
  return typeof value === 'string' ? clip.text(value, longest) : '';
}

function text(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

function texts(value: unknown, clip: Clip, { longest, most = MOST_LISTED }: { readonly longest: number; readonly most?: number }): string[] {
  return Array.isArray(value) ? clip.list(value, most).map((one) => long(one, longest, clip).trim()).filter(Boolean) : [];
}

function objects(value: unknown, most: number, clip: Clip): Given[] {
  return Array.isArray(value) ? clip.list(value, most).filter((one): one is Given => typeof one === 'object' && one !== null) : [];
}

function time(value: unknown): number | null {
  return typeof value === 'string' ? importedTime(value.slice(0, 40)) : null;
}

function linkOf(given: Given): ImportedLink | UnreadableLink {
  const clip = createClip();
  const title = long(given['title'], LONGEST_TITLE_BROUGHT, clip);
  const article = articleOf(given, clip);
  const link = {
    title, tags: texts(given['tags'], clip, { longest: LONGEST_TAG, most: MOST_TAGS_BROUGHT }), note: long(given['note'], LONGEST_NOTE, clip),
    highlights: article.highlights.map(({ quote, note }) => ({ quote, note })), savedAt: time(given['saved']), read: null,
  };
  const url = text(given['url'], 8193);
  // A mail or a PDF has no address: its text is what it is known by.
  if (url === '') return article.html === '' ? { unreadable: title.slice(0, 200) } : { ...importedLink({ ...link, url: 'https://saved-file.invalid/' }, clip), url: null, article };
  const read = importedLink({ ...link, url }, clip);
  return 'unreadable' in read ? read : { ...read, article };
}

function articleOf(given: Given, clip: Clip): ImportedArticle {
  const sha256 = text(given['sha256'], 65);
  const day = text(given['publishedDay'], 11);
  return {
    outlet: long(given['outlet'], 200, clip).trim() || null,
    authors: texts(given['authors'], clip, { longest: 200 }),
    topics: texts(given['topics'], clip, { longest: 100 }),
    publishedAt: time(given['published']),
    publishedDay: /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    retrievedAt: time(given['retrieved']),
    lang: text(given['lang'], 35) || null,
    summary: long(given['summary'], 2000, clip),
    html: long(given['contentHtml'], LONGEST_TEXT_BROUGHT, clip),
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null,
    images: objects(given['images'], MOST_IMAGES, clip).flatMap(({ key, url }) => (typeof key === 'string' && /^[0-9a-f]{32}$/.test(key) && typeof url === 'string' && /^https?:\/\/.{1,8000}$/i.test(url) ? [{ key, url }] : [])),
    highlights: objects(given['highlights'], MOST_HIGHLIGHTS_BROUGHT, clip).flatMap((one) => highlightOf(one, clip)),
  };
}

function highlightOf({ quote, prefix, suffix, start, note, created }: Given, clip: Clip): ImportedHighlight[] {
  const marked = long(quote, LONGEST_QUOTE, clip).trim();
  if (marked === '') return [];
  const at = typeof start === 'number' && Number.isSafeInteger(start) && start >= 0 ? start : 0;
  return [{ quote: marked, prefix: text(prefix, LONGEST_AROUND), suffix: text(suffix, LONGEST_AROUND), start: at, note: long(note, LONGEST_NOTE, clip), createdAt: time(created) }];
}

import { NO_PACE } from '../pace.ts';
import type { ParsedFeed, ParsedItem } from '../parsed-feed.ts';
import { findPageLists } from './find-page-lists.ts';
import { FEWEST_ARTICLES } from './list-items.ts';
import { loadPage } from './load-page.ts';
import type { LoadedPage } from './load-page.ts';
import type { PageItem, PageList, PageReading } from './page-list.ts';
import type { PageRules } from './page-rules.ts';
import { pageTrouble } from './page-trouble.ts';
import { pageZone } from './page-zone.ts';
import { readRules } from './read-rules.ts';
import { titleWidth } from './title-width.ts';

export interface ReadPageOptions {
  /** After every redirect. */
  readonly url: string;
  readonly rules: PageRules;
  /** Epoch milliseconds. */
  readonly now: number;
}

const NARROW = 12;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function parsedItem({ title, url, publishedAt, publishedDay, summary, guid }: PageItem, lang: string | null): ParsedItem {
  return {
    guid, link: url, title, publishedAt, publishedDay, lang,
    html: summary === null ? null : `<p>${escapeHtml(summary)}</p>`,
    summaryHtml: null, base: null, updatedAt: null, authors: [], tags: [], enclosures: [], image: null,
  };
}

/** The page's title without the name of its site's part, which every page of it carries, where more is left. */
function feedTitle(title: string | null): string | null {
  return title === null ? null : title.replace(/\s*[|_–—-]\s*(?:home|首页|welcome)\s*$/i, '').trim() || null;
}

/** Rules that name a menu now: nothing dated, hardly a title, while the page holds a list that is sure. */
function isElsewhere(items: readonly PageItem[], proposals: () => readonly PageList[]): boolean {
  if (items.some(({ publishedAt }) => publishedAt !== null)) return false;
  const widths = items.map(({ title }) => titleWidth(title)).toSorted((a, b) => a - b);
  if ((widths[Math.floor(widths.length / 2)] ?? 0) >= NARROW) return false;
  const [best] = proposals();
  const urls = new Set(items.map(({ url }) => url));
  return best?.confidence === 'sure' && !best.items.some(({ url }) => urls.has(url));
}

/**
 * Reads a page by its rules as a feed of kind `page`. Where the rules find nothing, or mostly what is no article, it says so and
 * proposes anew; it never gives an empty feed. The text is decoded HTML or JSON. Pure: no clock but `now`, no network, never throws.
 */
export function readPage(text: string, { url, rules, now }: ReadPageOptions): PageReading {
  if (!URL.canParse(url)) return { kind: 'shape-changed', found: 0, proposals: [] };
  const reading = readRules(text, url, rules, now);
  const page: LoadedPage = reading.page ?? loadPage('', url);
  const { items, matched } = reading;
  const propose = () => findPageLists(text, { url, now });
  if (items.length === 0) {
    const trouble = reading.page ? pageTrouble(page, text) : null;
    if (trouble !== null) return { kind: trouble, found: 0 };
    return { kind: 'shape-changed', found: 0, proposals: propose() };
  }
  if (items.length < matched * FEWEST_ARTICLES || isElsewhere(items, propose)) return { kind: 'shape-changed', found: items.length, proposals: propose() };
  const { lang } = pageZone(page);
  const feed: ParsedFeed = {
    kind: 'page', title: feedTitle(page.title), siteUrl: url, lang: page.lang ?? lang, updatedAt: null,
    selfUrl: null, description: null, image: null, generator: null, pace: NO_PACE, archive: { previousUrl: null },
    items: items.map((item) => parsedItem(item, page.lang)), lost: Math.max(0, matched - items.length),
  };
  return { kind: 'items', feed, items, found: items.length };
}

import { normalizeFeed } from '../../../electron/core/normalize/normalize-feed.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import type { ParsedFeed, ParsedItem } from '../../../electron/core/parse/parsed-feed.ts';

export const NOW = Date.UTC(2026, 10, 20, 12);
export const HOUR = 60 * 60_000;
export const DAY = 24 * HOUR;

export function item(fields: Partial<ParsedItem> = {}): ParsedItem {
  return {
    guid: null, link: null, title: null, html: null, summaryHtml: null, base: null, publishedAt: null, updatedAt: null,
    authors: [], tags: [], lang: null, enclosures: [], image: null, ...fields,
  };
}

export function feed(items: readonly ParsedItem[], fields: Partial<ParsedFeed> = {}): ParsedFeed {
  const head = { selfUrl: null, description: null, image: null, generator: null, pace: { ttlMinutes: null, skipHours: [], skipDays: [], updateEveryMs: null }, archive: { previousUrl: null } };
  return { kind: 'rss', title: 'Feed', siteUrl: null, lang: null, updatedAt: null, items, lost: 0, ...head, ...fields };
}

export function normalized(items: readonly ParsedItem[], fields: Partial<ParsedFeed> = {}): IncomingArticle[] {
  return normalizeFeed(feed(items, fields), { feedUrl: 'https://example.org/feed', finalUrl: 'https://example.org/feed', now: NOW }).articles;
}

export function article(fields: Partial<ParsedItem>, ofFeed: Partial<ParsedFeed> = {}): IncomingArticle {
  const [only] = normalized([item(fields)], ofFeed);
  if (!only) throw new Error('no article');
  return only;
}

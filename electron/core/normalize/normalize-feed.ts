import type { Enclosure } from '../../contract/model.ts';
import type { ParsedFeed, ParsedItem } from '../parse/parsed-feed.ts';
import { deflateBody } from './body.ts';
import { identityKeys } from './identity.ts';
import type { FeedFacts, IncomingArticle } from './incoming-article.ts';
import { guessLanguage, languageTag } from './language.ts';
import { withLeadImage } from './lead-image.ts';
import { placeItems, publishedAt } from './placement.ts';
import { firstWords, plainText, textOfSanitized } from './plain-text.ts';
import type { SanitizedArticle } from './sanitize-article.ts';
import { sanitizeArticle } from './sanitize-article.ts';
import { shortHash } from './short-hash.ts';
import { withoutLogin } from './tracking.ts';
import { withoutRepeats } from './repeats.ts';

export interface NormalizeOptions {
  readonly feedUrl: string;
  /** After every redirect. */
  readonly finalUrl: string;
  readonly now: number;
}

const LONGEST_SUMMARY = 300;
const LONGEST_TITLE = 500;
const TITLE_FROM_TEXT = 80;
const MOST_TAGS = 32;
const LONGEST_TAG = 100;

/** What one item gives by itself. */
interface Draft {
  readonly item: ParsedItem;
  readonly url: string | null;
  readonly body: SanitizedArticle;
  readonly text: string;
}

function webAddress(address: string | null, base: string): string | null {
  const url = address === null ? null : URL.parse(address.trim(), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > 8192) return null;
  return withoutLogin(url).href;
}

function names(values: readonly string[]): string[] {
  const folded = values.map((value) => value.replace(/\s+/g, ' ').trim()).filter(Boolean);
  return [...new Set(folded.map((value) => firstWords(value, LONGEST_TAG)))].slice(0, MOST_TAGS);
}

function enclosures(item: ParsedItem, base: string): Enclosure[] {
  const seen = new Set<string>();
  return item.enclosures.flatMap(({ url, type, bytes }) => {
    const address = webAddress(url, base);
    if (address === null || seen.has(address)) return [];
    seen.add(address);
    return [{ url: address, type, bytes }];
  });
}

function titleOf({ item, text, url }: Draft): string {
  if (item.title !== null) return firstWords(item.title, LONGEST_TITLE);
  if (text !== '') return firstWords(text, TITLE_FROM_TEXT);
  return url === null ? '' : firstWords(url.replace(/^https?:\/\/(www\.)?/, ''), TITLE_FROM_TEXT);
}

function summaryOf({ item, text }: Draft): string {
  const own = item.summaryHtml === null ? '' : plainText(item.summaryHtml, 20_000);
  return firstWords(own === '' ? text : own, LONGEST_SUMMARY);
}

/**
 * Turns what a publisher wrote into normal articles: known by stable names, absolute, dated or honestly not, sanitized.
 * Pure and total: no clock but `now`, no network, and no input makes it throw.
 */
export function normalizeFeed(parsed: ParsedFeed, { finalUrl, now }: NormalizeOptions): { facts: FeedFacts; articles: IncomingArticle[] } {
  const siteUrl = webAddress(parsed.siteUrl, finalUrl);
  const feedLang = languageTag(parsed.lang);
  const drafts = withoutRepeats(parsed.items, siteUrl ?? finalUrl).map((item): Draft => {
    const itemBase = item.base && URL.canParse(item.base, finalUrl) ? new URL(item.base, finalUrl).href : null;
    // A relative link of RSS means the site, one of Atom the document (RFC 4287 section 2).
    const url = webAddress(item.link, itemBase ?? (parsed.kind === 'rss' ? (siteUrl ?? finalUrl) : finalUrl));
    const base = itemBase ?? url ?? finalUrl;
    const body = withLeadImage(sanitizeArticle(item.html ?? '', base), item.image, base);
    return { item, url, body, text: textOfSanitized(body.html) };
  });
  const keys = identityKeys(drafts.map(({ item, url, text }) => ({ guid: item.guid, url, title: item.title ?? '', text })));
  const dates = drafts.map(({ item }) => publishedAt(item, now));
  const places = placeItems(dates, parsed.updatedAt, now);
  const articles = drafts.map((draft, at): IncomingArticle => {
    const { item, url, body, text } = draft;
    const title = titleOf(draft);
    return {
      keys: keys[at] ?? { guid: null, url: null, content: shortHash(`${title}\n${at}`) },
      title,
      url,
      authors: names(item.authors),
      tags: names(item.tags),
      lang: languageTag(item.lang) ?? feedLang ?? guessLanguage(`${title} ${text}`),
      publishedAt: dates[at] ?? null,
      placedAt: places[at] ?? null,
      summary: summaryOf(draft),
      body: deflateBody(body.html),
      textLength: text.length,
      revision: shortHash(`${title}\n${text}\n${body.addresses.join('\n')}`),
      images: body.images,
      enclosures: enclosures(item, url ?? finalUrl),
    };
  });
  const title = parsed.title === null ? null : firstWords(parsed.title, LONGEST_TITLE);
  return { facts: { title, siteUrl, lang: feedLang }, articles };
}

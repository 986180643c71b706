import type { Enclosure, Via } from '../../contract/model.ts';
import type { ParsedFeed, ParsedItem } from '../parse/parsed-feed.ts';
import { deflateBody } from './body.ts';
import { isWhole } from './how-whole.ts';
import { CanonicalUrls } from './canonical-url.ts';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { identityKeys } from './identity.ts';
import type { ArticleNames, ArticleOutline, FeedFacts, IncomingArticle } from './incoming-article.ts';
import type { DocumentItem, ItemFacts, KnownItem } from './known-item.ts';
import { believedLanguage, languageOfText, languageTag } from './language.ts';
import { placeItems, publishedAt } from './placement.ts';
import { firstWords, plainText } from './plain-text.ts';
import { entityIds, storyMark } from '../stories/story-mark.ts';
import { areRepeats, repeatNames } from './repeats.ts';
import { searchTokens } from './search-tokens.ts';
import { webAddress } from './web-address.ts';

export interface NormalizeOptions {
  readonly feedUrl: string;
  /** After every redirect. */
  readonly finalUrl: string;
  readonly now: number;
  /** What the server said of the answer; of no weight where the document names its language. */
  readonly contentLanguage?: string | null | undefined;
  /** Left out: nobody looks for names. */
  readonly namesOf?: FindNames | undefined;
}

/** What a text names; plain, not HTML. */
export type FindNames = (text: { readonly title: string; readonly text: string; readonly publishedAt: number | null }) => ArticleNames;

export interface NormalDocument {
  readonly facts: FeedFacts;
  /** Of items that are known, what is known. */
  readonly articles: readonly (ArticleOutline | IncomingArticle)[];
  /** What to remember of each item, repeats included, in the order of the document. */
  readonly known: readonly KnownItem[];
}

const LONGEST_SUMMARY = 300;
const LONGEST_FEED_TITLE = 500;
const MOST_TAGS = 32;
const LONGEST_TAG = 100;

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

function summaryOf({ item, text }: Draft): string {
  const own = item.summaryHtml === null ? '' : plainText(item.summaryHtml, 20_000);
  return firstWords(own === '' ? text : own, LONGEST_SUMMARY);
}

/** A planet names itself as the source of its own items. */
function viaOf({ via }: ParsedItem, feedTitle: string | null, base: string): Via | null {
  const [title] = names(via ? [via.title] : []);
  return via && title !== undefined && title !== feedTitle ? { title, url: webAddress(via.url, base) } : null;
}

/** More new items than this are what a source had before it was followed: their stories are found a little later, in no refresh's time. */
const MOST_MARKED = 12;

interface OfFeed {
  readonly title: string | null;
  readonly lang: string | null;
  readonly contentLanguage: string | null;
  readonly finalUrl: string;
  readonly namesOf: FindNames | undefined;
  readonly isBacklog: boolean;
}

function wholeArticle(outline: ArticleOutline, draft: Draft, { title, lang, contentLanguage, finalUrl, namesOf, isBacklog }: OfFeed): IncomingArticle {
  const { item, body, text } = draft;
  const summary = summaryOf(draft);
  const tags = names(item.tags);
  const named = namesOf?.({ title: outline.title, text: text === '' ? summary : text, publishedAt: outline.publishedAt });
  const opening = `${outline.title} ${text.slice(0, 600)}`;
  const isOwnDate = outline.publishedAt !== null && outline.publishedAt === item.publishedAt;
  return {
    ...outline,
    ...(isOwnDate && item.zoneAssumed && { zoneAssumed: true }),
    ...(isOwnDate && item.publishedDay && { publishedDay: item.publishedDay }),
    authors: names(item.authors),
    tags,
    ...(item.via && { via: viaOf(item, title, finalUrl) }),
    lang: believedLanguage(languageTag(item.lang) ?? lang, opening) ?? languageOfText(opening, contentLanguage),
    summary,
    ...(!isWhole(text, summary, item.summaryHtml !== null || outline.url === null) && { whole: false }),
    body: deflateBody(body.html),
    images: body.images,
    enclosures: enclosures(item, outline.url ?? finalUrl),
    tokens: searchTokens({ title: outline.title, texts: text === '' ? [] : [text], tags }),
    ...(named && { names: named }),
    ...(!isBacklog && { story: storyMark({ title: outline.title, text, ...(named && { entities: entityIds(named) }) }) }),
  };
}

/** Null where it wishes nothing, so that most feeds have nothing to store. */
function wishesOf({ pace }: ParsedFeed): FeedFacts['wishes'] {
  const isSilent = pace.ttlMinutes === null && pace.updateEveryMs === null && pace.skipHours.length === 0 && pace.skipDays.length === 0;
  return isSilent ? null : pace;
}

/** An item that stays in its document: with its draft where it was read now. */
interface Entry {
  readonly facts: ItemFacts;
  readonly draft: Draft | null;
}

/**
 * Turns what a publisher wrote into normal articles: known by stable names, absolute, dated or honestly not, sanitized.
 * `items` are those of the whole document in its order, freshly parsed or known from the last one under the same address and
 * site; each gives what it would give if it were read again. Null where that cannot be told without reading all of them.
 * Pure and total: no clock but `now`, no network, and no input makes it throw.
 */
export function normalizeDocument(parsed: ParsedFeed, items: readonly DocumentItem[], { finalUrl, now, contentLanguage = null, namesOf }: NormalizeOptions): NormalDocument | null {
  const siteUrl = webAddress(parsed.siteUrl, finalUrl);
  const feedLang = languageTag(parsed.lang);
  const title = parsed.title === null ? null : firstWords(parsed.title, LONGEST_FEED_TITLE);
  const context = { kind: parsed.kind === 'rss' ? 'rss' : 'other', siteUrl, finalUrl, urls: new CanonicalUrls() } as const;
  const repeats = items.map((item) => ('known' in item ? item.known.repeat : repeatNames(item.parsed, siteUrl ?? finalUrl, context.urls)));
  const isRepeat = areRepeats(repeats);
  const entries: Entry[] = [];
  const known: KnownItem[] = [];
  for (const [at, item] of items.entries()) {
    const draft = 'known' in item || isRepeat[at] ? null : draftOf(item.parsed, context);
    const facts = isRepeat[at] ? null : (draft?.facts ?? ('known' in item ? item.known.facts : null));
    if (facts) entries.push({ facts, draft });
    else if (!isRepeat[at]) return null;
    known.push({ repeat: repeats[at] ?? null, facts });
  }
  const keys = identityKeys(entries.map(({ facts, draft }) => ({ facts, words: draft?.words ?? null })));
  if (keys === null) return null;
  const dates = entries.map(({ facts }) => publishedAt(facts, now));
  const places = placeItems(dates, parsed.updatedAt, now);
  const isBacklog = entries.filter(({ draft }) => draft !== null).length > MOST_MARKED;
  const articles = entries.map(({ facts, draft }, at) => {
    const { url, textLength, revision } = facts;
    const outline: ArticleOutline = {
      keys: keys[at] ?? { guid: null, url: null, content: facts.words },
      title: facts.title, url, publishedAt: dates[at] ?? null, placedAt: places[at] ?? null, textLength, revision,
    };
    return draft === null ? outline : wholeArticle(outline, draft, { title, lang: feedLang, contentLanguage, finalUrl, namesOf, isBacklog });
  });
  return { facts: { title, siteUrl, lang: feedLang, wishes: wishesOf(parsed), archiveUrl: webAddress(parsed.archive.previousUrl, finalUrl), iconUrl: webAddress(parsed.icon ?? parsed.image, finalUrl) }, articles, known };
}

/** A document of which nothing is known. See normalizeDocument. */
export function normalizeFeed(parsed: ParsedFeed, options: NormalizeOptions): { facts: FeedFacts; articles: IncomingArticle[]; known: readonly KnownItem[] } {
  const document = normalizeDocument(parsed, parsed.items.map((item) => ({ parsed: item })), options);
  if (document === null) throw new Error('items that were read can be normalized');
  return { ...document, articles: document.articles as IncomingArticle[] };
}

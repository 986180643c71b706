import type { FeedCandidate } from '../../contract/discovery.ts';
import { hostOf } from '../fetch/address.ts';
import { guessLanguage, languageTag } from '../normalize/language.ts';
import { believable, publishedAt } from '../normalize/placement.ts';
import { isCommentFeed, type FeedLink } from '../parse/discover-links.ts';
import type { ParsedFeed } from '../parse/parsed-feed.ts';
import { feedKey } from './feed-key.ts';
import { siteOf } from './site-of.ts';

const YEAR = 365 * 24 * 60 * 60_000;
/** Titles that are compared to tell whether two addresses give one feed. */
const TELLING = 8;

/** A feed that answered, and what decides its place among others. */
export interface FoundFeed {
  readonly candidate: FeedCandidate;
  /** Its kind, title and first items: the same under another address means the same feed. */
  readonly content: string;
}

export interface FeedPlace {
  readonly feedUrl: string;
  /** After every redirect. */
  readonly finalUrl: string;
  readonly link: FeedLink | null;
  /** The address that the person typed. */
  readonly asked: string;
  readonly now: number;
}

/** Every item of a feed of comments leads into the comments of an article. */
function leadsToComments({ items }: ParsedFeed): boolean {
  return items.length > 0 && items.every(({ link }) => link !== null && /#(?:comment|respond)/i.test(link));
}

/** A feed that was read, as a person is offered it. */
export function foundFeed(feed: ParsedFeed, { feedUrl, finalUrl, link, asked, now }: FeedPlace): FoundFeed {
  const dates = feed.items.flatMap((item) => publishedAt(item, now) ?? []);
  const newest = dates.length > 0 ? dates.reduce((a, b) => Math.max(a, b)) : believable(feed.updatedAt, now);
  const newestItem = feed.items.toSorted((a, b) => (publishedAt(b, now) ?? 0) - (publishedAt(a, now) ?? 0))[0];
  const words = [feed.title, ...feed.items.slice(0, 10).map(({ title }) => title)].join(' ');
  // A link of the site that sends us elsewhere gives what is written there.
  const foreign = [finalUrl, feedUrl].find((address) => siteOf(address) !== siteOf(asked));
  return {
    candidate: {
      feedUrl,
      title: feed.title ?? link?.title ?? hostOf(feedUrl),
      kind: feed.kind,
      newestAt: newest,
      newestTitle: newestItem?.title ?? null,
      itemCount: feed.items.length,
      lang: languageTag(feed.lang) ?? guessLanguage(words),
      comments: (link?.comments ?? false) || isCommentFeed(feed.title, feedUrl) || leadsToComments(feed),
      otherHost: foreign === undefined ? null : hostOf(foreign),
      feedId: null,
    },
    content: JSON.stringify([feed.kind, feed.title, feed.items.length, feed.items.slice(0, TELLING).map(({ guid, link: address, title }) => [guid ?? address, title])]),
  };
}

/** Nothing to read in it, or nothing for a year. */
function isDead({ itemCount, newestAt }: FeedCandidate, now: number): boolean {
  return itemCount === 0 || (newestAt !== null && now - newestAt > YEAR);
}

/** Whether a feed is that of the part of the site that the page stands for. */
function isOfSection(feedUrl: string, pageUrl: string): boolean {
  const [feed, page] = [URL.parse(feedUrl), URL.parse(pageUrl)];
  const path = page?.pathname.replace(/\/+$/, '') ?? '';
  return feed !== null && path !== '' && feed.host === page?.host && feed.pathname.length > path.length && feed.pathname.startsWith(path);
}

function isBetterAddress(one: FeedCandidate, other: FeedCandidate): boolean {
  if ((one.otherHost === null) !== (other.otherHost === null)) return one.otherHost === null;
  return one.feedUrl.startsWith('https:') && other.feedUrl.startsWith('http:');
}

/** Two addresses of one feed become the better of them: of the site, encrypted, else the one that was found first. */
function merged(found: readonly FoundFeed[]): FeedCandidate[] {
  const byName = new Map<string, { candidate: FeedCandidate }>();
  const all: { candidate: FeedCandidate }[] = [];
  for (const { candidate, content } of found) {
    const names = [feedKey(candidate.feedUrl), ...(candidate.itemCount > 0 ? [content] : [])];
    const known = names.map((name) => byName.get(name)).find((one) => one !== undefined);
    if (known && isBetterAddress(candidate, known.candidate)) known.candidate = { ...candidate, comments: known.candidate.comments && candidate.comments };
    const place = known ?? { candidate };
    if (!known) all.push(place);
    for (const name of names) byName.set(name, place);
  }
  return all.map(({ candidate }) => candidate);
}

function primary(tag: string): string {
  return tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
}

/** Whether a feed is known to be of another language than the page is. */
function isOfOtherLanguage({ lang }: FeedCandidate, pageLang: string | null): boolean {
  return lang !== null && pageLang !== null && primary(lang) !== primary(pageLang);
}

/** What was found, each feed once, in the order in which a person would want it: articles before comments, the living before the dead, the site's own before others', those of its part before those of all of it, those of the page's language before others. */
export function inOrder(found: readonly FoundFeed[], { pageUrl, lang, now }: { readonly pageUrl: string; readonly lang: string | null; readonly now: number }): FeedCandidate[] {
  const rank = (candidate: FeedCandidate): number[] => [
    Number(candidate.comments), Number(isDead(candidate, now)), Number(candidate.otherHost !== null), Number(!isOfSection(candidate.feedUrl, pageUrl)), Number(isOfOtherLanguage(candidate, lang)),
  ];
  return merged(found)
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .toSorted((a, b) => a.rank.map((value, at) => value - (b.rank[at] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ candidate }) => candidate);
}

/** Whether something was found that a person who gave this address is likely to want. */
export function isEnough(found: readonly FoundFeed[], now: number): boolean {
  return found.some(({ candidate }) => !candidate.comments && candidate.otherHost === null && !isDead(candidate, now));
}

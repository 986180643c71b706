import { ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import { hostOf, lacksScheme, normalizeAddress } from '../fetch/address.ts';
import type { AskedBy } from '../fetch/asked-by.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchFailure, FetchResult } from '../fetch/fetch-result.ts';
import { isCommentFeed, pageClues, type FeedLink, type PageClues } from '../parse/discover-links.ts';
import { looksLikeFeed } from '../parse/feed-words.ts';
import { platformFeeds, usualPlaces } from '../parse/known-platforms.ts';
import { knownSiteFeeds } from '../parse/known-sites.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import type { ParsedFeed } from '../parse/parsed-feed.ts';
import { Asking } from './discover-asking.ts';
import { feedKey } from './feed-key.ts';
import { foundFeed, inOrder, isEnough, type FoundFeed } from './discover-candidates.ts';
import type { Discovered, DiscoverReach } from './ingest-job.ts';
import type { IngestOptions } from './ingest-options.ts';

const MOST_NAMED = 12;
const MOST_ANCHORS = 6;
const MOST_LISTINGS = 2;
const MOST_REFRESHES = 3;
/** At one host, two at a time is what a reader's browser does. */
const AT_ONCE = 2;

type Fresh = Extract<FetchResult, { kind: 'fresh' }>;

/** A document that was opened: a feed, a page with what it says of feeds, or something else. */
type Opened = { readonly fetched: Fresh } & (
  | { readonly kind: 'feed'; readonly feed: ParsedFeed }
  | { readonly kind: 'page'; readonly html: string; readonly clues: PageClues }
  | { readonly kind: 'other'; readonly code: ReaderErrorCode; readonly leadsHome: boolean }
);

function lead(url: string): FeedLink {
  return { url, title: null, comments: isCommentFeed(null, url) };
}

/** A list of a site's pages is for search engines; whoever pasted it means the site. */
function isSiteList(text: string, url: string): boolean {
  return /<(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 5000)) || new URL(url).pathname === '/robots.txt';
}

/** The site refuses a program its page; what it publishes for programs may be open all the same. */
function refusesPage(failure: FetchFailure): boolean {
  return failure.code === 'forbidden' || (failure.code === 'http-error' && (failure.detail['status'] === 405 || failure.detail['status'] === 406));
}

class Discoverer {
  readonly #asking: Asking;
  readonly #asked: string;
  readonly #now: number;
  readonly #reach: DiscoverReach;
  readonly #found: (FoundFeed & { readonly place: number })[] = [];
  /** The address asked for, over http where that alone answers. */
  #start: string;
  #tried = 0;
  /** Links that were taken up, by which feeds stand in the page's order however soon they answered. */
  #taken = 0;
  /** Of the first page that was opened. */
  #lang: string | null = null;

  constructor(options: IngestOptions, asked: string, { now, reach, resting, askedBy }: { readonly now: number; readonly reach: DiscoverReach; readonly resting: ReadonlyMap<string, number> | undefined; readonly askedBy: AskedBy }) {
    this.#asking = new Asking(options, asked, { askedBy, resting });
    this.#asked = asked;
    this.#start = asked;
    this.#now = now;
    this.#reach = reach;
  }

  async run(isSchemeOpen: boolean): Promise<Discovered> {
    try {
      return await this.#discover(isSchemeOpen);
    } finally {
      this.#asking.end();
    }
  }

  async #discover(isSchemeOpen: boolean): Promise<Discovered> {
    // The feed of a known site is asked for before its page, which may be large or closed to programs.
    if (!looksLikeFeed(this.#asked)) await this.#tryAll(knownSiteFeeds(this.#asked).map(lead));
    if (isEnough(this.#found, this.#now)) return this.#answer(this.#asked, () => this.#failure(null));
    const first = await this.#openFirst(this.#asked, isSchemeOpen);
    if (first.kind === 'failed') {
      if (refusesPage(first)) await this.#tryUntilEnough(usualPlaces(this.#asked));
      return this.#answer(this.#asked, () => this.#failure(first));
    }
    const opened = await this.#followRefreshes(first);
    if (opened.kind === 'feed') return this.#only(opened);
    if (opened.kind === 'page') {
      this.#lang = opened.clues.lang;
      await this.#searchPage(opened, opened.fetched.finalUrl);
    } else if (!opened.leadsHome) throw new ReaderError(opened.code, `${hostOf(this.#asked)}: ${opened.code}`, { host: hostOf(this.#asked), url: this.#asked });
    const { finalUrl } = opened.fetched;
    if (this.#reach === 'site' && !isEnough(this.#found, this.#now)) await this.#searchHome(finalUrl);
    return this.#answer(finalUrl, () => this.#failure(null));
  }

  /** A name without a scheme is tried over http too. */
  async #openFirst(url: string, isSchemeOpen: boolean): Promise<Opened | FetchFailure> {
    const opened = await this.#open(url);
    // Nothing else keeps the first from being asked.
    if (opened === null && !this.#asking.isOver) return { kind: 'failed', code: 'private-network', detail: { host: hostOf(url) }, retryAt: null };
    if (opened?.kind !== 'failed') return opened ?? this.#late();
    const mayBePlain = isSchemeOpen && url.startsWith('https:') && (opened.code === 'tls-failed' || opened.code === 'host-unreachable' || opened.code === 'timeout');
    if (!mayBePlain) return opened;
    this.#start = url.replace(/^https:/, 'http:');
    return (await this.#open(this.#start)) ?? opened;
  }

  async #open(url: string): Promise<Opened | FetchFailure | null> {
    const fetched = await this.#asking.get(url);
    if (fetched === null) return null;
    if (fetched.kind === 'notModified') return { kind: 'failed', code: 'http-error', detail: { host: hostOf(url), status: 304 }, retryAt: null };
    if (fetched.kind === 'failed') return this.#asking.isOver ? this.#late() : fetched;
    return await this.#asking.busy(async () => {
      const text = decodeText(fetched.body, fetched.contentType);
      const parsed = await parseFeed(text, { url: fetched.finalUrl });
      if (parsed.kind === 'feed') return { kind: 'feed', feed: parsed.feed, fetched };
      if (parsed.code === 'no-feed-found') return { kind: 'page', html: text, clues: pageClues(text, fetched.finalUrl, fetched.link), fetched };
      return { kind: 'other', code: parsed.code, leadsHome: isSiteList(text, fetched.finalUrl), fetched };
    });
  }

  async #followRefreshes(first: Opened): Promise<Opened> {
    let opened = first;
    for (let hop = 0; hop < MOST_REFRESHES && opened.kind === 'page' && opened.clues.refresh !== null; hop++) {
      const next: Opened | FetchFailure | null = await this.#open(opened.clues.refresh);
      if (next === null || next.kind === 'failed') break;
      opened = next;
    }
    return opened;
  }

  /** What a page names, what its publishing system has, what it links to, and at last where feeds often are. */
  async #searchPage({ html, clues }: Extract<Opened, { kind: 'page' }>, pageUrl: string): Promise<void> {
    const named = clues.feeds.toSorted((a, b) => Number(a.comments) - Number(b.comments)).slice(0, MOST_NAMED);
    await this.#tryAll(named);
    // A page may name nothing but its comments; the system that made it has more.
    const [special, ...others] = platformFeeds(html, { pageUrl, generator: clues.generator });
    if (special !== undefined && !this.#has(special)) await this.#try(lead(special));
    await this.#tryUntilEnough(others);
    await this.#searchAnchors(clues.anchors.slice(0, MOST_ANCHORS));
    if (!isEnough(this.#found, this.#now)) await this.#tryUntilEnough(usualPlaces(pageUrl));
  }

  async #searchAnchors(anchors: readonly FeedLink[]): Promise<void> {
    let listings = 0;
    const deeper: FeedLink[] = [];
    await inTurns(anchors, async (anchor) => {
      const opened = await this.#try(anchor);
      if (opened?.kind !== 'page' || listings >= MOST_LISTINGS) return;
      // A page that lists feeds: what it names, and what it links to by an address of a feed.
      listings += 1;
      deeper.push(...opened.clues.feeds, ...opened.clues.anchors.filter(({ url }) => looksLikeFeed(url)));
    });
    await this.#tryAll(deeper.slice(0, MOST_ANCHORS));
  }

  /** An article or a part of a site may say nothing where the site's own page does. */
  async #searchHome(pageUrl: string): Promise<void> {
    const home = new URL('/', pageUrl).href;
    const opened = home === pageUrl ? null : await this.#open(home);
    if (opened?.kind === 'feed') this.#keep(opened, null, this.#taken++);
    if (opened?.kind === 'page') await this.#searchPage(opened, opened.fetched.finalUrl);
  }

  async #tryAll(links: readonly FeedLink[]): Promise<void> {
    await inTurns(links, (link) => this.#try(link));
  }

  /** One after the other, until one of them is a living feed of the site. */
  async #tryUntilEnough(urls: readonly string[]): Promise<void> {
    for (const url of urls) {
      if (isEnough(this.#found, this.#now)) return;
      await this.#try(lead(url));
    }
  }

  #has(url: string): boolean {
    return this.#found.some(({ candidate }) => feedKey(candidate.feedUrl) === feedKey(url));
  }

  async #try(link: FeedLink): Promise<Opened | null> {
    const place = this.#taken++;
    const opened = await this.#open(link.url);
    if (opened === null || opened.kind === 'failed') return null;
    this.#tried += 1;
    if (opened.kind === 'feed') this.#keep(opened, link, place);
    return opened;
  }

  #keep({ feed, fetched }: Extract<Opened, { kind: 'feed' }>, link: FeedLink | null, place: number): void {
    const feedUrl = fetched.permanentUrl ?? link?.url ?? fetched.finalUrl;
    this.#found.push({ ...foundFeed(feed, { feedUrl, finalUrl: fetched.finalUrl, link, asked: this.#asked, now: this.#now }), place });
    this.#found.sort((a, b) => a.place - b.place);
  }

  /** The address is a feed's own. */
  #only({ feed, fetched }: Extract<Opened, { kind: 'feed' }>): Discovered {
    const url = fetched.permanentUrl ?? this.#start;
    return { url, candidates: [foundFeed(feed, { feedUrl: url, finalUrl: url, link: null, asked: this.#asked, now: this.#now }).candidate] };
  }

  #answer(url: string, failure: () => ReaderError): Discovered {
    const candidates = inOrder(this.#found, { pageUrl: url, lang: this.#lang, now: this.#now });
    if (candidates.length === 0) throw failure();
    return { url, candidates, wantRest: this.#asking.wantRest };
  }

  #late(): FetchFailure {
    return { kind: 'failed', code: 'timeout', detail: { host: hostOf(this.#asked), seconds: this.#asking.seconds }, retryAt: null };
  }

  /** Where nothing was found because a host wants rest, that is why. */
  #failure(first: FetchFailure | null): ReaderError {
    const host = hostOf(this.#asked);
    const failure = first ?? this.#asking.wantRest[0];
    if (failure) return new ReaderError(failure.code, `${host}: ${failure.code}`, { ...failure.detail, ...(failure.retryAt !== null && { retryAt: failure.retryAt }) });
    if (this.#asking.isOver) return new ReaderError('timeout', `${host} took too long`, { host, seconds: this.#asking.seconds });
    return new ReaderError('no-feed-found', `${host} names no feed`, { host, url: this.#asked, tried: this.#tried });
  }
}

async function inTurns<T>(values: readonly T[], work: (value: T) => Promise<unknown>): Promise<void> {
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let at = next++; at < values.length; at = next++) await work(values[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, values.length) }, turn));
}

interface DiscoverHow {
  readonly now: number;
  readonly reach?: DiscoverReach | undefined;
  readonly askedBy: AskedBy;
  /** Hosts that are not to be asked, and until when. */
  readonly resting?: ReadonlyMap<string, number> | undefined;
}

/**
 * The feeds of an address: itself, those that its page names, those that its kind of site has, those that it links to,
 * and where there is none, those at the usual places and, with the reach of the site, those of its own page. At most sixteen requests and 25 seconds,
 * after which what was found so far is the answer. Throws a ReaderError where nothing was.
 */
export async function discoverFeeds(text: string, { now, reach = 'site', resting, askedBy }: DiscoverHow, options: IngestOptions): Promise<Discovered> {
  const asked = normalizeAddress(text);
  return await new Discoverer(options, asked, { now, reach, resting, askedBy }).run(lacksScheme(text));
}

import type { FeedCandidate } from '../../contract/model.ts';
import { ReaderError } from '../../contract/errors.ts';
import { hostOf, lacksScheme, normalizeAddress } from '../fetch/address.ts';
import { decodeText } from '../fetch/decode-text.ts';
import type { FetchResult } from '../fetch/fetch-result.ts';
import { guessLanguage, languageTag } from '../normalize/language.ts';
import { believable, publishedAt } from '../normalize/placement.ts';
import type { FeedLink } from '../parse/discover-links.ts';
import { discoverLinks, isCommentFeed } from '../parse/discover-links.ts';
import { parseFeed } from '../parse/parse-feed.ts';
import type { ParsedFeed } from '../parse/parsed-feed.ts';
import type { IngestOptions } from './ingest-options.ts';

const MOST_CANDIDATES = 12;
/** At one host, two at a time is what a reader's browser does. */
const AT_ONCE = 2;
const COMMON_PATHS = ['/feed/', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss', '/feed.json', '/rss/'];

type Fresh = Extract<FetchResult, { kind: 'fresh' }>;

function site(address: string): string {
  return hostOf(address).replace(/^www\./, '');
}

function toCandidate(feed: ParsedFeed, feedUrl: string, link: FeedLink | null, asked: string, now: number): FeedCandidate {
  const dates = feed.items.flatMap((item) => publishedAt(item, now) ?? []);
  const newest = dates.length > 0 ? dates.reduce((a, b) => Math.max(a, b)) : believable(feed.updatedAt, now);
  const newestItem = feed.items.toSorted((a, b) => (publishedAt(b, now) ?? 0) - (publishedAt(a, now) ?? 0))[0];
  const words = [feed.title, ...feed.items.slice(0, 10).map(({ title }) => title)].join(' ');
  return {
    feedUrl,
    title: feed.title ?? link?.title ?? hostOf(feedUrl),
    kind: feed.kind,
    newestAt: newest,
    newestTitle: newestItem?.title ?? null,
    itemCount: feed.items.length,
    lang: languageTag(feed.lang) ?? guessLanguage(words),
    comments: (link?.comments ?? false) || isCommentFeed(feed.title, feedUrl),
    otherHost: site(feedUrl) === site(asked) ? null : hostOf(feedUrl),
    feedId: null,
  };
}

async function inTurns<T, R>(values: readonly T[], work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let at = next++; at < values.length; at = next++) results[at] = await work(values[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, values.length) }, turn));
  return results;
}

class Discoverer {
  readonly #options: IngestOptions;
  readonly #now: number;

  constructor(options: IngestOptions, now: number) {
    this.#options = options;
    this.#now = now;
  }

  busy<T>(work: () => Promise<T>): Promise<T> {
    return this.#options.around ? this.#options.around(work) : work();
  }

  /** The document at an address; a name without a scheme is tried over http too. Throws a ReaderError. */
  async open(url: string, isSchemeOpen: boolean): Promise<Fresh> {
    const fetched = await this.#options.fetcher({ url });
    if (fetched.kind === 'fresh') return fetched;
    const code = fetched.kind === 'failed' ? fetched.code : 'http-error';
    const mayBePlain = isSchemeOpen && url.startsWith('https:') && (code === 'tls-failed' || code === 'host-unreachable' || code === 'timeout');
    if (mayBePlain) return await this.open(url.replace(/^https:/, 'http:'), false);
    throw new ReaderError(code, `${hostOf(url)}: ${code}`, fetched.kind === 'failed' ? fetched.detail : { host: hostOf(url) });
  }

  /** The feed behind a link, or null where there is none that answers. */
  async try(link: FeedLink, asked: string): Promise<FeedCandidate | null> {
    const fetched = await this.#options.fetcher({ url: link.url });
    if (fetched.kind !== 'fresh') return null;
    const parsed = await this.busy(() => parseFeed(decodeText(fetched.body, fetched.contentType), { url: fetched.finalUrl }));
    return parsed.kind === 'feed' ? toCandidate(parsed.feed, fetched.permanentUrl ?? link.url, link, asked, this.#now) : null;
  }

  async candidates(links: readonly FeedLink[], asked: string): Promise<FeedCandidate[]> {
    const byKind = links.toSorted((a, b) => Number(a.comments) - Number(b.comments)).slice(0, MOST_CANDIDATES);
    const tried = await inTurns(byKind, (link) => this.try(link, asked));
    const found = new Map(tried.flatMap((candidate) => (candidate ? [[candidate.feedUrl, candidate] as const] : [])));
    return [...found.values()].sort((a, b) => Number(a.comments) - Number(b.comments) || Number(a.otherHost !== null) - Number(b.otherHost !== null));
  }
}

/** The feeds at an address: itself, else those that its page names, else those at the usual places. Throws a ReaderError. */
export async function discoverFeeds(text: string, now: number, options: IngestOptions): Promise<{ url: string; candidates: FeedCandidate[] }> {
  const asked = normalizeAddress(text);
  const discoverer = new Discoverer(options, now);
  const page = await discoverer.open(asked, lacksScheme(text));
  const opened = page.permanentUrl ?? (asked.startsWith('https:') && page.finalUrl.startsWith('http:') ? page.finalUrl : asked);
  const source = decodeText(page.body, page.contentType);
  const parsed = await discoverer.busy(() => parseFeed(source, { url: page.finalUrl }));
  if (parsed.kind === 'feed') return { url: opened, candidates: [toCandidate(parsed.feed, opened, null, asked, now)] };
  if (parsed.code !== 'no-feed-found') throw new ReaderError(parsed.code, `${hostOf(asked)}: ${parsed.code}`, { host: hostOf(asked), url: asked });
  const named = discoverLinks(source, page.finalUrl);
  const usual = () => COMMON_PATHS.map((path) => ({ url: new URL(path, page.finalUrl).href, title: null, comments: false }));
  const candidates = await discoverer.candidates(named.length > 0 ? named : usual(), asked);
  if (candidates.length === 0) throw new ReaderError('no-feed-found', `${hostOf(asked)} names no feed`, { host: hostOf(asked), url: asked, tried: named.length });
  return { url: page.finalUrl, candidates };
}

import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import type { Discovery } from '../contract/discovery.ts';
import type { FeedId } from '../contract/model.ts';
import type { PageRules } from '../contract/page.ts';
import { NETWORK_CODES, ReaderError, type ReaderErrorCode } from '../contract/errors.ts';
import { lacksScheme } from './fetch/address.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, signedAddress, type Logins } from './logins.ts';
import { ownAddress } from './own-address.ts';
import { toFeed } from './query/list-feeds.ts';
import { feedKey } from './refresh/feed-key.ts';
import type { Ingest, IngestResult } from './refresh/ingest-job.ts';
import { keepDocument } from './refresh/keep-answer.ts';
import { addFeed, feedRecord, feedRecords, findFeedByUrl } from './store/feeds.ts';
import { folderAtPath, requireFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { keepPageRules } from './store/page-rules.ts';

export interface SubscribingParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly logins: Logins;
  readonly now: () => number;
  readonly refreshMinutes: () => number;
}

export type Fresh = Extract<IngestResult, { kind: 'fresh' }>;

/** How somebody's source is read: with a sign-in, and as the one feed that may be followed there already. */
export interface ReadAs {
  readonly login: Login | null;
  readonly own?: FeedId | null;
}

/** A page answered where a feed was asked for: its feeds are looked for. */
const PAGE_CODES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['not-a-feed', 'no-feed-found']);

/** The feeds at an address, each with the feed that we follow already, if any. Rejects as `Ingest.discover` does. */
export async function discoverFeeds(parts: SubscribingParts, { url, credentials }: ArgsOf<'discover'>): Promise<Discovery> {
  const { store, ingest, logins, now } = parts;
  const { written, login } = signedAddress(url, credentials ?? null);
  const discovery = await ingest.discover(written, now(), { login });
  const addresses = await Promise.all(discovery.candidates.map(async ({ feedUrl }) => (login ? await ownAddress(parts, feedUrl, login) : feedUrl)));
  if (login) logins.remember([discovery.url, ...addresses], login);
  const followed = new Map(feedRecords(store).map(({ id, feedUrl }) => [feedKey(feedUrl), id]));
  const candidates = discovery.candidates.map((candidate, at) => {
    const feedUrl = addresses[at] ?? candidate.feedUrl;
    return { ...candidate, feedUrl, feedId: followed.get(feedKey(feedUrl)) ?? null };
  });
  return { url: discovery.url, candidates };
}

/**
 * Follows a feed, or the first that a page names, and stores what it holds now; all or nothing. Rejects with
 * `already-subscribed` (detail.feedId), `folder-missing`, or what kept the feed from being read.
 */
export async function subscribe(parts: SubscribingParts, { url, folder = null, title = '', page, credentials }: ArgsOf<'subscribe'>): Promise<AnswerOf<'subscribe'>> {
  const { store, logins } = parts;
  if (typeof folder === 'number') requireFolder(store, folder);
  const signed = signedAddress(url, credentials ?? null);
  const login = signed.login ?? logins.recall(signed.address);
  const address = login ? await ownAddress(parts, signed.address, login) : signed.address;
  const { feedUrl, result } = page ? await readPage(parts, address, page, { login }) : await readFeed(parts, signed.written, address, { login });
  // Between asking and storing, someone else may have followed it.
  for (const known of [feedUrl, result.permanentUrl, result.finalUrl]) refuseFollowed(store, known);
  const { feedKind: kind, facts } = result;
  const answer = store.transaction(() => {
    const folderId = typeof folder === 'string' ? folderAtPath(store, folder) : folder;
    const { id } = addFeed(store, { feedUrl: result.permanentUrl ?? feedUrl, kind, facts, folderId, title: title === '' ? null : title, credentials: kindOf(login) });
    const added = storeAnswer(parts, id, result);
    keepPageRules(store, id, page ?? null, result.pageDates?.dated);
    return { feedId: id, feed: toFeed(feedRecord(store, id)), added };
  });
  if (login === null) return answer;
  const { lasting } = await logins.keep(answer.feedId, login);
  return lasting ? answer : { ...answer, notice: 'keychain-missing' };
}

/** What a page gives by these rules, asked because a person wants it now. `own` is the page where it is followed already. */
export async function readPage({ store, ingest, now }: SubscribingParts, address: string, rules: PageRules, { login, own = null }: ReadAs): Promise<{ feedUrl: string; result: Fresh }> {
  if (own === null) refuseFollowed(store, address);
  const result = await ingest.feed({ feedUrl: address, validators: null, bodyHash: null, page: { rules, before: null }, now: now(), login });
  if (result.kind !== 'fresh') throw failureOf(result);
  return { feedUrl: address, result };
}

/**
 * The feed at an address, or the first that its page names, and what it holds now. Rejects with `already-subscribed`
 * (detail.feedId, title) or what kept it from being read.
 */
export async function readFeed(parts: SubscribingParts, written: string, address: string, { login, own = null }: ReadAs): Promise<{ feedUrl: string; result: Fresh }> {
  refuseFollowed(parts.store, address, own);
  const first = await parts.ingest.feed({ feedUrl: address, validators: null, bodyHash: null, now: parts.now(), login });
  if (first.kind === 'fresh') return { feedUrl: address, result: first };
  if (!isWorthDiscovering(first, written)) throw failureOf(first);
  const candidate = (await parts.ingest.discover(written, parts.now(), { reach: 'page', login })).candidates[0];
  if (!candidate) throw new ReaderError('no-feed-found', 'the page names no feed', { address });
  const feedUrl = login ? await ownAddress(parts, candidate.feedUrl, login, own) : candidate.feedUrl;
  refuseFollowed(parts.store, feedUrl, own);
  const result = await parts.ingest.feed({ feedUrl, validators: null, bodyHash: null, now: parts.now(), login });
  if (result.kind !== 'fresh') throw failureOf(result);
  return { feedUrl, result };
}

function isWorthDiscovering(result: Exclude<IngestResult, Fresh>, written: string): boolean {
  if (result.kind === 'notModified') return false;
  if (PAGE_CODES.has(result.code)) return true;
  // `https` was our guess; the discovery tries `http` too.
  return lacksScheme(written) && (NETWORK_CODES.has(result.code) || result.code === 'tls-failed');
}

function failureOf(result: Exclude<IngestResult, Fresh>): ReaderError {
  if (result.kind === 'failed') return new ReaderError(result.code, `the feed could not be read: ${result.code}`, result.detail);
  return new ReaderError('http-error', '304 to a request without validators', { status: 304 });
}

function refuseFollowed(store: Store, url: string | null, own: FeedId | null = null): void {
  const known = url === null ? null : findFeedByUrl(store, url);
  if (known && known.id !== own) throw new ReaderError('already-subscribed', 'this feed is followed already', { feedId: known.id, title: known.title });
}

/** Stores what was asked for by a call; the number of new articles. To be called in a transaction with what goes with it. */
export function storeAnswer({ store, now, refreshMinutes }: SubscribingParts, feedId: FeedId, result: Fresh): number {
  return keepDocument(store, feedRecord(store, feedId), { ...result, permanentUrl: null }, { now: now(), refreshMinutes: refreshMinutes() }).added.length;
}

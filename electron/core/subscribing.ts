import { isDeepStrictEqual } from 'node:util';
import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import type { Discovery } from '../contract/model.ts';
import { NETWORK_CODES, ReaderError, type ReaderErrorCode } from '../contract/errors.ts';
import { lacksScheme } from './fetch/address.ts';
import type { Login } from './fetch/login.ts';
import { kindOf, signedAddress, type Logins } from './logins.ts';
import { toFeed } from './query/list-feeds.ts';
import type { Ingest, IngestResult } from './refresh/ingest-job.ts';
import { nextAsk } from './refresh/next-ask.ts';
import { MASKED } from './secret-address.ts';
import { addFeed, feedRecord, findFeedByUrl } from './store/feeds.ts';
import { folderAtPath, requireFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { storeDocument } from './store/store-document.ts';

export interface SubscribingParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly logins: Logins;
  readonly now: () => number;
  readonly refreshMinutes: () => number;
}

/** What stands in the place of a key, and what where that is another feed's. */
const MASKS = [MASKED, ...[2, 3, 4, 5, 6, 7, 8, 9].map((nth) => `${MASKED}${nth}`)];

type Fresh = Extract<IngestResult, { kind: 'fresh' }>;

/** A page answered where a feed was asked for: its feeds are looked for. */
const PAGE_CODES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['not-a-feed', 'no-feed-found']);

/** The feeds at an address, each with the feed that we follow already, if any. Rejects as `Ingest.discover` does. */
export async function discoverFeeds(parts: SubscribingParts, { url, credentials }: ArgsOf<'discover'>): Promise<Discovery> {
  const { store, ingest, logins, now } = parts;
  const { written, login } = signedAddress(url, credentials ?? null);
  const discovery = await ingest.discover(written, now(), login);
  const addresses = await Promise.all(discovery.candidates.map(async ({ feedUrl }) => (login ? await ownAddress(parts, feedUrl, login) : feedUrl)));
  if (login) logins.remember([discovery.url, ...addresses], login);
  const candidates = discovery.candidates.map((candidate, at) => {
    const feedUrl = addresses[at] ?? candidate.feedUrl;
    return { ...candidate, feedUrl, feedId: findFeedByUrl(store, feedUrl)?.id ?? null };
  });
  return { url: discovery.url, candidates };
}

/**
 * Follows a feed, or the first that a page names, and stores what it holds now; all or nothing. Rejects with
 * `already-subscribed` (detail.feedId), `folder-missing`, or what kept the feed from being read.
 */
export async function subscribe(parts: SubscribingParts, { url, folder = null, title = '', credentials }: ArgsOf<'subscribe'>): Promise<AnswerOf<'subscribe'>> {
  const { store, logins } = parts;
  if (typeof folder === 'number') requireFolder(store, folder);
  const signed = signedAddress(url, credentials ?? null);
  const login = signed.login ?? logins.recall(signed.address);
  const address = login ? await ownAddress(parts, signed.address, login) : signed.address;
  const { feedUrl, result } = await readFeed(parts, signed.written, address, login);
  // Between asking and storing, someone else may have followed it.
  for (const known of [feedUrl, result.permanentUrl, result.finalUrl]) refuseFollowed(store, known);
  const { feedKind: kind, facts } = result;
  const answer = store.transaction(() => {
    const folderId = typeof folder === 'string' ? folderAtPath(store, folder) : folder;
    const { id } = addFeed(store, { feedUrl: result.permanentUrl ?? feedUrl, kind, facts, folderId, title: title === '' ? null : title, credentials: kindOf(login) });
    const added = storeFirst(parts, id, result);
    return { feedId: id, feed: toFeed(feedRecord(store, id)), added };
  });
  if (login === null) return answer;
  const { lasting } = await logins.keep(answer.feedId, login);
  return lasting ? answer : { ...answer, notice: 'keychain-missing' };
}

/** Two feeds may differ by their key alone: the second is told apart by what stands in the key's place. */
async function ownAddress({ store, logins }: SubscribingParts, address: string, login: Login): Promise<string> {
  for (const mask of MASKS) {
    const own = address.replaceAll(MASKED, mask);
    const known = findFeedByUrl(store, own);
    const kept = known && (await logins.find(known.id));
    if (!kept || isDeepStrictEqual(kept.parts, login.parts)) return own;
  }
  return address;
}

async function readFeed(parts: SubscribingParts, written: string, address: string, login: Login | null): Promise<{ feedUrl: string; result: Fresh }> {
  refuseFollowed(parts.store, address);
  const first = await parts.ingest.feed({ feedUrl: address, validators: null, bodyHash: null, now: parts.now(), login });
  if (first.kind === 'fresh') return { feedUrl: address, result: first };
  if (!isWorthDiscovering(first, written)) throw failureOf(first);
  const candidate = (await parts.ingest.discover(written, parts.now(), login)).candidates[0];
  if (!candidate) throw new ReaderError('no-feed-found', 'the page names no feed', { address });
  refuseFollowed(parts.store, candidate.feedUrl);
  const result = await parts.ingest.feed({ feedUrl: candidate.feedUrl, validators: null, bodyHash: null, now: parts.now(), login });
  if (result.kind !== 'fresh') throw failureOf(result);
  return { feedUrl: candidate.feedUrl, result };
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

function refuseFollowed(store: Store, url: string | null): void {
  const known = url === null ? null : findFeedByUrl(store, url);
  if (known) throw new ReaderError('already-subscribed', 'this feed is followed already', { feedId: known.id, title: known.title });
}

function storeFirst({ store, now, refreshMinutes }: SubscribingParts, feedId: number, result: Fresh): number {
  const { feedKind, facts, articles, validators, bodyHash, knownItems, maxAgeMs } = result;
  const nextAt = nextAsk({ kind: 'answered', maxAgeMs }, { now: now(), refreshMinutes: refreshMinutes() }) as number;
  return storeDocument(store, feedId, { feedKind, facts, articles, validators, bodyHash, knownItems, permanentUrl: null, nextAt }, now()).added.length;
}

import type { AnswerOf, ArgsOf } from '../contract/api.ts';
import type { Discovery } from '../contract/model.ts';
import { NETWORK_CODES, ReaderError, type ReaderErrorCode } from '../contract/errors.ts';
import { lacksScheme, normalizeAddress } from './fetch/address.ts';
import { toFeed } from './query/list-feeds.ts';
import { feedKey } from './refresh/feed-key.ts';
import type { Ingest, IngestResult } from './refresh/ingest-job.ts';
import { nextAsk } from './refresh/next-ask.ts';
import { addFeed, feedRecord, feedRecords, findFeedByUrl } from './store/feeds.ts';
import { folderAtPath, requireFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { storeDocument } from './store/store-document.ts';

export interface SubscribingParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly now: () => number;
  readonly refreshMinutes: () => number;
}

type Fresh = Extract<IngestResult, { kind: 'fresh' }>;

/** A page answered where a feed was asked for: its feeds are looked for. */
const PAGE_CODES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['not-a-feed', 'no-feed-found']);

/** The feeds at an address, each with the feed that we follow already, if any. Rejects as `Ingest.discover` does. */
export async function discoverFeeds({ store, ingest, now }: SubscribingParts, url: string): Promise<Discovery> {
  const discovery = await ingest.discover(url, now());
  const followed = new Map(feedRecords(store).map(({ id, feedUrl }) => [feedKey(feedUrl), id]));
  const candidates = discovery.candidates.map((candidate) => ({ ...candidate, feedId: followed.get(feedKey(candidate.feedUrl)) ?? null }));
  return { url: discovery.url, candidates };
}

/**
 * Follows a feed, or the first that a page names, and stores what it holds now; all or nothing. Rejects with
 * `already-subscribed` (detail.feedId), `folder-missing`, or what kept the feed from being read.
 */
export async function subscribe(parts: SubscribingParts, { url, folder = null, title = '' }: ArgsOf<'subscribe'>): Promise<AnswerOf<'subscribe'>> {
  const { store } = parts;
  if (typeof folder === 'number') requireFolder(store, folder);
  const address = normalizeAddress(url);
  const { feedUrl, result } = await readFeed(parts, url, address);
  // Between asking and storing, someone else may have followed it.
  for (const known of [feedUrl, result.permanentUrl, result.finalUrl]) refuseFollowed(store, known);
  const { feedKind: kind, facts } = result;
  return store.transaction(() => {
    const folderId = typeof folder === 'string' ? folderAtPath(store, folder) : folder;
    const { id } = addFeed(store, { feedUrl: result.permanentUrl ?? feedUrl, kind, facts, folderId, title: title === '' ? null : title });
    const added = storeFirst(parts, id, result);
    return { feedId: id, feed: toFeed(feedRecord(store, id)), added };
  });
}

async function readFeed(parts: SubscribingParts, written: string, address: string): Promise<{ feedUrl: string; result: Fresh }> {
  refuseFollowed(parts.store, address);
  const first = await parts.ingest.feed({ feedUrl: address, validators: null, bodyHash: null, now: parts.now() });
  if (first.kind === 'fresh') return { feedUrl: address, result: first };
  if (!isWorthDiscovering(first, written)) throw failureOf(first);
  const candidate = (await parts.ingest.discover(written, parts.now(), 'page')).candidates[0];
  if (!candidate) throw new ReaderError('no-feed-found', 'the page names no feed', { address });
  refuseFollowed(parts.store, candidate.feedUrl);
  const result = await parts.ingest.feed({ feedUrl: candidate.feedUrl, validators: null, bodyHash: null, now: parts.now() });
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

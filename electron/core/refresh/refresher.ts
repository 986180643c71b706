import type { FeedId, RefreshProgress, RefreshSummary } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import type { Announce } from '../pace/announcer.ts';
import type { HostQueueLimits } from '../pace/host-queue.ts';
import { feedRecord, feedRecords } from '../store/feeds.ts';
import { knownItems } from '../store/known-items.ts';
import type { Store } from '../store/open-store.ts';
import type { FeedRecord } from '../store/records.ts';
import { askFeed, ingestJob } from './ask-feed.ts';
import { dueFeeds } from './due-feeds.ts';
import { isLoopback } from './is-loopback.ts';
import type { Ingest, IngestResult } from './ingest-job.ts';
import { keepResult } from './keep-result.ts';
import { hasNetworkAddress, isNetworkMissing } from './network-verdict.ts';
import { retryAfterMs } from './next-ask.ts';
import { summarize, type Outcome } from './outcome.ts';
import { createRefreshSession, type RefreshSession } from './refresh-session.ts';

export interface RefresherOptions {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly now: () => number;
  /** Minutes between unattended refreshes as the settings say now. */
  readonly refreshMinutes: () => number;
  readonly announce: Announce;
  /** Hears of faults that cost one feed only. */
  readonly onFault: (error: unknown) => void;
  readonly onEnd?: () => void;
  readonly limits?: HostQueueLimits;
  readonly hasNetwork?: () => boolean;
}

export interface RefreshRequest {
  /** Null: every feed. Named ones are asked again even where the running refresh has asked them. */
  readonly feedIds: readonly FeedId[] | null;
  readonly onlyDue?: boolean;
}

export interface Refresher {
  /** Joins the refresh that is running, if any. Rejects with `disk-full`, `database-damaged` or `feed-missing`. */
  refresh(request: RefreshRequest): Promise<RefreshSummary>;
  /** What has been stored stays; the rest is skipped. */
  cancel(): void;
  progress(): Omit<RefreshProgress, 'nextAt'>;
  readonly running: boolean;
}

/** One connection a host as politeness asks (this machine's own servers aside), many hosts at once. */
const POLITE: HostQueueLimits = { total: 24, perHost: (host) => (isLoopback(host) ? 24 : 1) };

/** Runs the stages for the feeds that are due: fetch, parse and normalize off this thread, store on it, as each arrives. */
export function createRefresher(options: RefresherOptions): Refresher {
  const { store, ingest, now, announce, onFault } = options;
  const hasNetwork = options.hasNetwork ?? hasNetworkAddress;
  const hostHolds = holdsOf(feedRecords(store), now());
  let session: RefreshSession | null = null;
  let last: Omit<RefreshProgress, 'nextAt' | 'updatedAt' | 'offlineSince' | 'running'> = IDLE;
  let startedAt = 0;
  let offlineSince: number | null = null;
  let updatedAt = latestAnswer(feedRecords(store));

  const keep = (feed: FeedRecord, result: IngestResult): Outcome | 'incomplete' => {
    const at = now();
    if (result.kind === 'failed' && result.retryAt !== null) hostHolds.set(hostOf(feed.feedUrl), at + retryAfterMs(result.retryAt, at));
    const outcome = keepResult(store, feed, result, { now: at, refreshMinutes: options.refreshMinutes(), onFault });
    if (outcome === 'incomplete') return outcome;
    const changed = outcome.kind === 'fresh' ? outcome.added + outcome.updated : outcome.kind === 'failed' ? (outcome.stored ?? 0) : 0;
    if (changed > 0) announce({ kind: 'articles', feedIds: [feed.id] });
    // The first document brings the title; a failure, or the end of one, shows in the list at once.
    if (feed.succeededAt === null || (feed.failure === null) === (outcome.kind === 'failed')) announce({ kind: 'feeds' });
    return outcome;
  };

  const begin = (): RefreshSession => {
    startedAt = now();
    const begun = createRefreshSession({
      limits: options.limits ?? POLITE,
      ask: (feed, signal, whole) => askFeed(ingest, ingestJob(feed, { now: now(), knownItems: knownItems(store, feed.id), whole }), { signal, onFault }),
      keep,
      held: (feed) => (hostHolds.get(hostOf(feed.feedUrl)) ?? 0) > now(),
      proves: (host) => !isLoopback(host) || hasNetwork(),
      onAnswer: () => {
        offlineSince = null;
      },
      isNetworkMissing: (unanswered, { answered, asked }) =>
        isNetworkMissing({
          unanswered,
          answered,
          wasAll: asked >= dueFeeds(feedRecords(store), { now: now(), onlyDue: false, hostHolds }).due.length,
          offlineAlready: offlineSince !== null,
          hasNetwork: hasNetwork(),
        }),
      onChange: () => announce({ kind: 'refresh' }),
      onEnd: (ended) => {
        session = null;
        const endedAt = now();
        if (ended.offline) offlineSince ??= endedAt;
        if (ended.answered) updatedAt = endedAt;
        last = { ...countsOf(ended), startedAt, endedAt };
        announce({ kind: 'feeds' });
        announce({ kind: 'refresh' });
        options.onEnd?.();
      },
    });
    return begun;
  };

  return {
    async refresh({ feedIds, onlyDue = false }) {
      const feeds = feedIds === null ? feedRecords(store) : [...new Set(feedIds)].map((id) => feedRecord(store, id));
      const { due, skipped } = dueFeeds(feeds, { now: now(), onlyDue, hostHolds });
      const left = skipped.map(({ feedId, reason }): [FeedId, Outcome] => [feedId, { kind: 'skipped', reason }]);
      if (due.length === 0) return summarize(left);
      const joined = (session ??= begin());
      // Feeds that failed last time go last: hosts that never answer must not hold the places of those that do.
      const inOrder = due.toSorted((a, b) => Number(a.failures > 0) - Number(b.failures > 0));
      const asked = inOrder.map(async (feed): Promise<[FeedId, Outcome]> => [feed.id, await joined.add(feed, feedIds !== null)]);
      announce({ kind: 'refresh' });
      const outcomes = await Promise.all(asked);
      if (joined.fault !== null) throw joined.fault;
      return summarize([...outcomes, ...left]);
    },
    cancel() {
      session?.cancel();
    },
    progress() {
      const counts = session ? { ...countsOf(session), startedAt, endedAt: null } : last;
      return { ...counts, running: session !== null, updatedAt, offlineSince };
    },
    get running() {
      return session !== null;
    },
  };
}

const IDLE = { asked: 0, done: 0, added: 0, failed: [], cancelled: false, startedAt: null, endedAt: null };

function countsOf({ asked, done, added, failed, cancelled }: RefreshSession): Pick<RefreshProgress, 'asked' | 'done' | 'added' | 'failed' | 'cancelled'> {
  return { asked, done, added, failed, cancelled };
}

function latestAnswer(feeds: readonly FeedRecord[]): number | null {
  return feeds.reduce<number | null>((latest, { succeededAt }) => (succeededAt !== null && succeededAt > (latest ?? 0) ? succeededAt : latest), null);
}

/** A host that asked for rest before the last stop of the app still has it. */
function holdsOf(feeds: readonly FeedRecord[], now: number): Map<string, number> {
  const holds = new Map<string, number>();
  for (const { failure, nextAt, feedUrl } of feeds) {
    if (failure?.code !== 'rate-limited' || nextAt === null || nextAt <= now) continue;
    holds.set(hostOf(feedUrl), Math.max(nextAt, holds.get(hostOf(feedUrl)) ?? 0));
  }
  return holds;
}

import type { FeedId, ProxyTrouble, RefreshProgress, RefreshSummary, SkipReason } from '../../contract/model.ts';
import type { Announce } from '../pace/announcer.ts';
import type { HostQueueLimits } from '../pace/host-queue.ts';
import { nodeTimers, type Timers } from '../pace/timers.ts';
import { pruneActivity, recordLeftOut, type LeftOut } from '../store/activity.ts';
import { feedRecord, feedRecords, feedState, latestAnswer } from '../store/feeds.ts';
import { putOff } from '../store/pace-facts.ts';
import type { Store } from '../store/open-store.ts';
import type { FeedRecord } from '../store/records.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import { askFeed, ingestJob } from './ask-feed.ts';
import { dueFeeds } from './due-feeds.ts';
import { createHostCourtesy, type HostCourtesy } from './host-courtesy.ts';
import { isLoopback } from './is-loopback.ts';
import type { Ingest, IngestResult } from './ingest-job.ts';
import { createKeepGroup } from './keep-group.ts';
import { keepAmong, keepResult } from './keep-result.ts';
import { hasNetworkAddress, isNetworkMissing } from './network-verdict.ts';
import { probesOf } from './offline-probes.ts';
import { leftOutOf, summarize, type Outcome } from './outcome.ts';
import { createRefreshSession } from './refresh-session.ts';
import type { AskOptions, RefreshSession } from './session-parts.ts';

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
  /** Called in the transaction that stored what feeds brought. */
  readonly onStored?: () => void;
  readonly limits?: HostQueueLimits;
  readonly hasNetwork?: () => boolean;
  /** Shared with whoever else asks hosts; left out: of its own. */
  readonly courtesy?: HostCourtesy;
  readonly timers?: Timers;
  /** 0 to 1. */
  readonly random?: () => number;
}

export interface RefreshRequest {
  /** Null: every feed. Named ones are asked again even where the running refresh has asked them. */
  readonly feedIds: readonly FeedId[] | null;
  readonly onlyDue?: boolean;
  /** A person named each of the feeds: they are asked although they are paused or gone. */
  readonly named?: boolean;
  /** The feeds begin at moments spread over this time, in milliseconds, instead of all at once. */
  readonly spreadMs?: number;
}

export interface Refresher {
  /** Joins the refresh that is running, if any. Rejects with `disk-full`, `database-damaged` or `feed-missing`. */
  refresh(request: RefreshRequest): Promise<RefreshSummary>;
  /** What has been stored stays; the rest is skipped. */
  cancel(): void;
  progress(): Omit<RefreshProgress, 'nextAt'>;
  readonly running: boolean;
}

/** Many hosts at once, of each one request at a time, as politeness asks; this machine's own servers aside. */
const AT_ONCE = 24;
const HOUR = 60 * 60_000;
/** Of the start; then once an hour. */
const PRUNE_AFTER = 10 * 60_000;

/** Runs the stages for the feeds that are due: fetch, parse and normalize off this thread, store on it, as each arrives. */
export function createRefresher(options: RefresherOptions): Refresher {
  const { store, ingest, now, announce, onFault, timers = nodeTimers, random = Math.random } = options;
  const hasNetwork = options.hasNetwork ?? hasNetworkAddress;
  const { rests, pace } = options.courtesy ?? createHostCourtesy({ store, now, timers, random });
  const limits: HostQueueLimits = options.limits ?? { total: AT_ONCE, perHost: (host) => (isLoopback(host) ? AT_ONCE : 1), pace };
  let session: RefreshSession | null = null;
  let last: Omit<RefreshProgress, 'nextAt' | 'updatedAt' | 'offlineSince' | 'proxyTrouble' | 'running'> = IDLE;
  let startedAt = 0;
  let offlineSince: number | null = null;
  let proxyTrouble: ProxyTrouble | null = null;
  let updatedAt = latestAnswer(store);
  // Not at the end of the first refresh, for which somebody may be waiting.
  let prunedAt = now() - HOUR + PRUNE_AFTER;
  let prunedTo: FeedId = 0;

  const keepBy = (way: typeof keepResult) => (feed: FeedRecord, result: IngestResult, onward: Onward | null): Outcome | 'incomplete' => {
    if (onward && result.kind !== 'failed') rests.release(onward.url);
    return way(store, feed, result, { now: now(), refreshMinutes: options.refreshMinutes(), rests, random, onFault });
  };
  const keep = keepBy(keepResult);

  const tell = (feed: FeedRecord, outcome: Outcome): void => {
    const changed = outcome.kind === 'fresh' ? outcome.added + outcome.updated : outcome.kind === 'failed' ? (outcome.stored ?? 0) : 0;
    if (changed > 0) announce({ kind: 'articles', feedIds: [feed.id] });
    if (outcome.kind !== 'skipped') announce({ kind: 'feeds', feedIds: [feed.id] });
  };

  const group = createKeepGroup({ store, timers, keep, keepAmong: keepBy(keepAmong), ...(options.onStored && { onStored: options.onStored }), onKept: tell });

  const keepNow = (feed: FeedRecord, result: IngestResult, onward: Onward | null): Outcome | 'incomplete' => {
    const outcome = keep(feed, result, onward);
    if (outcome !== 'incomplete') tell(feed, outcome);
    return outcome;
  };

  const ask = async (feed: FeedRecord, signal: AbortSignal, { whole, onward }: AskOptions): Promise<IngestResult> => {
    const job = { ...ingestJob(feed, { now: now(), whole }), staysOnHost: true, onward };
    const result = await group.during(() => askFeed(ingest, job, { signal, onFault }));
    if (result.crawlDelayMs !== undefined) pace.slowDown(hostOf(onward?.url ?? feed.feedUrl), result.crawlDelayMs);
    return result;
  };

  const begin = (): RefreshSession => {
    startedAt = now();
    return createRefreshSession({
      limits,
      now,
      timers,
      ask,
      keep: keepNow,
      keepSoon: (feed, result, onward, signal) => group.add(feed, result, { onward, signal }),
      dropped: (feed) => whyDropped(feed, feedState(store, feed.id)),
      held: (feed, onward) => {
        const until = rests.heldUntil(onward?.url ?? feed.feedUrl);
        // Else its own host would be asked again and again, only to lead there.
        if (until !== null && onward) putOff(store, feed.id, until);
        return until;
      },
      proves: (host) => !isLoopback(host) || hasNetwork(),
      onAnswer: () => {
        offlineSince = null;
      },
      isNetworkMissing: (unanswered, { answered, asked }) =>
        isNetworkMissing({
          unanswered,
          answered,
          wasAll: asked >= dueFeeds(feedRecords(store), { now: now(), onlyDue: false, hostHolds: rests.current() }).due.length,
          offlineAlready: offlineSince !== null,
          hasNetwork: hasNetwork(),
        }),
      onChange: () => announce({ kind: 'refresh' }),
      onEnd: (ended) => {
        session = null;
        const endedAt = now();
        if (ended.offline) offlineSince ??= endedAt;
        if (ended.answered) updatedAt = endedAt;
        // A session that heard of no one says nothing of the proxy.
        if (ended.answered || ended.offline || ended.proxyTrouble) ({ proxyTrouble } = ended);
        last = { ...countsOf(ended), startedAt, endedAt };
        prune(endedAt);
        announce({ kind: 'refresh' });
        options.onEnd?.();
      },
    });
  };

  const prune = (at: number): void => {
    if (Math.abs(at - prunedAt) < HOUR) return;
    prunedAt = at;
    try {
      prunedTo = pruneActivity(store, at, prunedTo);
    } catch (error) {
      onFault(error);
    }
  };

  const askAll = async (due: readonly FeedRecord[], { feedIds, spreadMs = 0 }: RefreshRequest): Promise<[FeedId, Outcome][]> => {
    if (due.length === 0) return [];
    const joined = (session ??= begin());
    // Feeds that failed last time go last: hosts that never answer must not hold the places of those that do.
    const inOrder = due.toSorted((a, b) => Number(a.failures > 0) - Number(b.failures > 0));
    const asked = inOrder.map(async (feed): Promise<[FeedId, Outcome]> => [feed.id, await joined.add(feed, { again: feedIds !== null, delayMs: Math.round(spreadMs * random()) })]);
    announce({ kind: 'refresh' });
    const outcomes = await Promise.all(asked);
    if (joined.fault !== null) throw joined.fault;
    return outcomes;
  };

  /** Without a network every feed would fail: a few are asked first, and the others where any of them answers. */
  const askAfterProbes = async (due: readonly FeedRecord[], request: RefreshRequest): Promise<[FeedId, Outcome][]> => {
    const probes = offlineSince !== null && request.onlyDue === true ? probesOf(due, random) : due;
    const outcomes = await askAll(probes, request);
    if (probes === due) return outcomes;
    const others = due.filter((feed) => !probes.includes(feed));
    if (offlineSince === null) return [...outcomes, ...(await askAll(others, request))];
    return [...outcomes, ...others.map(({ id }): [FeedId, Outcome] => [id, { kind: 'skipped', reason: proxyTrouble ? 'proxy' : 'offline' }])];
  };

  return {
    async refresh(request) {
      const { feedIds, onlyDue = false, named = false } = request;
      const feeds = feedIds === null ? feedRecords(store) : [...new Set(feedIds)].map((id) => feedRecord(store, id));
      const { due, skipped } = dueFeeds(feeds, { now: now(), onlyDue, named, hostHolds: rests.current() });
      recordLeftOut(store, skipped, now());
      const outcomes = await askAfterProbes(due, request);
      const holds = rests.current();
      const became = new Map(outcomes);
      const meanwhile = due.flatMap((feed): LeftOut[] => leftOutOf(feed, became.get(feed.id), holds));
      recordLeftOut(store, meanwhile, now());
      return summarize([...outcomes, ...skipped.map(({ feedId, reason }): [FeedId, Outcome] => [feedId, { kind: 'skipped', reason }])]);
    },
    cancel() {
      session?.cancel();
    },
    progress() {
      const counts = session ? { ...countsOf(session), startedAt, endedAt: null } : last;
      return { ...counts, running: session !== null, updatedAt, offlineSince, proxyTrouble };
    },
    get running() {
      return session !== null;
    },
  };
}

function whyDropped(feed: FeedRecord, now: Pick<FeedRecord, 'feedUrl' | 'paused'> | null): SkipReason | null {
  if (!now) return 'gone';
  if (now.paused && !feed.paused) return 'paused';
  // Whoever gave it another address has read it there.
  return now.feedUrl === feed.feedUrl ? null : 'notDue';
}

const IDLE = { asked: 0, done: 0, added: 0, failed: [], cancelled: false, startedAt: null, endedAt: null };

function countsOf({ asked, done, added, failed, cancelled }: RefreshSession): Pick<RefreshProgress, 'asked' | 'done' | 'added' | 'failed' | 'cancelled'> {
  return { asked, done, added, failed, cancelled };
}

import type { Onward } from '../fetch/fetch-result.ts';
import type { Timers } from '../pace/timers.ts';
import type { FeedRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import type { IngestResult } from './ingest-job.ts';
import type { Outcome } from './outcome.ts';

type Keep = (feed: FeedRecord, result: IngestResult, onward: Onward | null) => Outcome | 'incomplete';

export interface KeepGroupParts {
  readonly store: Store;
  readonly timers: Timers;
  /** Stores one result by itself. What it throws would befall the next one too. */
  readonly keep: Keep;
  /** Stores one result in the transaction that is open. Where it throws, all of its group is taken back, and each stored by itself. */
  readonly keepAmong: Keep;
  /** Called in the transaction that stored some results, after them. It throws nothing of its own. */
  readonly onStored?: () => void;
  /** Called once for each result that stands in the log. */
  readonly onKept: (feed: FeedRecord, outcome: Outcome) => void;
  /** Milliseconds; never goes back. */
  readonly clock?: () => number;
}

/**
 * Stores results of several feeds together, group by group, so that others come between, and commits several groups at once:
 * each commit writes all pages of the database that any of its articles touched.
 */
export interface KeepGroup {
  /** Runs an ask; while others run, its result may wait for theirs. */
  during<T>(ask: () => Promise<T>): Promise<T>;
  /** Stores a result, or drops it where `signal` is aborted by then. Resolves once it is in the log; rejects with what `keep` threw. */
  add(feed: FeedRecord, result: IngestResult, options: AddOptions): Promise<Outcome | 'incomplete'>;
}

export interface AddOptions {
  /** Where the trip had been led to. */
  readonly onward: Onward | null;
  readonly signal: AbortSignal;
}

interface Waiting extends AddOptions {
  readonly feed: FeedRecord;
  readonly result: IngestResult;
  readonly resolve: (outcome: Outcome | 'incomplete') => void;
  readonly reject: (error: unknown) => void;
}

/** A person's call may wait behind a whole group: it ends where, by what articles took lately, so long is over. */
const AIM_MS = 20;
const MOST_FEEDS = 12;
const MOST_ARTICLES = 300;
const LONGEST_MS = 60;
const FIRST_GUESS_MS = 0.2;
/** How much the last group says of the next. */
const SHARE_OF_LAST = 0.3;
/** Groups are committed together: of so many articles, or after so long. */
const GATHERED_ARTICLES = 1000;
const GATHERED_MS = 400;
const DROPPED: Outcome = { kind: 'skipped', reason: 'cancelled' };

function wholeArticles(result: IngestResult): number {
  return result.kind === 'fresh' ? result.articles.filter((article) => 'body' in article).length : 0;
}

/** See KeepGroup. */
export function createKeepGroup({ store, timers, keep, keepAmong, onStored, onKept, clock = () => performance.now() }: KeepGroupParts): KeepGroup {
  let waiting: Waiting[] = [];
  let asking = 0;
  let isResting = false;
  let msPerArticle = FIRST_GUESS_MS;
  /** Groups that are stored and not committed, and their articles. */
  let gathered = { groups: 0, articles: 0 };

  /** How many of those that wait the next group holds, and whether it can hold no more. */
  const nextGroup = (): { count: number; isFull: boolean } => {
    const most = Math.min(MOST_ARTICLES, AIM_MS / msPerArticle);
    let articles = 0;
    for (const [at, { result }] of waiting.entries()) {
      articles += wholeArticles(result);
      if (articles >= most || at + 1 >= MOST_FEEDS) return { count: at + 1, isFull: true };
    }
    return { count: waiting.length, isFull: false };
  };

  const flush = (): void => {
    const { count } = nextGroup();
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    if (waiting.length === 0) forGroup.end();
    const wanted = group.filter(({ signal }) => !signal.aborted);
    for (const one of group) if (one.signal.aborted) one.resolve(DROPPED);
    if (wanted.length === 0) return;
    const articles = wanted.reduce((sum, { result }) => sum + wholeArticles(result), 0);
    const started = clock();
    keepTogether(wanted, articles);
    if (articles > 0) msPerArticle += ((clock() - started) / articles - msPerArticle) * SHARE_OF_LAST;
  };

  const keepTogether = (group: readonly Waiting[], articles: number): void => {
    let outcomes: (Outcome | 'incomplete')[] = [];
    const done = (error: unknown): void => {
      gathered = { groups: gathered.groups - 1, articles: gathered.articles - articles };
      if (gathered.groups === 0) forCommit.end();
      // Whose fault it was is found, and told, by storing each by itself.
      if (error !== null) keepEach(group);
      else for (const [at, outcome] of outcomes.entries()) settle(group[at], outcome);
    };
    gathered = { groups: gathered.groups + 1, articles: gathered.articles + articles };
    forCommit.begin();
    try {
      outcomes = store.gather(() => {
        const kept = group.map(({ feed, result, onward }) => keepAmong(feed, result, onward));
        onStored?.();
        return kept;
      }, done);
    } catch (error) {
      done(error);
    }
  };

  const keepEach = (group: readonly Waiting[]): void => {
    for (const [at, one] of group.entries()) {
      try {
        settle(one, keep(one.feed, one.result, one.onward));
      } catch (error) {
        for (const { reject } of group.slice(at)) reject(error);
        return;
      }
    }
  };

  const settle = (one: Waiting | undefined, outcome: Outcome | 'incomplete'): void => {
    if (one && outcome !== 'incomplete') onKept(one.feed, outcome);
    one?.resolve(outcome);
  };

  const isCommitDue = (): boolean => gathered.groups > 0 && (gathered.articles >= GATHERED_ARTICLES || forCommit.isOver || (asking === 0 && waiting.length === 0));
  const isGroupDue = (): boolean => waiting.length > 0 && (asking === 0 || forGroup.isOver || nextGroup().isFull);

  /** One piece of what is due; false where nothing is. */
  const step = (): boolean => {
    if (isCommitDue()) {
      if (!store.settleGathered()) store.commitGathered();
    } else if (isGroupDue()) flush();
    else return false;
    return true;
  };

  /** Results come many at a time: between two pieces everybody else who waits comes first. */
  const inTurn = (): void => {
    if (isResting || !step()) return;
    isResting = true;
    setImmediate(() => {
      isResting = false;
      inTurn();
    });
  };

  const forGroup = createPatience(timers, LONGEST_MS, inTurn);
  const forCommit = createPatience(timers, GATHERED_MS, inTurn);

  return {
    async during(ask) {
      asking += 1;
      try {
        return await ask();
      } finally {
        asking -= 1;
      }
    },
    add(feed, result, { onward, signal }) {
      const { promise, resolve, reject } = Promise.withResolvers<Outcome | 'incomplete'>();
      waiting.push({ feed, result, onward, signal, resolve, reject });
      forGroup.begin();
      inTurn();
      return promise;
    },
  };
}

/** Of the first who waits: after so many milliseconds nobody is to wait longer. */
function createPatience(timers: Timers, ms: number, onOver: () => void): { begin(): void; end(): void; readonly isOver: boolean } {
  let timer: unknown = null;
  let isOver = false;
  return {
    begin() {
      timer ??= timers.set(() => {
        isOver = true;
        onOver();
      }, ms);
    },
    end() {
      if (timer !== null) timers.clear(timer);
      timer = null;
      isOver = false;
    },
    get isOver() {
      return isOver;
    },
  };
}

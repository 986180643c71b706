import { setImmediate } from 'node:timers/promises';
import type { FeedError, FeedId } from '../../contract/model.ts';
import { NETWORK_CODES, type ReaderErrorCode } from '../../contract/errors.ts';
import { createHostQueue } from '../pace/host-queue.ts';
import type { FeedRecord } from '../store/records.ts';
import { hostOf } from '../fetch/address.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import { isAnswer, isSilent } from './answered.ts';
import type { IngestResult } from './ingest-job.ts';
import type { Outcome } from './outcome.ts';
import { ProxyWatch } from './proxy-watch.ts';
import type { RefreshSession, SessionParts } from './session-parts.ts';

interface Ask {
  readonly feed: FeedRecord;
  /** Whose turn it waits for. */
  host: string;
  onward: Onward | null;
  readonly outcome: Promise<Outcome>;
  readonly resolve: (outcome: Outcome) => void;
  settled: boolean;
  /** Settled, or silent until the verdict: no longer counted as open. */
  resting: boolean;
  proofs: number;
}

/** `incomplete`: the whole document is needed; `led`: it goes on at another host. */
type Received = 'done' | 'incomplete' | 'led';

interface Silence {
  readonly ask: Ask;
  readonly result: Extract<IngestResult, { kind: 'failed' }>;
}

/** No request lasts as long; where one seems to, the machine slept or its clock was set. */
const SLEPT_MS = 2 * 60_000;

/**
 * One stretch of refreshing, from the first feed asked until none is left; feeds join while it lasts. A failure of the
 * network waits for its verdict: any later answer shows that the feed is at fault, no answer at all that the network is.
 */
export function createRefreshSession(parts: SessionParts): RefreshSession {
  const abort = new AbortController();
  const asks = new Map<FeedId, Ask>();
  const failed = new Map<FeedId, FeedError>();
  let silent: Silence[] = [];
  let open = 0;
  let asked = 0;
  let done = 0;
  let added = 0;
  let proofs = 0;
  let answered = false;
  let offline = false;
  const proxy = new ProxyWatch();
  let cancelled = false;
  let fault: unknown = null;
  let ended = false;
  let turn: Promise<unknown> = Promise.resolve();

  const queue = createHostQueue<Ask>(parts.limits, async (ask, place) => {
    await turn;
    let answer = await askWhereItIs(ask);
    // A host that is free is asked at once: else each ask of a feed that leads elsewhere would wait for two turns.
    while (answer === 'led' && place.moveTo(ask.host)) answer = await askWhereItIs(ask);
    // Many feeds may lead to one host, which is as much a host as their own.
    if (answer === 'led' && !ask.settled) queue.push(ask.host, ask);
  });

  const askWhereItIs = async (ask: Ask): Promise<'done' | 'led'> => {
    if (ask.settled) return 'done';
    try {
      const reason = parts.dropped(ask.feed);
      const until = reason === null ? parts.held(ask.feed, ask.onward) : null;
      if (reason !== null) leave(ask, { kind: 'skipped', reason });
      else if (until !== null) leave(ask, { kind: 'skipped', reason: 'hostHeld', until });
    } catch (error) {
      fail(error);
    }
    if (ask.settled) return 'done';
    const refusal = answered ? null : proxy.refusal(ask.host);
    if (refusal) {
      leave(ask, refusal);
      return 'done';
    }
    const first = await attempt(ask, false);
    const answer = first === 'incomplete' ? await attempt(ask, true) : first;
    if (answer !== 'incomplete') return answer;
    // Items are missing from a whole document only where the feed became another since it was asked.
    leave(ask, { kind: 'skipped', reason: 'gone' });
    return 'done';
  };

  const attempt = async (ask: Ask, whole: boolean): Promise<Received> => {
    ask.proofs = proofs;
    const startedAt = parts.now();
    const how = { whole, onward: ask.onward };
    let result = await parts.ask(ask.feed, abort.signal, how);
    // Killed by the machine's sleep, not by the server: asked once more.
    if (isSilent(result) && !ask.settled && parts.now() - startedAt > SLEPT_MS) result = await parts.ask(ask.feed, abort.signal, how);
    // One document a turn of the event loop: a person's call never waits behind more than one.
    turn = turn.then(() => setImmediate());
    await turn;
    return ask.settled ? 'done' : await receive(ask, result);
  };

  const receive = async (ask: Ask, result: IngestResult): Promise<Received> => {
    if (result.kind === 'failed' && result.onward) {
      ask.onward = result.onward;
      ask.host = hostOf(result.onward.url);
      return 'led';
    }
    const proxied = proxy.judge(result);
    if (proxied) {
      leave(ask, proxied);
      return 'done';
    }
    if (isSilent(result)) {
      if (proofs > ask.proofs) leave(ask, keep(ask, result));
      else {
        silent.push({ ask, result });
        rest(ask);
      }
      return 'done';
    }
    if (isAnswer(result)) heard(ask);
    const outcome = await keepSoon(ask, result);
    if (outcome === 'incomplete' && !ask.settled) return outcome;
    if (outcome !== 'incomplete') leave(ask, outcome);
    return 'done';
  };

  const heard = (ask: Ask): void => {
    answered = true;
    parts.onAnswer();
    if (!parts.proves(ask.host)) return;
    proofs += 1;
    settleSilent(false);
  };

  /** A failure is never incomplete. */
  const keep = (ask: Ask, result: Silence['result']): Outcome => keepOrAskAgain(ask, result) as Outcome;

  const keepOrAskAgain = (ask: Ask, result: IngestResult): Outcome | 'incomplete' => {
    try {
      return parts.keep(ask.feed, result, ask.onward);
    } catch (error) {
      return endWith(error);
    }
  };

  const keepSoon = async (ask: Ask, result: IngestResult): Promise<Outcome | 'incomplete'> => {
    // What a failure says of its host must hold for the next ask.
    if (!parts.keepSoon || result.kind === 'failed') return keepOrAskAgain(ask, result);
    try {
      return await parts.keepSoon(ask.feed, result, ask.onward, abort.signal);
    } catch (error) {
      return endWith(error);
    }
  };

  const endWith = (error: unknown): Outcome => {
    fail(error);
    return { kind: 'skipped', reason: 'cancelled' };
  };

  const settleSilent = (networkMissing: boolean): void => {
    const now = silent;
    silent = [];
    for (const { ask, result } of now) {
      if (ask.settled) continue;
      const { code, detail } = result;
      settle(ask, networkMissing ? { kind: 'unanswered', code, detail } : keep(ask, result));
    }
  };

  const settle = (ask: Ask, outcome: Outcome): void => {
    if (ask.settled) return;
    ask.settled = true;
    // Where a refresh was stopped, how far it came is what is told.
    if (outcome.kind !== 'skipped' || outcome.reason !== 'cancelled') done += 1;
    if (outcome.kind === 'fresh') added += outcome.added;
    if (outcome.kind === 'failed') failed.set(ask.feed.id, { feedId: ask.feed.id, code: outcome.code, detail: outcome.detail });
    else failed.delete(ask.feed.id);
    ask.resolve(outcome);
  };

  const leave = (ask: Ask, outcome: Outcome): void => {
    settle(ask, outcome);
    rest(ask);
  };

  /** After the last ask has come to rest, the verdict and the end. */
  const rest = (ask: Ask): void => {
    if (ask.resting) return;
    ask.resting = true;
    open -= 1;
    if (open === 0) end();
    else parts.onChange();
  };

  const end = (): void => {
    if (ended) return;
    ended = true;
    const unanswered = silent.map(({ ask }) => ({ host: ask.host, failedBefore: NETWORK_CODES.has(ask.feed.failure?.code as ReaderErrorCode) }));
    const isMissing = !cancelled && silent.length > 0 && parts.isNetworkMissing(unanswered, { answered, asked: asks.size });
    if (isMissing) proxy.blame(silent.map(({ result }) => result));
    offline = isMissing || (!cancelled && proxy.trouble !== null && !answered);
    settleSilent(isMissing);
    parts.onEnd(session);
  };

  const fail = (error: unknown): void => {
    fault ??= error;
    stop();
  };

  const stop = (): void => {
    abort.abort();
    queue.takeWaiting();
    for (const ask of asks.values()) leave(ask, { kind: 'skipped', reason: 'cancelled' });
  };

  const session: RefreshSession = {
    add(feed, { again = false, delayMs = 0 } = {}) {
      const known = asks.get(feed.id);
      if (known && (!known.settled || !again)) return known.outcome;
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      const ask: Ask = { feed, host: hostOf(feed.feedUrl), onward: null, outcome: promise, resolve, settled: false, resting: false, proofs: 0 };
      asks.set(feed.id, ask);
      asked += 1;
      open += 1;
      if (delayMs === 0) queue.push(ask.host, ask, again);
      else parts.timers.set(() => (ask.settled ? undefined : queue.push(ask.host, ask)), delayMs);
      return promise;
    },
    cancel() {
      if (ended) return;
      cancelled = true;
      stop();
    },
    get asked() {
      return asked;
    },
    get done() {
      return done;
    },
    get added() {
      return added;
    },
    get failed() {
      return [...failed.values()];
    },
    get cancelled() {
      return cancelled;
    },
    get answered() {
      return answered;
    },
    get offline() {
      return offline;
    },
    get proxyTrouble() {
      return proxy.trouble;
    },
    get fault() {
      return fault;
    },
  };
  return session;
}

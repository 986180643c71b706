import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { NETWORK_CODES, ReaderError, type ReaderErrorCode } from '../../contract/errors.ts';
import type { FeedGap, FeedId, GapFill, GapWay } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import type { Announce } from '../pace/announcer.ts';
import { feedRecord } from '../store/feeds.ts';
import { hostHolds, isHolding } from '../store/host-holds.ts';
import { gapCursor, keepGapCursor } from '../store/gap-cursors.ts';
import type { Store } from '../store/open-store.ts';
import { storeOlder } from '../store/store-older.ts';
import type { FeedRecord } from '../store/records.ts';
import { ingestJob } from './ask-feed.ts';
import type { Ingest, OlderResult } from './ingest-job.ts';
import { isLoopback } from './is-loopback.ts';
import { olderSteps, stepAt, type OlderStep, type StepPlace } from './older-steps.ts';
import { restingFailure, wantsRest } from './wants-rest.ts';

const MOST_DOCUMENTS = 10;
/** Between two requests to a host that is not this machine. */
const SPACING_MS = 1000;

export interface GapFillerParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly now: () => number;
  readonly announce: Announce;
  /** Milliseconds to leave a host alone between two requests. */
  readonly spacingMs?: (host: string) => number;
}

export interface GapFiller {
  /** Joins the fill of this feed that is under way. Rejects with `feed-missing`, `nothing-to-fill`, or what kept the feed itself from being read. */
  fill(feedId: FeedId): Promise<GapFill>;
  /** Ends what is under way; what has been stored stays. */
  close(): Promise<void>;
}

type Older = Extract<OlderResult, { kind: 'fresh' }>;

/** One fill of one feed, document by document, each stored before the next is asked for; it goes on where the last one stopped. */
class Fill {
  readonly #parts: GapFillerParts;
  readonly #feed: FeedRecord;
  readonly #signal: AbortSignal;
  readonly #visited = new Set<string>();
  #via: GapWay | null = null;
  #asked = 0;
  #added = 0;
  #closed = false;
  #rests = false;

  constructor(parts: GapFillerParts, feed: FeedRecord, signal: AbortSignal) {
    this.#parts = parts;
    this.#feed = feed;
    this.#signal = signal;
  }

  async run(): Promise<GapFill> {
    const left = leftOff(this.#parts.store, this.#feed);
    if (left) await this.#goAlong(left, null);
    else await this.#fromTheTop();
    return { asked: this.#asked, added: this.#added, closed: this.#closed, via: this.#via };
  }

  async #fromTheTop(): Promise<void> {
    const { feedUrl, kind } = this.#feed;
    const first = await this.#ask(feedUrl);
    if (first.kind === 'failed') throw unread(first);
    this.#keep(first);
    const steps = olderSteps({ kind, feedUrl, links: first.older, items: first.articles.length });
    await this.#follow(steps, first);
  }

  /** The first way whose document differs from the feed's own is gone to its end. */
  async #follow(ways: readonly OlderStep[], first: Older): Promise<void> {
    for (const way of ways) {
      await this.#goAlong(way, first);
      // A host that wants rest is not tried by another way.
      if (this.#rests) return;
      if (this.#via !== null) return;
    }
  }

  /** From document to document; where it stops before the end of the gap and of the way, the next fill goes on. */
  async #goAlong(from: OlderStep, first: Older | null): Promise<void> {
    const { store } = this.#parts;
    let step: OlderStep | null = from;
    let before = first;
    while (step !== null && this.#mayAsk(step)) {
      const document: OlderResult = await this.#ask(step.url);
      if (document.kind === 'failed' && (mayPass(document) || wantsRest(document))) {
        this.#rests = wantsRest(document);
        if (this.#via === null && first === null) throw unread(document);
        return;
      }
      // A server that knows no such page answers 404, or with the first one again.
      if (document.kind === 'failed' || document.articles.length === 0 || (before && isSame(document, before))) break;
      this.#via = step.via;
      this.#keep(document);
      before = document;
      step = step.onward(document.older);
      leaveOff(store, this.#feed.id, this.#closed ? null : step);
    }
    // The way ended there, or leads in a circle.
    if (step !== null && this.#visited.has(step.url)) leaveOff(store, this.#feed.id, null);
  }

  #mayAsk({ url }: OlderStep): boolean {
    return !this.#closed && !this.#signal.aborted && this.#asked < MOST_DOCUMENTS && !this.#visited.has(url);
  }

  async #ask(url: string): Promise<OlderResult> {
    const { ingest, now, spacingMs = politeSpacing } = this.#parts;
    this.#visited.add(url);
    const wait = this.#asked > 0 ? spacingMs(hostOf(url)) : 0;
    try {
      if (wait > 0) await delay(wait, undefined, { signal: this.#signal });
      const hold = hostHolds(this.#parts.store).find(({ host }) => host === hostOf(url));
      if (hold && isHolding(hold, now())) return restingFailure(hold.host, hold.until);
      this.#asked += 1;
      const job = ingestJob(this.#feed, { now: now(), whole: true });
      return await ingest.older({ ...job, feedUrl: url, ofFeed: this.#feed.feedUrl }, this.#signal);
    } catch (error) {
      if (error instanceof ReaderError) return { kind: 'failed', code: error.code, detail: error.detail, retryAt: null };
      if (this.#signal.aborted) return { kind: 'failed', code: 'engine-stopped', detail: {}, retryAt: null };
      throw error;
    }
  }

  #keep({ articles }: Older): void {
    const { store, announce, now } = this.#parts;
    const whole = articles.flatMap((article) => ('body' in article ? [article] : []));
    const { added, closed } = storeOlder(store, this.#feed.id, whole, now());
    this.#added += added.length;
    this.#closed ||= closed;
    if (added.length > 0) announce({ kind: 'articles', feedIds: [this.#feed.id] });
  }
}

/** Where a fill stopped. It holds for the gap that it left: a feed that has moved on since begins at the top. */
interface LeftOff {
  readonly gap: FeedGap;
  readonly feedUrl: string;
  readonly place: StepPlace;
}

function leaveOff(store: Store, id: FeedId, step: OlderStep | null): void {
  const { feedUrl, gap } = feedRecord(store, id);
  keepGapCursor(store, id, step === null || gap === null ? null : JSON.stringify({ gap, feedUrl, place: step.place } satisfies LeftOff));
}

function leftOff(store: Store, feed: FeedRecord): OlderStep | null {
  const text = gapCursor(store, feed.id);
  if (text === null) return null;
  const { gap, feedUrl, place } = JSON.parse(text) as LeftOff;
  return feedUrl === feed.feedUrl && isDeepStrictEqual(gap, feed.gap) ? stepAt(place) : null;
}

type Failure = Extract<OlderResult, { kind: 'failed' }>;

const PASSING: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>([...NETWORK_CODES, 'rate-limited', 'server-error', 'engine-stopped', 'unauthorized', 'sign-in-missing', 'proxy-sign-in']);

/** The document may be there another time. */
function mayPass({ code }: Failure): boolean {
  return PASSING.has(code);
}

function unread({ code, detail }: Failure): ReaderError {
  return new ReaderError(code, `the feed could not be read: ${code}`, detail);
}

function politeSpacing(host: string): number {
  return isLoopback(host) ? 0 : SPACING_MS;
}

function isSame({ articles }: Older, other: Older): boolean {
  const names = (of: Older['articles']): string => of.map(({ keys }) => keys.guid ?? keys.url ?? keys.content).join(' ');
  return articles.length === other.articles.length && names(articles) === names(other.articles);
}

/** Fetches what the gap of a feed lacks from wherever the feed keeps it. */
export function createGapFiller(parts: GapFillerParts): GapFiller {
  const abort = new AbortController();
  const running = new Map<FeedId, Promise<GapFill>>();

  const begin = async (feedId: FeedId): Promise<GapFill> => {
    const feed = feedRecord(parts.store, feedId);
    if (feed.gap === null) throw new ReaderError('nothing-to-fill', `feed ${feedId} has no gap`, { feedId });
    try {
      return await new Fill(parts, feed, abort.signal).run();
    } finally {
      parts.announce({ kind: 'feeds', feedIds: [feedId] });
    }
  };

  return {
    fill(feedId) {
      const known = running.get(feedId);
      if (known) return known;
      const started = begin(feedId).finally(() => running.delete(feedId));
      running.set(feedId, started);
      return started;
    },
    async close() {
      abort.abort();
      await Promise.allSettled(running.values());
    },
  };
}

import { setTimeout as delay } from 'node:timers/promises';
import { ReaderError } from '../../contract/errors.ts';
import type { FeedId, GapFill, GapWay } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import type { Announce } from '../pace/announcer.ts';
import { feedRecord } from '../store/feeds.ts';
import { hostHolds, isHolding } from '../store/host-holds.ts';
import type { Store } from '../store/open-store.ts';
import { storeOlder } from '../store/store-older.ts';
import type { FeedRecord } from '../store/records.ts';
import { ingestJob } from './ask-feed.ts';
import type { Ingest, OlderResult } from './ingest-job.ts';
import { isLoopback } from './is-loopback.ts';
import { olderSteps, type OlderStep } from './older-steps.ts';

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

/** One fill of one feed, document by document, each stored before the next is asked for. */
class Fill {
  readonly #parts: GapFillerParts;
  readonly #feed: FeedRecord;
  readonly #signal: AbortSignal;
  readonly #visited = new Set<string>();
  #via: GapWay | null = null;
  #asked = 0;
  #added = 0;
  #closed = false;

  constructor(parts: GapFillerParts, feed: FeedRecord, signal: AbortSignal) {
    this.#parts = parts;
    this.#feed = feed;
    this.#signal = signal;
  }

  async run(): Promise<GapFill> {
    const { feedUrl, kind } = this.#feed;
    const first = await this.#ask(feedUrl);
    if (first.kind === 'failed') throw new ReaderError(first.code, `the feed could not be read: ${first.code}`, first.detail);
    this.#keep(first);
    const steps = olderSteps({ kind, feedUrl, links: first.older, items: first.articles.length });
    await this.#follow(steps, first);
    return { asked: this.#asked, added: this.#added, closed: this.#closed, via: this.#via };
  }

  /** The first way whose document differs from the feed's own is gone to its end. */
  async #follow(ways: readonly OlderStep[], first: Older): Promise<void> {
    for (const way of ways) {
      let step: OlderStep | null = way;
      let before = first;
      while (step !== null && this.#mayAsk(step)) {
        const document: OlderResult = await this.#ask(step.url);
        // A server that knows no such page answers 404, or with the first one again.
        // A host that wants rest is not tried by another way.
        if (document.kind === 'failed' && wantsRest(document)) return;
        if (document.kind === 'failed' || document.articles.length === 0 || isSame(document, before)) break;
        this.#via = step.via;
        this.#keep(document);
        before = document;
        step = step.onward(document.older);
      }
      if (this.#via !== null) return;
    }
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
      if (hold && isHolding(hold, now())) return { kind: 'failed', code: 'rate-limited', detail: { host: hold.host }, retryAt: hold.until };
      this.#asked += 1;
      const job = ingestJob(this.#feed, { now: now(), knownItems: null, whole: true });
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

function wantsRest({ code, detail, retryAt }: Extract<OlderResult, { kind: 'failed' }>): boolean {
  return code === 'rate-limited' || detail['status'] === 503 || retryAt !== null;
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

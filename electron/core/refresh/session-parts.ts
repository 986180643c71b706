import type { FeedError, ProxyTrouble, SkipReason } from '../../contract/model.ts';
import type { Onward } from '../fetch/fetch-result.ts';
import type { HostQueueLimits } from '../pace/host-queue.ts';
import type { Timers } from '../pace/timers.ts';
import type { FeedRecord } from '../store/records.ts';
import type { IngestResult } from './ingest-job.ts';
import type { Unanswered } from './network-verdict.ts';
import type { Outcome } from './outcome.ts';

export interface SessionParts {
  readonly limits: HostQueueLimits;
  readonly now: () => number;
  readonly timers: Timers;
  /** One request to one host; where it leads to another, the result says so and is asked there in its turn. */
  ask(feed: FeedRecord, signal: AbortSignal, options: AskOptions): Promise<IngestResult>;
  /** Stores, or tells that the whole document is needed; what it throws ends the session. */
  keep(feed: FeedRecord, result: IngestResult, onward: Onward | null): Outcome | 'incomplete';
  /** The same, perhaps a moment later together with others; rejects with what ends the session. Left out: at once. */
  keepSoon?(feed: FeedRecord, result: IngestResult, onward: Onward | null, signal: AbortSignal): Promise<Outcome | 'incomplete'>;
  /** Why a feed that waited for its turn is not to be asked any more: it was unsubscribed, paused or given another address; else null. */
  dropped(feed: FeedRecord): SkipReason | null;
  /** Until when a feed must not be asked after all, its host, or the one that it leads to, wanting rest; else null. What it throws ends the session. */
  held(feed: FeedRecord, onward: Onward | null): number | null;
  /** Whether an answer of this host shows that the network is there for all. */
  proves(host: string): boolean;
  onAnswer(): void;
  isNetworkMissing(unanswered: readonly Unanswered[], session: { answered: boolean; asked: number }): boolean;
  onChange(): void;
  onEnd(session: RefreshSession): void;
}

export interface AskOptions {
  /** With every item, whatever is known of them. */
  readonly whole: boolean;
  /** Goes on at another host. */
  readonly onward: Onward | null;
}

export interface AddOptions {
  /** Also where it was asked in this session already; before what waits. */
  readonly again?: boolean;
  /** It begins to wait for its turn only then. */
  readonly delayMs?: number;
}

export interface RefreshSession {
  /**
   * What becomes of the feed: of the ask that is waiting or under way, else of the one done, else (or with `again`) of a new
   * one.
   */
  add(feed: FeedRecord, options?: AddOptions): Promise<Outcome>;
  cancel(): void;
  readonly asked: number;
  readonly done: number;
  readonly added: number;
  readonly failed: readonly FeedError[];
  readonly cancelled: boolean;
  /** Any server answered anything. */
  readonly answered: boolean;
  readonly offline: boolean;
  /** What a proxy kept feeds from being asked with, the last of it. */
  readonly proxyTrouble: ProxyTrouble | null;
  /** What ended the session before its time. */
  readonly fault: unknown;
}

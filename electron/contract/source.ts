/** How the sources do: what the sources page shows. Readonly, JSON-safe; times are epoch milliseconds. */
import type { ErrorDetail, FeedId, SkipReason } from './model.ts';

/**
 * The one word for a source. failing: its last asks brought nothing; gone: it said 410 and is asked no more; moved: it sends
 * us on, not yet confirmed; shapeChanged: a page whose rules find nothing, or nothing with a date where most had one; unsteady:
 * fails now and then; gap: items may have been missed; quiet: answers, but nothing new for much longer than is usual for it; new: not asked yet.
 */
export type SourceState = 'healthy' | 'new' | 'paused' | 'failing' | 'gone' | 'moved' | 'shapeChanged' | 'unsteady' | 'gap' | 'quiet';

/** Why a source is asked next when it is. */
export type NextReason =
  /** By how often it publishes. */
  | 'pace'
  /** Its interval is at the floor or the ceiling of ours. */
  | 'floor'
  | 'ceiling'
  /** The feed's own ttl, update period, skipHours or skipDays. */
  | 'feedWish'
  /** Cache-Control. */
  | 'cache'
  /** After failures. */
  | 'backoff'
  /** Retry-After, its own or its host's. */
  | 'retryAfter'
  | 'paused'
  | 'gone';

/** A strip: the last 30 days of UTC, oldest first, a number for each. Rows of numbers, since thousands of strips cross at once. */
export interface SourceDays {
  readonly asked: readonly number[];
  readonly failed: readonly number[];
  readonly added: readonly number[];
}

/** What would help a source, as the person is offered it. */
export type SourceFix =
  | { readonly kind: 'newAddress'; readonly url: string }
  | { readonly kind: 'reviewPage' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'fillGap' }
  | { readonly kind: 'retry' }
  | { readonly kind: 'resume' };

export interface SourceReport {
  readonly feedId: FeedId;
  readonly state: SourceState;
  /** Since when it is so, where that is known. */
  readonly since: number | null;
  /** Of the failure or the finding; null where there is none. `shapeChanged`: found, before, or found and the `reason` no-dates where its articles come as ever. */
  readonly code: string | null;
  readonly detail: ErrorDetail;
  readonly fix: SourceFix | null;
  /** Days without an ask are there with zeros. */
  readonly days: SourceDays;
  /** Articles a week, over the last four weeks or since it is followed. */
  readonly perWeek: number;
  /** Share of its stored articles that have a full text, 0 to 1; null where it has none stored. */
  readonly fullText: number | null;
  readonly articles: number;
  readonly bookmarked: number;
  readonly images: number;
  /** Of text and images on this device. */
  readonly bytes: number;
  /** Received from it in the last 30 days. */
  readonly receivedBytes: number;
  readonly newestAt: number | null;
  /** Milliseconds between asks as they now are. */
  readonly everyMs: number | null;
  readonly nextAt: number | null;
  readonly nextReason: NextReason;
}

/** Five minutes of the engine's last day. */
export interface ActivitySlot {
  readonly at: number;
  readonly asked: number;
  readonly failed: number;
}

export interface SourcesReport {
  readonly sources: readonly SourceReport[];
  /** Start of the first day of every strip. */
  readonly firstDay: number;
  /** The last 24 hours in slots of five minutes, oldest first; all 288 are there. */
  readonly slots: readonly ActivitySlot[];
  readonly asOf: number;
}

/** One ask of a source. */
export interface SourceTry {
  readonly at: number;
  readonly outcome: 'fresh' | 'notModified' | 'failed';
  /** HTTP status where a server answered. */
  readonly status: number | null;
  readonly code: string | null;
  readonly detail: ErrorDetail;
  readonly added: number;
  readonly updated: number;
  readonly bytes: number;
  readonly ms: number;
}

/** A line of the engine's log: a source asked, or left out and why; or what was let go of unasked. */
export type ActivityRow =
  | ({ readonly kind: 'asked'; readonly id: number; readonly feedId: FeedId; readonly feedTitle: string } & SourceTry)
  | {
      readonly kind: 'leftOut';
      readonly id: number;
      readonly at: number;
      readonly feedId: FeedId;
      readonly feedTitle: string;
      readonly reason: SkipReason;
      /** Of one that was not due: why it is asked next when it is. */
      readonly why: NextReason | null;
      /** Until when, where that is known. */
      readonly until: number | null;
    }
  /** Images and full texts of so many articles went from this device unasked, for age or the budget. */
  | { readonly kind: 'evicted'; readonly id: number; readonly at: number; readonly articles: number; readonly bytes: number };

export interface ActivityPage {
  readonly rows: readonly ActivityRow[];
  /** Pass as `before` for the rows that came earlier; null at the end. */
  readonly nextBefore: number | null;
}

import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { NextReason } from '../../contract/source.ts';
import type { FeedWishes } from '../store/records.ts';
import { CEILING_MS, type FeedPace } from './feed-pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A server may ask for more than a day of rest, but a wrong clock must not silence a feed for years. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** Failures in a row that still get the usual interval: most trouble is over by then. */
const PATIENT = 2;
/** Up to this share is taken from a wait after failures, at its longest too, so that what failed together is not asked together. */
const JITTER = 0.2;
/** Of the first rest of a host that wants one and does not say how long. */
const HOLD_MS = 30 * MINUTE;

export type AskOutcome =
  | {
      readonly kind: 'answered';
      readonly pace: FeedPace;
      readonly wishes: FeedWishes | null;
      /** For how long the answer says it is fresh. */
      readonly maxAgeMs: number | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      /** In a row, this one included. */
      readonly failures: number;
      /** Its usual interval. */
      readonly everyMs: number;
      /** Until when its host is held, or null. */
      readonly heldUntil: number | null;
      /** As its last document said. */
      readonly wishes: FeedWishes | null;
    };

export interface NextAsk {
  /** Epoch milliseconds; null: never (410 Gone). */
  readonly at: number | null;
  /** From this ask to the next; null where none follows. */
  readonly everyMs: number | null;
  readonly reason: NextReason;
}

/**
 * When the next unattended ask of a source is allowed, and why not before. After an answer: its pace, or a longer wish of
 * the feed (ttl, update period) or of Cache-Control, both up to a day, and outside the hours and days that it tells us to
 * skip. After failures: the usual interval twice, then twice as long each time, up to a day, or the rest of its host, outside
 * the same hours and days.
 * `random`: 0 to 1.
 */
export function nextAsk(outcome: AskOutcome, { now, random }: { now: number; random: () => number }): NextAsk {
  return outcome.kind === 'answered' ? afterAnswer(outcome, now) : afterFailure(outcome, now, random);
}

function afterAnswer({ pace, wishes, maxAgeMs }: Extract<AskOutcome, { kind: 'answered' }>, now: number): NextAsk {
  const wished = Math.min(CEILING_MS, Math.max((wishes?.ttlMinutes ?? 0) * MINUTE, wishes?.updateEveryMs ?? 0));
  const cached = Math.min(CEILING_MS, maxAgeMs ?? 0);
  const everyMs = Math.max(pace.everyMs, wished, cached);
  const reason: NextReason = everyMs === pace.everyMs ? pace.reason : everyMs === wished ? 'feedWish' : 'cache';
  const at = afterSkipped(now + everyMs, wishes);
  return { at, everyMs, reason: at > now + everyMs ? 'feedWish' : reason };
}

function afterFailure({ code, failures, everyMs: usual, heldUntil, wishes }: Extract<AskOutcome, { kind: 'failed' }>, now: number, random: () => number): NextAsk {
  if (code === 'gone') return { at: null, everyMs: null, reason: 'gone' };
  const doublings = Math.min(20, Math.max(0, failures - PATIENT));
  const wait = doublings === 0 ? Math.min(DAY, usual) : jittered(usual * 2 ** doublings, random);
  const held = heldUntil === null ? 0 : heldUntil - now;
  const everyMs = Math.max(wait, held);
  return { at: afterSkipped(now + everyMs, wishes), everyMs, reason: held > wait ? 'retryAfter' : 'backoff' };
}

/** A wait of at most a day, shorter by chance. */
function jittered(ms: number, random: () => number): number {
  return Math.round(Math.min(DAY, ms) * (1 - JITTER * random()));
}

/** RSS 2.0 skipHours and skipDays: the first moment from `at` on that is in none of them; `at` where they leave none. */
function afterSkipped(at: number, wishes: FeedWishes | null): number {
  if (wishes === null || (wishes.skipHours.length === 0 && wishes.skipDays.length === 0)) return at;
  const isSkipped = (time: number): boolean => {
    const moment = new Date(time);
    return wishes.skipHours.includes(moment.getUTCHours()) || wishes.skipDays.includes(moment.getUTCDay());
  };
  for (let hour = 0; hour < 7 * 24; hour++) {
    const time = hour === 0 ? at : Math.floor(at / HOUR) * HOUR + hour * HOUR;
    if (!isSkipped(time)) return time;
  }
  return at;
}

export interface Hold {
  readonly code: ReaderErrorCode;
  readonly status: number | null;
  /** From Retry-After, or null. */
  readonly retryAt: number | null;
  /** Times in a row that the host wanted rest before this. */
  readonly timesBefore: number;
}

/**
 * Until when a host is left alone after a failure, or null where it did not ask for rest: 429, 503 and whatever carries
 * Retry-After (RFC 9110 section 10.2.3, believed up to a week). Without it, or where its time is over already, half an hour, twice as long each time, up to a day.
 */
export function holdUntil({ code, status, retryAt, timesBefore }: Hold, { now, random }: { now: number; random: () => number }): number | null {
  if (retryAt !== null && retryAt > now) return now + Math.min(LONGEST_RETRY_AFTER, retryAt - now);
  if (code !== 'rate-limited' && status !== 429 && status !== 503) return null;
  return now + jittered(HOLD_MS * 2 ** Math.min(20, timesBefore), random);
}

import type { ReaderErrorCode } from '../../contract/errors.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Used where the person turned unattended refreshes off: `onlyDue` still means something then. */
const DEFAULT_INTERVAL = 30 * MINUTE;
/** A server may ask for more than a day of rest, but a wrong clock must not silence a feed for years. */
const LONGEST_RETRY_AFTER = 7 * DAY;
/** Failures in a row that still get the usual interval: most trouble is over by then. */
const PATIENT = 2;

export type AskOutcome =
  | { readonly kind: 'answered'; readonly maxAgeMs: number | null }
  | {
      readonly kind: 'failed';
      readonly code: ReaderErrorCode;
      /** In a row, this one included. */
      readonly failures: number;
      /** From Retry-After, or null. */
      readonly retryAt: number | null;
    };

/**
 * When the next unattended ask of a feed is allowed, as epoch milliseconds; null: never (410 Gone).
 * An answer waits for the interval or its Cache-Control max-age, a failure backs off; neither waits more than 24 hours,
 * but for a Retry-After.
 */
export function nextAsk(outcome: AskOutcome, { now, refreshMinutes }: { now: number; refreshMinutes: number }): number | null {
  const interval = refreshMinutes > 0 ? refreshMinutes * MINUTE : DEFAULT_INTERVAL;
  if (outcome.kind === 'answered') return now + Math.min(DAY, Math.max(interval, outcome.maxAgeMs ?? 0));
  if (outcome.code === 'gone') return null;
  const backoff = Math.min(DAY, interval * 2 ** Math.min(20, Math.max(0, outcome.failures - PATIENT)));
  return now + Math.max(backoff, retryAfterMs(outcome.retryAt, now));
}

/** How long a server wants to be left alone from `now`, in milliseconds, believed up to a week. */
export function retryAfterMs(retryAt: number | null, now: number): number {
  return retryAt === null ? 0 : Math.min(LONGEST_RETRY_AFTER, Math.max(0, retryAt - now));
}

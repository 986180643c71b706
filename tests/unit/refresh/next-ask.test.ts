import { describe, expect, test } from 'vitest';
import { holdUntil, nextAsk, type AskOutcome } from '../../../electron/core/refresh/next-ask.ts';
import type { FeedWishes } from '../../../electron/core/store/records.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A Sunday. */
const now = Date.UTC(2026, 10, 1);
const whole = { now, random: () => 0 };
const pace = { everyMs: 30 * MINUTE, reason: 'floor', usualMs: HOUR } as const;
const wish = (patch: Partial<FeedWishes>): FeedWishes => ({ ttlMinutes: null, skipHours: [], skipDays: [], updateEveryMs: null, ...patch });

/** Milliseconds to the next ask, and why. */
function after(outcome: AskOutcome, options = whole): [number, string] {
  const { at, reason } = nextAsk(outcome, options);
  return [(at ?? NaN) - now, reason];
}
const answered = (patch: { maxAgeMs?: number; wishes?: Partial<FeedWishes> } = {}): [number, string] =>
  after({ kind: 'answered', pace, maxAgeMs: patch.maxAgeMs ?? null, wishes: patch.wishes ? wish(patch.wishes) : null });
const failed = (failures: number, patch: { heldUntil?: number; random?: number; wishes?: Partial<FeedWishes> } = {}): [number, string] =>
  after({ kind: 'failed', code: 'server-error', failures, everyMs: 30 * MINUTE, heldUntil: patch.heldUntil ?? null, wishes: patch.wishes ? wish(patch.wishes) : null }, { now, random: () => patch.random ?? 0 });

describe('after an answer', () => {
  test('its pace is waited for', () => {
    expect(answered()).toEqual([30 * MINUTE, 'floor']);
  });

  test('a longer Cache-Control is honoured, up to a day', () => {
    expect(answered({ maxAgeMs: HOUR })).toEqual([HOUR, 'cache']);
    expect(answered({ maxAgeMs: MINUTE })).toEqual([30 * MINUTE, 'floor']);
    expect(answered({ maxAgeMs: 3 * 365 * DAY })).toEqual([DAY, 'cache']);
  });

  test('a longer wish of the feed is honoured, up to a day', () => {
    expect(answered({ wishes: { ttlMinutes: 180 } })).toEqual([3 * HOUR, 'feedWish']);
    expect(answered({ wishes: { updateEveryMs: 12 * HOUR, ttlMinutes: 60 } })).toEqual([12 * HOUR, 'feedWish']);
    expect(answered({ wishes: { updateEveryMs: 365 * DAY } })).toEqual([DAY, 'feedWish']);
    expect(answered({ wishes: { ttlMinutes: 0 } })).toEqual([30 * MINUTE, 'floor']);
    expect(answered({ wishes: { ttlMinutes: 60 }, maxAgeMs: 2 * HOUR })).toEqual([2 * HOUR, 'cache']);
  });

  test('hours and days to skip are skipped, in UTC', () => {
    expect(answered({ wishes: { skipHours: [0, 1, 2] } })).toEqual([3 * HOUR, 'feedWish']);
    expect(answered({ wishes: { skipHours: [5] } })).toEqual([30 * MINUTE, 'floor']);
    expect(answered({ wishes: { skipDays: [0, 1] } })).toEqual([2 * DAY, 'feedWish']);
    expect(answered({ wishes: { skipDays: [0], skipHours: [0, 1] } })).toEqual([DAY + 2 * HOUR, 'feedWish']);
  });

  test('a feed that skips every hour is asked all the same', () => {
    expect(answered({ wishes: { skipHours: Array.from({ length: 24 }, (_, hour) => hour) } })).toEqual([30 * MINUTE, 'floor']);
  });
});

describe('behaviour 11: errors are never final', () => {
  test('after 3, 10 and 30 failures a feed is still asked, backing off to at most 24 hours', () => {
    expect([1, 2, 3, 4, 10, 30, 5000].map((failures) => failed(failures)[0])).toEqual([30 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, DAY, DAY, DAY]);
    expect(failed(3)[1]).toBe('backoff');
  });

  test('what failed together is not asked together, and never later than a day', () => {
    expect([failed(4, { random: 0 })[0], failed(4, { random: 1 })[0]]).toEqual([120 * MINUTE, 96 * MINUTE]);
    expect(failed(1, { random: 1 })[0]).toBe(30 * MINUTE);
  });

  test('feeds that back off for a day fall out of step, and so do hosts', () => {
    expect([0, 0.5, 1].map((random) => failed(20, { random })[0])).toEqual([DAY, 0.9 * DAY, 0.8 * DAY]);
    const ask = { code: 'server-error', status: 503, retryAt: null, timesBefore: 9 } as const;
    expect([0, 1].map((random) => (holdUntil(ask, { now, random: () => random }) ?? NaN) - now)).toEqual([DAY, 0.8 * DAY]);
  });

  test('a longer rest of its host is kept', () => {
    expect(failed(1, { heldUntil: now + 5 * HOUR })).toEqual([5 * HOUR, 'retryAfter']);
    expect(failed(1, { heldUntil: now + MINUTE })).toEqual([30 * MINUTE, 'backoff']);
  });

  test('hours and days that the feed told us to skip are kept to also while it fails', () => {
    expect(failed(1, { wishes: { skipHours: [0, 1, 2] } })).toEqual([3 * HOUR, 'backoff']);
    expect(failed(1, { heldUntil: now + 5 * HOUR, wishes: { skipDays: [0] } })).toEqual([DAY, 'retryAfter']);
    expect(failed(1, { wishes: { skipHours: Array.from({ length: 24 }, (_, hour) => hour) } })).toEqual([30 * MINUTE, 'backoff']);
  });

  test('410 is the one answer after which no ask follows', () => {
    expect(nextAsk({ kind: 'failed', code: 'gone', failures: 1, everyMs: HOUR, heldUntil: null, wishes: null }, whole)).toEqual({ at: null, everyMs: null, reason: 'gone' });
  });
});

/** Milliseconds of rest. */
function hold(patch: Partial<Parameters<typeof holdUntil>[0]>): number | null {
  const until = holdUntil({ code: 'server-error', status: 503, retryAt: null, timesBefore: 0, ...patch }, whole);
  return until === null ? null : until - now;
}

describe('the rest of a host', () => {
  test('is as long as Retry-After says; a wrong clock is believed for a week', () => {
    expect([hold({ retryAt: now + 5 * HOUR }), hold({ retryAt: now - HOUR }), hold({ retryAt: now + 9000 * HOUR })]).toEqual([5 * HOUR, 30 * MINUTE, 7 * DAY]);
    expect([hold({ code: 'forbidden', status: 403, retryAt: now + HOUR }), hold({ code: 'forbidden', status: 403, retryAt: now })]).toEqual([HOUR, null]);
  });

  test('is half an hour where it does not say, and twice as long each time, up to a day', () => {
    expect([0, 1, 2, 9].map((timesBefore) => hold({ timesBefore }))).toEqual([30 * MINUTE, HOUR, 2 * HOUR, DAY]);
    expect(hold({ code: 'rate-limited', status: 429 })).toBe(30 * MINUTE);
  });

  test('is wanted by no other failure', () => {
    expect([hold({ status: 500 }), hold({ code: 'not-found', status: 404 }), hold({ code: 'timeout', status: null })]).toEqual([null, null, null]);
  });
});

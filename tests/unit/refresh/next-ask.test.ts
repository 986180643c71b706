import { describe, expect, test } from 'vitest';
import { nextAsk } from '../../../electron/core/refresh/next-ask.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const now = Date.UTC(2026, 10, 1);
const after = (outcome: Parameters<typeof nextAsk>[0], refreshMinutes = 30): number => (nextAsk(outcome, { now, refreshMinutes }) ?? NaN) - now;
const failure = (failures: number, retryAt: number | null = null) => ({ kind: 'failed', code: 'server-error', failures, retryAt }) as const;

describe('after an answer', () => {
  test('the interval of the settings is waited for', () => {
    expect(after({ kind: 'answered', maxAgeMs: null })).toBe(30 * MINUTE);
    expect(after({ kind: 'answered', maxAgeMs: null }, 60)).toBe(HOUR);
  });

  test('a longer Cache-Control max-age is honoured, up to a day', () => {
    expect(after({ kind: 'answered', maxAgeMs: HOUR })).toBe(HOUR);
    expect(after({ kind: 'answered', maxAgeMs: MINUTE })).toBe(30 * MINUTE);
    expect(after({ kind: 'answered', maxAgeMs: 1000 * HOUR })).toBe(24 * HOUR);
  });

  test('with unattended refreshes off, the default interval stands in', () => {
    expect(after({ kind: 'answered', maxAgeMs: null }, 0)).toBe(30 * MINUTE);
  });
});

describe('behaviour 11: errors are never final', () => {
  test('after 3, 10 and 30 failures a feed is still asked, backing off to at most 24 hours', () => {
    expect(after(failure(1))).toBe(30 * MINUTE);
    expect(after(failure(2))).toBe(30 * MINUTE);
    expect(after(failure(3))).toBe(HOUR);
    expect(after(failure(4))).toBe(2 * HOUR);
    expect(after(failure(10))).toBe(24 * HOUR);
    expect(after(failure(30))).toBe(24 * HOUR);
    expect(after(failure(5000))).toBe(24 * HOUR);
  });

  test('Retry-After is obeyed where it asks for more, and a wrong clock is believed for a week', () => {
    expect(after(failure(1, now + 5 * HOUR))).toBe(5 * HOUR);
    expect(after(failure(1, now + MINUTE))).toBe(30 * MINUTE);
    expect(after(failure(1, now - HOUR))).toBe(30 * MINUTE);
    expect(after(failure(1, now + 9000 * HOUR))).toBe(7 * 24 * HOUR);
  });

  test('410 is the one answer after which no ask follows', () => {
    expect(nextAsk({ kind: 'failed', code: 'gone', failures: 1, retryAt: null }, { now, refreshMinutes: 30 })).toBeNull();
  });
});

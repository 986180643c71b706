import { expect, test } from 'vitest';
import { isWanted } from '../../../electron/core/offline/full-text.ts';
import { retryPageAt } from '../../../electron/core/offline/page-retry.ts';

const HOUR = 60 * 60_000;

test('whether a page is wanted', () => {
  const cut = { mode: 'opened', whole: false, extractor: null, retryAt: 0, fullText: { state: 'none' } } as const;
  expect(isWanted(cut, 'opened', 0)).toBe(true);
  expect(isWanted({ ...cut, whole: true }, 'opened', 0)).toBe(false);
  expect(isWanted({ ...cut, whole: true, mode: 'always' }, 'ahead', 0)).toBe(true);
  expect([isWanted({ ...cut, retryAt: 5 * HOUR }, 'opened', 0), isWanted({ ...cut, retryAt: 5 * HOUR }, 'opened', 5 * HOUR), isWanted({ ...cut, retryAt: 5 * HOUR }, 'asked', 0)]).toEqual([false, true, true]);
  // What robots.txt kept from a program comes for the person who opens it.
  const refused = { ...cut, retryAt: 5 * HOUR, fullText: { state: 'failed', code: 'robots-disallowed', detail: {}, at: 0, retryAt: 5 * HOUR } } as const;
  expect([isWanted(refused, 'opened', 0), isWanted(refused, 'chosen', 0), isWanted(refused, 'ahead', 0)]).toEqual([true, false, false]);
  // What met no network is asked for again by whoever opens it a minute later, or prepares for offline, and by nobody else.
  const silent = { ...cut, retryAt: 5 * HOUR, fullText: { state: 'failed', code: 'host-not-found', detail: {}, at: 0, retryAt: 5 * HOUR } } as const;
  expect([isWanted(silent, 'opened', 59_000), isWanted(silent, 'opened', 60_000), isWanted(silent, 'chosen', 0), isWanted({ ...silent, mode: 'always' }, 'ahead', HOUR)]).toEqual([false, true, true, false]);
  // An older extractor's text is read anew for the person who opens it, and for nobody else.
  expect([isWanted({ ...cut, extractor: 1e6 }, 'asked', 0), isWanted({ ...cut, extractor: 0.5 }, 'opened', 0), isWanted({ ...cut, mode: 'always', extractor: 0.5 }, 'ahead', 0)]).toEqual([false, true, false]);
});

const at = (code: string, tries = 0, restsUntil: number | null = null): number => retryPageAt({ code, tries, restsUntil, now: 0 });

test('when a page may be asked for again', () => {
  expect([at('timeout'), at('timeout', 1), at('timeout', 30)]).toEqual([HOUR / 6, HOUR / 3, 24 * HOUR]);
  expect([at('forbidden'), at('login-wall', 4)]).toEqual([30 * 24 * HOUR, 30 * 24 * HOUR]);
  expect(at('rate-limited', 0, 8 * HOUR)).toBe(8 * HOUR);
});

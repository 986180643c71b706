import { expect, test } from 'vitest';
import { feedPace, type FeedPaceOptions } from '../../../electron/core/refresh/feed-pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 18, 12);

/** `count` articles, each `apart` from the next; the newest came `since` ago. */
const regular = (apart: number, count = 24, since = apart / 2): number[] => Array.from({ length: count }, (_, index) => now - since - index * apart);
const pace = (patch: Partial<FeedPaceOptions>) => feedPace({ kind: 'rss', times: [], windowItems: 50, refreshMinutes: 30, now, ...patch });

test('a feed is asked four times an article that is to be expected', () => {
  expect(pace({ times: regular(4 * HOUR) })).toMatchObject({ reason: 'pace', usualMs: 4 * HOUR });
  expect(pace({ times: regular(4 * HOUR) }).everyMs / HOUR).toBeCloseTo(0.9, 1);
  expect(pace({ times: regular(DAY) }).everyMs / HOUR).toBeCloseTo(5.4, 1);
});

test('never more often than the settings say, nor than every five minutes', () => {
  expect(pace({ times: regular(MINUTE) })).toMatchObject({ everyMs: 30 * MINUTE, reason: 'floor' });
  expect(pace({ times: regular(MINUTE), refreshMinutes: 120 }).everyMs).toBe(2 * HOUR);
  expect(pace({ times: regular(MINUTE), refreshMinutes: 1 }).everyMs).toBe(5 * MINUTE);
  expect(pace({ times: regular(MINUTE), refreshMinutes: 0 }).everyMs).toBe(30 * MINUTE);
});

test('never less often than once a day, however long it has been dead', () => {
  expect(pace({ times: regular(7 * DAY) })).toMatchObject({ everyMs: DAY, reason: 'ceiling' });
  expect(pace({ times: [now - 2000 * DAY] })).toMatchObject({ everyMs: DAY, reason: 'ceiling', usualMs: null });
});

test('a burst is followed at once, and silence slows the asking down', () => {
  const burst = [...regular(10 * MINUTE, 5), ...regular(DAY, 19, DAY)];
  expect(pace({ times: burst }).everyMs).toBe(30 * MINUTE);
  const [lively, silent] = [regular(HOUR, 24, HOUR), regular(HOUR, 24, 3 * DAY)];
  expect(pace({ times: silent }).everyMs).toBeGreaterThan(pace({ times: lively }).everyMs);
});

test('a feed with few items is asked at least every hour an item, for a busy day would push news out unseen', () => {
  expect(pace({ times: regular(30 * DAY, 6), windowItems: 6 })).toMatchObject({ everyMs: 6 * HOUR, reason: 'pace' });
  expect(pace({ times: regular(30 * DAY, 1), windowItems: 1 }).everyMs).toBe(HOUR);
});

test('no more than half of its window can pass as fast as it lately did', () => {
  const times = [...Array.from({ length: 7 }, (_, index) => now - 5 * DAY - index * HOUR / 2), ...regular(20 * DAY, 8, 10 * DAY)];
  expect(pace({ times, windowItems: 6 }).everyMs).toBe(1.5 * HOUR);
  const longAgo = times.map((time) => time - 30 * DAY);
  expect(pace({ times: longAgo, windowItems: 6 }).everyMs).toBe(6 * HOUR);
});

test('a page is asked every hour at most, and every six where nothing is known of it', () => {
  expect(pace({ kind: 'page', times: regular(MINUTE), windowItems: 20 })).toMatchObject({ everyMs: HOUR, reason: 'floor' });
  expect(pace({ kind: 'page', times: [], windowItems: null })).toMatchObject({ everyMs: 6 * HOUR, reason: 'pace' });
  expect(pace({ kind: 'page', times: regular(DAY, 20), windowItems: 20 }).everyMs / HOUR).toBeCloseTo(5.4, 1);
});

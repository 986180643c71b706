import { expect, test } from 'vitest';
import { dueFeeds } from '../../../electron/core/refresh/due-feeds.ts';
import { feedRecordOf } from './feed-record.ts';

const now = 1_000_000;
const DAY = 24 * 60 * 60_000;
const gone = feedRecordOf({ id: 1, failure: { code: 'gone', detail: {}, since: 1, count: 1 } });
const held = feedRecordOf({ id: 2, feedUrl: 'https://busy.example/a' });
const early = feedRecordOf({ id: 3, nextAt: now + 1, nextReason: 'cache' });
const ready = feedRecordOf({ id: 4, nextAt: now });
const unknown = feedRecordOf({ id: 5, nextAt: null });
const paused = feedRecordOf({ id: 6, paused: true });
const feeds = [gone, held, early, ready, unknown, paused];
const hostHolds = new Map([['busy.example', now + 7]]);

test('an unattended refresh leaves out each feed with its reason, until when, and what that rests on', () => {
  const { due, skipped } = dueFeeds(feeds, { now, onlyDue: true, hostHolds });
  expect(due).toEqual([ready, unknown]);
  expect(skipped).toEqual([
    { feedId: 1, reason: 'gone', until: null, why: null },
    { feedId: 2, reason: 'hostHeld', until: now + 7, why: null },
    { feedId: 3, reason: 'notDue', until: now + 1, why: 'cache' },
    { feedId: 6, reason: 'paused', until: null, why: null },
  ]);
});

test('a person asks before the time, but not against what a server forbids or they themselves paused', () => {
  const { due, skipped } = dueFeeds(feeds, { now, onlyDue: false, hostHolds });
  expect(due).toEqual([early, ready, unknown]);
  expect(skipped.map(({ reason }) => reason)).toEqual(['gone', 'hostHeld', 'paused']);
});

test('a feed that a person names is asked although it is paused or gone, but never while its host wants rest', () => {
  const { due, skipped } = dueFeeds(feeds, { now, onlyDue: false, named: true, hostHolds });
  expect(due).toEqual([gone, early, ready, unknown, paused]);
  expect(skipped).toEqual([{ feedId: 2, reason: 'hostHeld', until: now + 7, why: null }]);
});

test('a hold ends at its time', () => {
  expect(dueFeeds([held], { now, onlyDue: true, hostHolds: new Map([['busy.example', now]]) }).due).toEqual([held]);
});

test('a time that only a clock gone wrong can have written is not waited for', () => {
  const far = feedRecordOf({ id: 7, nextAt: now + 400 * DAY });
  expect(dueFeeds([far], { now, onlyDue: true, hostHolds }).due).toEqual([far]);
});

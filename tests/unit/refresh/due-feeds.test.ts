import { expect, test } from 'vitest';
import { dueFeeds } from '../../../electron/core/refresh/due-feeds.ts';
import { feedRecordOf } from './feed-record.ts';

const now = 1_000_000;
const gone = feedRecordOf({ id: 1, failure: { code: 'gone', detail: {}, since: 1, count: 1 } });
const held = feedRecordOf({ id: 2, feedUrl: 'https://busy.example/a' });
const early = feedRecordOf({ id: 3, nextAt: now + 1 });
const ready = feedRecordOf({ id: 4, nextAt: now });
const unknown = feedRecordOf({ id: 5, nextAt: null });
const feeds = [gone, held, early, ready, unknown];

test('an unattended refresh leaves out each feed with its reason', () => {
  const { due, skipped } = dueFeeds(feeds, { now, onlyDue: true, hostHolds: new Map([['busy.example', now + 1]]) });
  expect(due).toEqual([ready, unknown]);
  expect(skipped).toEqual([
    { feedId: 1, reason: 'gone' },
    { feedId: 2, reason: 'hostHeld' },
    { feedId: 3, reason: 'notDue' },
  ]);
});

test('a person asks before the time, but not against what a server forbids', () => {
  const { due, skipped } = dueFeeds(feeds, { now, onlyDue: false, hostHolds: new Map([['busy.example', now + 1]]) });
  expect(due).toEqual([early, ready, unknown]);
  expect(skipped.map(({ reason }) => reason)).toEqual(['gone', 'hostHeld']);
});

test('a hold ends at its time', () => {
  expect(dueFeeds([held], { now, onlyDue: true, hostHolds: new Map([['busy.example', now]]) }).due).toEqual([held]);
});

import { expect, test } from 'vitest';
import { pruneActivity, recordAsk, recordLeftOut, type LeftOut } from '../../../electron/core/store/activity.ts';
import { recordNext } from '../../../electron/core/store/pace-facts.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { DAY, follow, HOUR, NOON, testStore } from './library.ts';

const ask = { outcome: 'notModified', status: 304, code: null, detail: {}, added: 0, updated: 0, bytes: 0, ms: 1 } as const;
const next = { at: NOON, everyMs: HOUR, reason: 'pace' } as const;
const rows = (store: Store): number => store.get<{ count: number }>('SELECT count(*) AS count FROM activity')?.count ?? 0;

test('a quiet engine writes no line for each feed at each look', () => {
  const store = testStore();
  const feeds = [1, 2, 3].map((n) => follow(store, { url: `https://outlet-${n}.example/` }));
  const left = (why: LeftOut['why'], until = NOON): LeftOut[] => feeds.map(({ id }) => ({ feedId: id, reason: 'notDue', until, why }));
  for (let look = 0; look < 48; look++) recordLeftOut(store, left('pace', NOON + look), NOON + look);
  expect(rows(store)).toBe(3);
  recordLeftOut(store, left('cache'), NOON + HOUR);
  expect(rows(store)).toBe(6);
  // Asked meanwhile, the same reason is news again.
  recordNext(store, feeds[0]?.id ?? 0, next, false);
  recordLeftOut(store, left('cache'), NOON + 2 * HOUR);
  expect(rows(store)).toBe(7);
});

test('the last twenty asks are remembered, and none before them', () => {
  const store = testStore();
  const { id } = follow(store);
  const bits = (): string => (store.get<{ bits: number }>('SELECT recent_asks AS bits FROM feeds')?.bits ?? 0).toString(2);
  for (const failed of [true, false, true]) recordNext(store, id, next, failed);
  expect(bits()).toBe('1101');
  for (let n = 0; n < 18; n++) recordNext(store, id, next, false);
  expect(bits()).toBe(`101${'0'.repeat(18)}`);
  for (let n = 0; n < 500; n++) recordNext(store, id, next, n % 2 === 0);
  expect(bits()).toBe(`1${'10'.repeat(10)}`);
});

test('what is old goes in bounded parts; the last day and the newest two hundred lines of each source stay', () => {
  const store = testStore();
  const busy = follow(store).id;
  const slow = follow(store, { url: 'https://slow.example/' }).id;
  store.transaction(() => {
    for (let n = 0; n < 400; n++) recordAsk(store, busy, { ...ask, at: NOON - 2 * DAY + n });
    for (let n = 0; n < 250; n++) recordAsk(store, busy, { ...ask, at: NOON - HOUR + n });
    for (let n = 0; n < 60; n++) recordAsk(store, slow, { ...ask, at: NOON - (60 - n) * DAY });
  });
  expect(pruneActivity(store, NOON, 0)).toBe(0);
  const kept = (id: number): unknown => store.get('SELECT count(*) AS count, min(at) AS oldest FROM activity WHERE feed_id = ?', id);
  expect(kept(busy)).toEqual({ count: 250, oldest: NOON - HOUR });
  expect(kept(slow)).toEqual({ count: 31, oldest: NOON - 31 * DAY });
  expect(store.get('SELECT count(*) AS count, min(day) AS oldest FROM source_days WHERE feed_id = ?', slow)).toEqual({ count: 31, oldest: NOON - 12 * HOUR - 31 * DAY });
});

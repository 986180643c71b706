import { expect, test } from 'vitest';
import { sourceState } from '../../../electron/core/query/source-state.ts';
import type { FeedRecord } from '../../../electron/core/store/records.ts';
import { feedRecordOf } from '../refresh/feed-record.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 18, 12);
const since = now - 3 * DAY;
/** Twenty asks of which these, counted from the last, failed. */
const asks = (...failed: number[]): number => 2 ** 20 + failed.reduce((bits, at) => bits + 2 ** at, 0);

const healthy: Partial<FeedRecord> = { fetchedAt: now - HOUR, succeededAt: now - HOUR, newestAt: now - 2 * HOUR, subscribedAt: now - 400 * DAY };
const failure = (code: string) => ({ code, detail: { host: 'metals.example' }, since, count: 2 });
const stateOf = (patch: Partial<FeedRecord>, recentAsks = asks(), usualMs: number | null = HOUR) =>
  sourceState(feedRecordOf({ id: 1, ...healthy, ...patch }), { usualMs, recentAsks, now });

test.each([
  ['healthy', {}, { since: null, fix: null }],
  ['new', { fetchedAt: null, succeededAt: null, newestAt: null }, { since: healthy.subscribedAt, fix: null }],
  ['paused', { paused: true, failure: failure('gone') }, { fix: { kind: 'resume' } }],
  ['failing', { failure: failure('server-error') }, { since, code: 'server-error', detail: { host: 'metals.example' }, fix: { kind: 'retry' } }],
  ['failing', { failure: failure('unauthorized') }, { fix: { kind: 'signIn' } }],
  ['failing', { failure: failure('sign-in-missing') }, { fix: { kind: 'signIn' } }],
  ['failing', { failure: failure('not-found'), foundUrl: 'https://metals.example/new' }, { fix: { kind: 'newAddress', url: 'https://metals.example/new' } }],
  ['gone', { failure: failure('gone') }, { since, code: 'gone', fix: { kind: 'retry' } }],
  ['gone', { failure: failure('gone'), foundUrl: 'https://metals.example/new' }, { fix: { kind: 'newAddress', url: 'https://metals.example/new' } }],
  ['shapeChanged', { failure: failure('page-shape-changed'), pageFound: 20 }, { since, detail: { found: 0, before: 20 }, fix: { kind: 'reviewPage' } }],
  ['shapeChanged', { datesLostAt: since, pageFound: 20, pageDated: 19 }, { since, code: null, detail: { reason: 'no-dates', found: 20 }, fix: { kind: 'reviewPage' } }],
  ['shapeChanged', { datesLostAt: since, pageFound: 20, failure: failure('page-shape-changed') }, { code: 'page-shape-changed', detail: { found: 0, before: 20 } }],
  ['moved', { movedUrl: 'https://metals.example/new', movedSince: since, movedTimes: 2 }, { since, code: null, fix: { kind: 'newAddress', url: 'https://metals.example/new' } }],
  ['gap', { gap: { foundAt: since, after: null, before: null } }, { since, fix: { kind: 'fillGap' } }],
  ['healthy', { gap: { foundAt: now - 40 * DAY, after: null, before: null } }, {}],
  ['quiet', { newestAt: now - 61 * DAY }, { since: now - 61 * DAY, detail: { days: 61 }, fix: null }],
  ['healthy', { newestAt: now - 59 * DAY }, {}],
  ['quiet', { newestAt: null, subscribedAt: now - 90 * DAY }, { since: null }],
] as const)('%s: %o', (state, patch, expected) => {
  expect(stateOf(patch)).toMatchObject({ state, ...expected });
});

test('a source that is slow by nature is quiet only where its silence is long for it', () => {
  expect(stateOf({ newestAt: now - 100 * DAY }, asks(), 30 * DAY).state).toBe('healthy');
  expect(stateOf({ newestAt: now - 181 * DAY }, asks(), 30 * DAY).state).toBe('quiet');
});

test('a source is unsteady where a fifth of its last twenty asks failed and the last did not', () => {
  expect(stateOf({}, asks(1, 4, 8, 12))).toMatchObject({ state: 'unsteady', detail: { failed: 4, of: 20 } });
  expect(stateOf({}, asks(1, 4, 8)).state).toBe('healthy');
  expect(stateOf({ failure: failure('timeout') }, asks(0, 4, 8, 12)).state).toBe('failing');
  // One of two says nothing yet.
  expect(stateOf({}, 0b110).state).toBe('healthy');
});

import { expect, test } from 'vitest';
import type { ReaderApi } from '../../../electron/contract/api.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import type { Place } from '../../../electron/contract/model.ts';
import { RELIST_PAGE, START_PAGE } from '../../../electron/contract/first-screen.ts';
import { firstScreen } from '../../../electron/core/first-screen.ts';

const NAMES = ['appInfo', 'listFeeds', 'counts', 'refreshProgress', 'watches', 'prepareProgress', 'backups', 'alerts', 'listArticles'] as const;

const PLACE: Place = { scope: { kind: 'unread' }, articleId: null, listTopId: null, articleScroll: 0 };

/** An engine whose answers are the names of what was asked. */
function engine(place: Place | null, parts: Partial<Record<keyof ReaderApi, () => Promise<unknown>>> = {}): ReaderApi {
  const named = Object.fromEntries(NAMES.map((name) => [name, async () => name]));
  return { getSettings: async () => ({ place, unreadOnly: true, stories: true }), ...named, refreshProgress: async () => ({ offlineSince: null }), ...parts } as unknown as ReaderApi;
}

const unexpected = (error: unknown): never => {
  throw error;
};

async function listAsked(place: Place | null, parts: Parameters<typeof engine>[1] = {}): Promise<unknown> {
  const { calls } = await firstScreen(engine(place, parts), unexpected);
  return calls.find(({ method }) => method === 'listArticles')?.args;
}

test('every answer stands beside the call that it answers, the settings first', async () => {
  const { calls } = await firstScreen(engine(PLACE), unexpected);
  expect(calls[0]).toMatchObject({ method: 'getSettings', args: {}, answer: { ok: true, value: { place: PLACE } } });
  expect(calls.map(({ method }) => method).toSorted()).toEqual([...NAMES, 'getSettings'].toSorted());
  expect(calls.find(({ method }) => method === 'alerts')).toEqual({ method: 'alerts', args: { limit: 50, cursor: null }, answer: { ok: true, value: 'alerts' } });
});

test('the list is that of the place where the reader was, as the settings and the network have it', async () => {
  expect(await listAsked(PLACE)).toEqual({ scope: { kind: 'unread' }, unreadOnly: false, order: 'time', stories: true, limit: START_PAGE, cursor: null });
  expect(await listAsked(null)).toMatchObject({ scope: { kind: 'today' }, unreadOnly: true });
  expect(await listAsked({ ...PLACE, listTopId: 7 })).toMatchObject({ limit: RELIST_PAGE });
  expect(await listAsked(PLACE, { refreshProgress: async () => ({ offlineSince: 5 }) })).toMatchObject({ order: 'kept' });
});

test('a search that is resumed is not waited for', async () => {
  expect(await listAsked({ ...PLACE, search: { query: 'terbium', inScope: false, order: 'time', exact: false, articleId: null, listTopId: null } })).toBeUndefined();
});

const damaged = (): Promise<never> => Promise.reject(new ReaderError('database-damaged', 'cut', { path: 'a' }));

test('what fails says so by itself; a fault that no code names is told', async () => {
  const faults: unknown[] = [];
  const broken = new Error('broken');
  const { calls } = await firstScreen(engine(PLACE, { listFeeds: damaged, refreshProgress: damaged, counts: () => Promise.reject(broken) }), (error) => faults.push(error));
  const answers = new Map(calls.map(({ method, answer }) => [method, answer]));
  expect(answers.get('listFeeds')).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
  expect(answers.get('counts')).toMatchObject({ ok: false });
  expect(answers.get('appInfo')).toEqual({ ok: true, value: 'appInfo' });
  expect(faults).toEqual([broken]);
});

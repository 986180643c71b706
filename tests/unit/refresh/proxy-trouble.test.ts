import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { parseProxyAnswer } from '../../../electron/core/fetch/route.ts';
import { activityPage } from '../../../electron/core/query/activity-page.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { Refresher } from '../../../electron/core/refresh/refresher.ts';
import { feedRecords } from '../../../electron/core/store/feeds.ts';
import { startProxy } from '../fetch/proxy-server.ts';
import { feed, rss, status } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const MINUTE = 60_000;
const all = { feedIds: null };
const due = { feedIds: null, onlyDue: true };
const room = refreshRoom();
/** As Chromium names the way to a host; `direct.example` has none. */
let way = 'DIRECT';
let port = 0;
let fetcher: ReturnType<typeof createFetcher>;

beforeEach(() => {
  way = 'DIRECT';
  port = Number(new URL(room.server.origin).port);
  fetcher = createFetcher({
    userAgent: 'Monazite/test',
    timeoutMs: 5000,
    connect: ({ hostname }) => (hostname === 'direct.example' ? { address: '127.0.0.1', port } : null),
    routes: async ({ hostname }) => parseProxyAnswer(hostname === 'direct.example' ? 'DIRECT' : way),
  });
});

afterEach(() => fetcher.close());

const refresher = (atOnce = 24): Refresher => room.desk.restart({ ingest: createIngest({ fetcher }), limits: { total: atOnce, perHost: () => atOnce } });

function follow(...names: readonly string[]): number[] {
  return names.map((name) => {
    room.server.on(`/${name}`, feed(() => rss(name, ['one'])));
    return room.desk.follow(`http://${name === 'direct' ? 'direct' : `${name}.feeds`}.example:${port}/${name}`);
  });
}

const failures = (): number[] => feedRecords(room.desk.store).map(({ failures: count }) => count);

test('a proxy that wants a sign-in is told of once, counts against no feed, and all are asked as soon as it lets them through', async () => {
  const proxy = await startProxy({ login: 'ann:new' });
  way = `PROXY ann:old@${proxy.host}`;
  follow('a', 'b', 'c', 'd', 'e');
  const one = refresher();
  const since = room.desk.now();
  expect(await one.refresh(all)).toMatchObject({ asked: 5, fresh: 0, offline: true });
  expect(one.progress()).toMatchObject({ failed: [], offlineSince: since, proxyTrouble: { code: 'proxy-sign-in' } });
  expect([failures(), activityPage(room.desk.store, { limit: 1 }).rows[0]]).toMatchObject([[0, 0, 0, 0, 0], { kind: 'leftOut', reason: 'proxy' }]);
  room.desk.pass(2 * MINUTE);
  expect((await one.refresh(due)).skipped).toHaveLength(2);
  way = `PROXY ann:new@${proxy.host}`;
  room.desk.pass(2 * MINUTE);
  expect(await one.refresh(due)).toMatchObject({ asked: 5, fresh: 5, added: 5, offline: false });
  expect(one.progress()).toMatchObject({ offlineSince: null, proxyTrouble: null });
});

test('it is not shown a password that it refuses for every feed', async () => {
  const proxy = await startProxy({ login: 'ann:new' });
  way = `PROXY ann:old@${proxy.host}`;
  follow(...Array.from({ length: 30 }, (_, n) => `n${n}`));
  expect((await refresher(2).refresh(all)).failed).toHaveLength(30);
  expect(proxy.requests.length).toBeLessThanOrEqual(4);
  expect(new Set(failures())).toEqual(new Set([0]));
});

test.each([
  ['wants a sign-in', async () => (await startProxy({ login: 'ann:new' })).host, 'proxy-sign-in'],
  ['is not there', async () => '127.0.0.1:1', 'proxy-failed'],
])('a proxy that %s is at fault also where feeds beside it answer', async (_what, start, code) => {
  way = `PROXY ${await start()}`;
  const [direct, behind] = follow('direct', 'behind');
  const one = refresher();
  expect(await one.refresh(all)).toMatchObject({ fresh: 1, failed: [{ feedId: behind, code }], offline: true });
  expect(one.progress()).toMatchObject({ failed: [], offlineSince: null, proxyTrouble: { code } });
  expect(feedRecords(room.desk.store).map(({ id, failure, failures: count }) => [id, failure, count])).toEqual([[direct, null, 0], [behind, null, 0]]);
});

test('a proxy that does not reach one host of several says nothing of itself', async () => {
  const proxy = await startProxy({ refuses: 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n' });
  way = `PROXY ${proxy.host}`;
  const [reached] = follow('reached');
  const dead = room.desk.follow('https://dead.example/feed');
  const one = refresher();
  expect(await one.refresh(all)).toMatchObject({ fresh: 1, failed: [{ feedId: dead, code: 'proxy-failed' }], offline: false });
  expect([one.progress().proxyTrouble, failures()]).toEqual([null, [0, 1]]);
  expect(feedRecords(room.desk.store)[0]?.id).toBe(reached);
});

test('a server that answers as a proxy would is told of as any that answers oddly', async () => {
  const odd = room.desk.follow(room.server.on('/odd', status(407)));
  expect(await refresher().refresh(all)).toMatchObject({ failed: [{ feedId: odd, code: 'http-error', detail: { status: 407 } }], offline: false });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { activityPage } from '../../../electron/core/query/activity-page.ts';
import { sourcesReport } from '../../../electron/core/query/sources-report.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { feed, rss, startFeedServer, status, type FeedServer, type Handler } from './feed-server.ts';
import { openNewsdesk, type Newsdesk } from './newsdesk.ts';

const HOUR = 60 * 60_000;
const all = { feedIds: null };
const open: (() => Promise<void>)[] = [];
let target: FeedServer;
let desk: Newsdesk;

beforeEach(async () => {
  target = await aServer();
  // As hosts that are not this machine are asked: one request at a time for each.
  desk = openNewsdesk({ refresher: { limits: { total: 24, perHost: () => 1 } } });
  open.push(() => desk.close());
});

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function aServer(): Promise<FeedServer> {
  const started = await startFeedServer();
  open.push(() => started.close());
  return started;
}

const sendsOn = (code: number, to: string): Handler => (_request, response) => void response.writeHead(code, { location: to }).end();

/** A feed on a host of its own that leads to the target. */
async function leading(path: string, code = 302): Promise<{ id: number; host: FeedServer }> {
  const host = await aServer();
  return { id: desk.follow(host.on('/feed', sendsOn(code, target.origin + path))), host };
}

test('feeds of many hosts that lead to one wait for their turn there, and arrive', async () => {
  const paths = ['/a', '/b', '/c', '/d', '/e', '/f'];
  for (const path of paths) {
    // A server that takes its time.
    target.on(path, (request, response) => void setTimeout(() => feed(() => rss(path.slice(1), ['one']))(request, response), 20));
    await leading(path);
  }
  desk.follow(target.on('/own', feed(() => rss('own', ['one']))));
  expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 7, fresh: 7, added: 7, failed: [] });
  expect([target.mostAtOnce, target.requests.length]).toEqual([1, 7]);
  expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 7, notModified: 7 });
});

test('a host that is free is asked in the same turn', async () => {
  const elsewhere = await aServer();
  const asked: string[] = [];
  const noting = (name: string, handler: Handler): Handler => (request, response) => {
    asked.push(name);
    handler(request, response);
  };
  const first = await aServer();
  desk.follow(first.on('/feed', noting('first', sendsOn(302, `${target.origin}/led`))));
  target.on('/led', noting('led', feed(() => rss('led', ['one']))));
  desk.follow(elsewhere.on('/other', noting('other', feed(() => rss('other', ['one'])))));
  const one = desk.restart({ limits: { total: 1, perHost: () => 1 } });
  expect(await one.refresh(all)).toMatchObject({ asked: 2, fresh: 2 });
  expect(asked).toEqual(['first', 'led', 'other']);
});

test('a host that wants rest gets it from those that lead to it, too', async () => {
  target.on('/own', status(503, { 'retry-after': '7200' }));
  desk.follow(`${target.origin}/own`);
  await desk.refresher.refresh(all);
  target.on('/led', feed(() => rss('led', ['one'])));
  const { id, host } = await leading('/led');
  const until = desk.now() + 2 * HOUR;
  expect((await desk.refresher.refresh(all)).skipped).toContainEqual({ feedId: id, reason: 'hostHeld' });
  expect([target.countOf('/led'), host.requests.length]).toEqual([0, 1]);
  expect(activityPage(desk.store, { limit: 1 }).rows[0]).toMatchObject({ kind: 'leftOut', feedId: id, reason: 'hostHeld', until });
  expect(sourcesReport(desk.store, desk.now()).sources.find(({ feedId }) => feedId === id)).toMatchObject({ nextAt: until, nextReason: 'retryAfter' });
  desk.pass(HOUR);
  await desk.refresher.refresh({ ...all, onlyDue: true });
  expect(host.requests.length).toBe(1);
  desk.pass(HOUR);
  target.on('/own', feed(() => rss('own', ['one'])));
  await desk.refresher.refresh({ ...all, onlyDue: true });
  expect([target.countOf('/led'), feedRecord(desk.store, id).failure]).toEqual([1, null]);
});

test('a host that leads many elsewhere does not rest with one of those', async () => {
  const signpost = await aServer();
  const [busy, calm] = [await aServer(), await aServer()];
  busy.on('/a', status(503, { 'retry-after': '3600' }));
  calm.on('/b', feed(() => rss('b', ['one'])));
  const a = desk.follow(signpost.on('/a', sendsOn(302, `${busy.origin}/a`)));
  await desk.refresher.refresh(all);
  const b = desk.follow(signpost.on('/b', sendsOn(302, `${calm.origin}/b`)));
  const { fresh, skipped } = await desk.refresher.refresh(all);
  expect([fresh, skipped]).toEqual([1, [{ feedId: a, reason: 'hostHeld' }]]);
  expect([feedRecord(desk.store, b).failure, busy.requests.length]).toEqual([null, 1]);
});

test('what led on for good over several hosts is the address that is remembered', async () => {
  const between = await aServer();
  between.on('/feed', sendsOn(308, `${target.origin}/new`));
  target.on('/new', feed(() => rss('moved', ['one'])));
  const first = await aServer();
  const id = desk.follow(first.on('/feed', sendsOn(301, `${between.origin}/feed`)));
  await desk.refresher.refresh(all);
  expect(feedRecord(desk.store, id)).toMatchObject({ feedUrl: `${first.origin}/feed`, movedUrl: `${target.origin}/new` });
  desk.pass(2 * HOUR);
  await desk.refresher.refresh(all);
  expect(feedRecord(desk.store, id).feedUrl).toBe(`${target.origin}/new`);
});

test('a page that leads to another host is asked there as that host allows', async () => {
  target.on('/robots.txt', (_request, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /led'));
  target.on('/led', status(200));
  const { id } = await leading('/led');
  desk.store.run("UPDATE feeds SET kind = 'page' WHERE id = ?", id);
  await desk.refresher.refresh(all);
  expect([feedRecord(desk.store, id).failure?.code, target.countOf('/led')]).toEqual(['robots-disallowed', 0]);
});

test('a redirect that leads back to where it came from is not gone round, on one host or over two', async () => {
  const one = desk.follow(target.on('/loop', sendsOn(302, '/loop')));
  const other = await aServer();
  other.on('/back', sendsOn(302, `${target.origin}/forth`));
  const two = desk.follow(target.on('/forth', sendsOn(302, `${other.origin}/back`)));
  await desk.refresher.refresh(all);
  expect([one, two].map((id) => feedRecord(desk.store, id).failure?.code)).toEqual(['too-many-redirects', 'too-many-redirects']);
  expect([target.countOf('/loop'), target.countOf('/forth') + other.countOf('/back')]).toEqual([1, 11]);
});

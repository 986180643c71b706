import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLogins } from '../../../electron/core/logins.ts';
import { createMemorySecrets } from '../../../electron/core/secrets.ts';
import { setFeedAddress } from '../../../electron/core/set-feed-address.ts';
import { feedRecord, feedRecords } from '../../../electron/core/store/feeds.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import type { SubscribingParts } from '../../../electron/core/subscribing.ts';
import { feed, rss, startFeedServer, status, type FeedServer } from '../refresh/feed-server.ts';
import { openNewsdesk, type Newsdesk } from '../refresh/newsdesk.ts';

let server: FeedServer;
let desk: Newsdesk;
const logins = createLogins(createMemorySecrets());
const parts = (): SubscribingParts => ({ store: desk.store, ingest: desk.ingest, logins, now: () => desk.now(), refreshMinutes: () => 30 });

beforeEach(async () => {
  server = await startFeedServer();
  desk = openNewsdesk();
});

afterEach(async () => {
  await desk.close();
  await server.close();
});

async function read(): Promise<number> {
  const id = desk.follow(server.on('/old', feed(() => rss('metals', ['one', 'two']))));
  await desk.refresher.refresh({ feedIds: null });
  const ids = desk.store.all<{ id: number }>('SELECT id FROM articles').map((row) => row.id);
  setRead(desk.store, ids, true);
  setBookmarked(desk.store, ids[0] ?? 0, true);
  server.on('/old', status(410));
  await desk.refresher.refresh({ feedIds: null });
  return id;
}

const statuses = (): unknown => desk.store.get('SELECT count(*) AS articles, sum(read) AS read, sum(bookmarked) AS bookmarked FROM statuses');

test('a source goes on at its new address with everything that it had', async () => {
  const id = await read();
  const url = server.on('/new', feed(() => rss('metals', ['one', 'two', 'three'])));
  expect(await setFeedAddress(parts(), id, url)).toMatchObject({ feed: { id, feedUrl: url, failure: null }, added: 1 });
  expect(statuses()).toEqual({ articles: 3, read: 2, bookmarked: 1 });
  expect(await desk.refresher.refresh({ feedIds: null })).toMatchObject({ asked: 1, notModified: 1 });
});

test('an address of a page leads to the feed that it names', async () => {
  const id = await read();
  const url = server.on('/new', feed(() => rss('metals', ['one'])));
  const page = server.on('/', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html><head><link rel="alternate" type="application/rss+xml" href="/new"></head><body>Metals</body></html>'));
  expect((await setFeedAddress(parts(), id, page)).feed.feedUrl).toBe(url);
});

test('an address that brings no feed changes nothing', async () => {
  const id = await read();
  const before = feedRecord(desk.store, id);
  await expect(setFeedAddress(parts(), id, `${server.origin}/nothing`)).rejects.toMatchObject({ code: 'not-found' });
  expect(feedRecord(desk.store, id)).toEqual(before);
});

test('an address that another source has is refused by its name', async () => {
  const id = await read();
  const other = desk.follow(server.on('/new', feed(() => rss('other', ['x']))));
  await expect(setFeedAddress(parts(), id, `${server.origin}/new`)).rejects.toMatchObject({ code: 'already-subscribed', detail: { feedId: other } });
  server.on('/moved', status(301, { location: '/new' }));
  await expect(setFeedAddress(parts(), id, `${server.origin}/moved`)).rejects.toMatchObject({ code: 'already-subscribed', detail: { feedId: other } });
  expect(feedRecords(desk.store).map(({ feedUrl }) => feedUrl)).toEqual([`${server.origin}/old`, `${server.origin}/new`]);
  expect(statuses()).toEqual({ articles: 2, read: 2, bookmarked: 1 });
});

test('a source that is followed no more is named as missing', async () => {
  await expect(setFeedAddress(parts(), 99, server.origin)).rejects.toMatchObject({ code: 'feed-missing' });
});

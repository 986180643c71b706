import { afterEach, beforeEach, expect, test } from 'vitest';
import { lookElsewhere } from '../../../electron/core/refresh/look-elsewhere.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { feed, rss, startFeedServer, status, type FeedServer } from './feed-server.ts';
import { openNewsdesk, type Newsdesk } from './newsdesk.ts';

const DAY = 24 * 60 * 60_000;
const all = { feedIds: null };
let server: FeedServer;
let desk: Newsdesk;
let id: number;

const look = (): Promise<number[]> => lookElsewhere({ store: desk.store, ingest: desk.ingest, now: () => desk.now(), signal: new AbortController().signal });
const page = (href: string): void => void server.on('/', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><head><link rel="alternate" type="application/rss+xml" href="${href}"></head></html>`));

beforeEach(async () => {
  server = await startFeedServer();
  desk = openNewsdesk();
  id = desk.follow(server.on('/feed', feed(() => rss('metals', ['one']))));
  await desk.refresher.refresh(all);
  desk.store.run('UPDATE feeds SET site_url = ?', `${server.origin}/`);
  server.on('/feed', status(404));
  server.on('/new', feed(() => rss('metals', ['one', 'two'])));
  page('/new');
  await desk.refresher.refresh(all);
});

afterEach(async () => {
  await desk.close();
  await server.close();
});

test('after three days of 404 the site is looked at, once a day, and what it names is proposed and no more', async () => {
  desk.pass(3 * DAY - 1);
  expect([await look(), server.countOf('/')]).toEqual([[], 0]);
  desk.pass(1);
  page('/nothing');
  expect([await look(), await look(), server.countOf('/')]).toEqual([[], [], 1]);
  desk.pass(DAY);
  page('/new');
  expect(await look()).toEqual([id]);
  expect(feedRecord(desk.store, id)).toMatchObject({ feedUrl: `${server.origin}/feed`, foundUrl: `${server.origin}/new` });
  desk.pass(DAY);
  expect([await look(), server.countOf('/')]).toEqual([[], 2]);
});

test('a site whose host wants rest is not looked at until that is over', async () => {
  desk.pass(3 * DAY);
  const id = desk.follow(server.on('/busy', status(429, { 'retry-after': String((2 * DAY) / 1000) })));
  await desk.refresher.refresh({ feedIds: [id] });
  expect([await look(), server.countOf('/')]).toEqual([[], 0]);
  desk.pass(2 * DAY);
  expect([(await look()).length, server.countOf('/')]).toEqual([1, 1]);
});

test('a proposal ends with the trouble', async () => {
  desk.pass(3 * DAY);
  await look();
  server.on('/feed', feed(() => rss('metals', ['one', 'two'])));
  await desk.refresher.refresh(all);
  expect(feedRecord(desk.store, id)).toMatchObject({ failure: null, foundUrl: null });
});

test('a site that does not let programs in is not looked at', async () => {
  desk.pass(3 * DAY);
  server.on('/robots.txt', (_request, response) => void response.writeHead(200).end('User-agent: *\nDisallow: /'));
  expect([await look(), server.countOf('/')]).toEqual([[], 0]);
});

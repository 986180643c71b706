import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardPage, type Listed } from '../ingest/list-page.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';

const PASSWORD = 'Schluessel-4711';
const KEYS = ['k3y-0123456789abcdef', 'k3y-fedcba9876543210'] as const;
const basic = { kind: 'basic', user: 'ann', password: PASSWORD } as const;
const DAY = 24 * 60 * 60_000;

interface Site {
  readonly origin: string;
  readonly asked: { readonly url: string; readonly signed: boolean }[];
  /** The newest story of now; the feed shows four. */
  newest: number;
  close(): Promise<void>;
}

function rss(last: number, title: string): string {
  const items = [0, 1, 2, 3].map((n) => last - n).filter((n) => n > 0);
  const body = items.map((n) => `<item><guid isPermaLink="false">${n}</guid><title>Story ${n}</title><pubDate>${new Date(Date.UTC(2026, 9, 1) + n * DAY).toUTCString()}</pubDate></item>`);
  return `<rss version="2.0"><channel><title>${title}</title><generator>https://wordpress.org/?v=6.6</generator>${body.join('')}</channel></rss>`;
}

const LISTED: readonly Listed[] = Array.from({ length: 8 }, (_, n) => ({ title: `A note on separation, number ${n}`, path: `/notes/${n}`, date: `2026-10-${String(n + 10)}` }));

/** `/feed/` and `/notes` by user and password, `/keyed` by a key; robots.txt for all. */
async function startSite(): Promise<Site> {
  const asked: Site['asked'] = [];
  const site = { newest: 4 };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const signed = request.headers.authorization === `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`;
    asked.push({ url: request.url ?? '/', signed: request.headers.authorization !== undefined });
    const key = searchParams.get('apikey');
    const sends = (type: string, text: string) => response.writeHead(200, { 'content-type': type }).end(text);
    if (pathname === '/robots.txt') return sends('text/plain', 'User-agent: *\nDisallow: /private/');
    if (pathname === '/keyed' || pathname === '/moved') return KEYS.some((one) => one === key) ? sends('application/rss+xml', rss(4, `Reader ${key}`)) : response.writeHead(401).end();
    if (!signed) return response.writeHead(401, { 'www-authenticate': 'Basic realm="readers"' }).end();
    if (pathname === '/notes') return sends('text/html', cardPage(LISTED));
    if (pathname === '/feed/' || pathname === '/other') return sends('application/rss+xml', rss(site.newest - 4 * (Number(searchParams.get('paged') ?? 1) - 1), 'Readers'));
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(site, { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close });
}

let site: Site;
let room: ReadingRoom;

beforeEach(async () => {
  site = await startSite();
  room = openReadingRoom();
});

afterEach(async () => {
  await room.close();
  await site.close();
});

/** Secrets that stand in a text or in any file of the profile. */
function tracesIn(...told: readonly unknown[]): string[] {
  const files = readdirSync(room.profile, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const written = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  return [PASSWORD, ...KEYS].filter((secret) => [...written, JSON.stringify(told), JSON.stringify(room.events)].some((text) => text.includes(secret)));
}

test('a page behind a sign-in is looked at, followed, read otherwise and asked again with it; robots.txt is not', async () => {
  const { api } = room;
  const url = `${site.origin}/notes`;
  await expect(api.previewPage({ url })).rejects.toMatchObject({ code: 'unauthorized' });
  const preview = await api.previewPage({ url, credentials: basic });
  const rules = preview.lists[0]?.rules;
  if (!rules) throw new Error('the page has a list');
  // What it was looked at with is remembered for what follows.
  expect(await api.previewPage({ url, rules })).toMatchObject({ lists: [{ itemCount: 8 }] });
  const { feedId, feed } = await api.subscribe({ url, page: rules });
  expect(feed).toMatchObject({ kind: 'page', credentials: 'basic', feedUrl: url });
  expect((await api.refresh({ feedIds: [feedId] })).failed).toEqual([]);
  expect(await api.setPageRules({ feedId, rules })).toMatchObject({ added: 0 });
  expect(await api.previewPage({ url })).toMatchObject({ feedId });
  expect(await api.setCredentials({ feedId, credentials: basic })).toMatchObject({ feed: { kind: 'page', credentials: 'basic', failure: null } });
  const robots = site.asked.filter((request) => request.url === '/robots.txt');
  expect(robots.length).toBeGreaterThan(0);
  expect(robots.every((request) => !request.signed)).toBe(true);
  expect(tracesIn(preview, feed, await api.exportOpml({}), await api.exportSources({}), await api.activity({ limit: 100 }))).toEqual([]);
});

test('a gap is filled with the sign-in of its feed', async () => {
  const { api } = room;
  const { feedId } = await api.subscribe({ url: `${site.origin}/feed/`, credentials: basic });
  site.newest = 12;
  await api.refresh({});
  expect((await api.listFeeds({})).feeds[0]?.gap).not.toBeNull();
  expect(await api.fillGap({ feedId })).toMatchObject({ added: 4, closed: true, via: 'paging' });
  expect(site.asked.filter((request) => request.url.includes('paged')).every((request) => request.signed)).toBe(true);
});

test('a source takes its sign-in to another address of its site, and a key that stands in that address', async () => {
  const { api } = room;
  const { feedId } = await api.subscribe({ url: `${site.origin}/feed/`, credentials: basic });
  expect(await api.setFeedAddress({ feedId, url: `${site.origin}/other` })).toMatchObject({ feed: { feedUrl: `${site.origin}/other`, credentials: 'basic' }, notice: 'keychain-missing' });
  expect((await api.refresh({})).failed).toEqual([]);
  const keyed = await api.setFeedAddress({ feedId, url: `${site.origin}/keyed?apikey=${KEYS[0]}` });
  expect(keyed.feed.feedUrl).toBe(`${site.origin}/keyed?apikey=***`);
  // What the window was shown is enough from then on.
  expect((await api.setFeedAddress({ feedId, url: `${site.origin}/moved?apikey=***` })).feed.feedUrl).toBe(`${site.origin}/moved?apikey=***`);
  expect((await api.refresh({})).failed).toEqual([]);
  expect(tracesIn(keyed, await api.sources({}), await api.exportSources({}), await api.exportOpml({}))).toEqual([]);
});

test('a sign-in does not go along to another site, and stays for the way back', async () => {
  const { api } = room;
  const { feedId } = await api.subscribe({ url: `${site.origin}/feed/`, credentials: basic });
  const elsewhere = await startSite();
  try {
    await expect(api.setFeedAddress({ feedId, url: `${elsewhere.origin}/feed/` })).rejects.toMatchObject({ code: 'unauthorized' });
    expect(elsewhere.asked.some((request) => request.signed)).toBe(false);
  } finally {
    await elsewhere.close();
  }
  expect((await api.refresh({})).failed).toEqual([]);
});

test('of a list, two feeds that differ by their key alone are both followed, each with its own', async () => {
  const { api } = room;
  const line = (key: string): string => `<outline type="rss" xmlUrl="${site.origin}/keyed?apikey=${key}" htmlUrl="http://ann:${PASSWORD}@x.example/" note="${site.origin}/?apikey=${key}"/>`;
  const opml = `<opml version="2.0"><body>${[...KEYS, KEYS[0]].map(line).join('')}<outline type="rss" xmlUrl="ftp://ann:${PASSWORD}@x.example/"/></body></opml>`;
  const summary = await api.importOpml({ opml });
  expect(summary).toMatchObject({ named: 4, added: 2, repeated: 1, invalid: ['ftp://x.example/'], notice: 'keychain-missing' });
  const again = await api.importOpml({ opml });
  expect(again).toMatchObject({ added: 0, alreadyFollowed: 2, repeated: 1 });
  expect(again).not.toHaveProperty('notice');
  expect((await api.refresh({})).failed).toEqual([]);
  const { feeds } = await api.listFeeds({});
  expect(feeds.map(({ credentials }) => credentials)).toEqual(['url', 'url']);
  const exported = await api.exportOpml({});
  expect(exported.opml.match(/apikey=\*\*\*/g)?.length).toBeGreaterThan(1);
  // The publisher repeats the key in its title.
  expect(tracesIn(summary, feeds, exported, await api.exportSources({}))).toEqual([]);
});

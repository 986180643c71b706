import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Settings } from '../../../electron/contract/model.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import { openReadingRoom, type ReadingRoom, type ReadingRoomOptions } from '../reader/reading-room.ts';
import { feed, startFeedServer, status, type FeedServer, type Handler } from '../refresh/feed-server.ts';
import { png } from './png.ts';

const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

let server: FeedServer;
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  server = await startFeedServer();
  ends.push(() => server.close());
});

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

function aRoom(options: ReadingRoomOptions = {}): ReadingRoom {
  const room = openReadingRoom(options);
  ends.push(() => room.close());
  return room;
}

function aProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'prepared-'));
  ends.push(() => rmSync(profile, { recursive: true, force: true }));
  return profile;
}

const wanting = (offline: Partial<Settings['offline']>): Partial<Settings> => ({ offline: { ...DEFAULT_SETTINGS.offline, ...offline } });

const page = (slug: string, images = 1): Handler => (_request, response) => {
  const pictures = Array.from({ length: images }, (_, at) => `<p><img src="/${slug}-${at}.png" alt="The pit" width="600" height="400"></p>`).join('');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><title>${slug}</title><body><article><h1>${slug}</h1>${pictures}${SENTENCES}</article></body></html>`);
};

const picture = (bytes: Buffer): Handler => (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);

/** A feed of teasers, the first the newest; each page has one image of its own. */
function publish(count: number, { pictureBytes = 200 }: { pictureBytes?: number } = {}): { url: string; slugs: string[] } {
  const slugs = Array.from({ length: count }, (_, at) => `story-${at}`);
  slugs.forEach((slug, at) => {
    server.on(`/${slug}`, page(slug));
    server.on(`/${slug}-0.png`, picture(png(pictureBytes, at)));
  });
  const items = slugs.map(
    (slug, at) =>
      `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${server.origin}/${slug}</link><pubDate>${new Date(Date.now() - at * 60_000).toUTCString()}</pubDate><description>What ${slug} tells in one line.</description></item>`,
  );
  return { slugs, url: server.on('/feed', feed(() => `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title>${items.join('')}</channel></rss>`)) };
}

const asked = (): string[] => server.requests.map(({ path }) => path).filter((path) => path !== '/feed' && path !== '/robots.txt');

async function idsOf(room: ReadingRoom): Promise<Map<string, number>> {
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 500 });
  return new Map(articles.map(({ title, id }) => [title, id]));
}

describe('what must be there', () => {
  test('bookmarks and pins always, the folders chosen with those below, the unread of the last days', async () => {
    const { url } = publish(4);
    const room = aRoom({ settings: wanting({ unreadDays: 0 }) });
    await room.api.subscribe({ url, folder: 'Trade press/Europe' });
    const ids = await idsOf(room);
    const idOf = (at: number): number => ids.get(`story-${at}`) ?? 0;
    const count = async (offline: Partial<Settings['offline']>): Promise<number> => {
      await room.api.setSettings(wanting(offline));
      return (await room.api.offlinePlan({})).articles;
    };
    expect(await count({ unreadDays: 0 })).toBe(0);
    await room.api.setBookmarked({ articleId: idOf(1), bookmarked: true });
    await room.api.keepOffline({ articleId: idOf(2), keep: true });
    expect(await count({ unreadDays: 0 })).toBe(2);
    await room.api.setRead({ articleIds: [idOf(3)], read: true });
    expect(await count({ unreadDays: 1 })).toBe(3);
    expect(await count({ unreadDays: 0, folders: 'all' })).toBe(4);
    const { folders } = await room.api.listFeeds({});
    const above = folders.find(({ title }) => title === 'Trade press')?.id ?? 0;
    expect(await count({ unreadDays: 0, folders: [above] })).toBe(4);
    expect(await count({ unreadDays: 0, folders: [above + 1000] })).toBe(2);
    await room.api.keepOffline({ articleId: idOf(2), keep: false });
    expect(await count({ unreadDays: 0 })).toBe(1);
  });

  test('the newest come first, as far as the budget reaches; bookmarks whatever it is', async () => {
    const { url } = publish(6, { pictureBytes: 400_000 });
    const room = aRoom({ settings: wanting({ folders: 'all', budgetMb: 1 }) });
    await room.api.subscribe({ url });
    const ids = await idsOf(room);
    await room.api.setBookmarked({ articleId: ids.get('story-5') ?? 0, bookmarked: true });
    const report = await room.api.prepare({});
    expect(report).toMatchObject({ ready: true, notReady: [], stopped: null });
    const plan = await room.api.offlinePlan({});
    expect(plan).toMatchObject({ ready: plan.articles, missingText: 0, missingImages: 0, bytesExpected: 0, budgetReached: true });
    const kept = await room.api.listArticles({ scope: { kind: 'offline' }, limit: 10 });
    expect(kept.articles.map(({ title }) => title)).toEqual(expect.arrayContaining(['story-0', 'story-1', 'story-5']));
    // Two images of 400 kB fit a budget of 1 MB; what was under way when that was seen may have come as well, and no more is asked for.
    const before = asked().length;
    await room.api.prepare({});
    expect(asked()).toHaveLength(before);
  });

  test('the plan of a large library walks indexes', async () => {
    const room = aRoom();
    const plans = ['statuses_bookmarked WHERE bookmarked = 1 AND presence = 1', 'statuses_visible WHERE visible = 1', 'statuses_unread WHERE visible = 1 AND read = 0'].map((which) =>
      room.store.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT article_id AS id FROM statuses INDEXED BY ${which} AND article_id >= 1 AND article_id < 9 ORDER BY article_id DESC LIMIT 9`).map(({ detail }) => detail).join(),
    );
    for (const plan of plans) expect(plan).toMatch(/^SEARCH statuses USING (COVERING )?INDEX \w+ \(article_id>\? AND article_id<\?\)$/);
  });
});

describe('preparing', () => {
  test('brings every text and image, tells how far it is, and ends in one light; nothing is fetched twice', async () => {
    const { url, slugs } = publish(8);
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    await room.api.subscribe({ url });
    expect(await room.api.offlinePlan({})).toMatchObject({ articles: 8, ready: 0, missingText: 8 });
    const [first, second] = await Promise.all([room.api.prepare({}), room.api.prepare({})]);
    expect(first).toMatchObject({ ready: true, articles: 8, notReadyCount: 0, stopped: null });
    expect(second).toEqual(first);
    expect(first.bytes).toBeGreaterThan(8 * 200);
    await room.api.prepare({});
    expect(asked().toSorted()).toEqual(slugs.flatMap((slug) => [`/${slug}`, `/${slug}-0.png`]).toSorted());
    await expect.poll(() => room.events).toContainEqual({ kind: 'prepare' });
    expect(await room.api.prepareProgress({})).toMatchObject({ running: false, report: { ready: true } });
    expect((await room.api.counts({})).offline).toBe(8);
  });

  test('stopped in the middle and started anew in another process, it goes on where it was', async () => {
    const { url, slugs } = publish(30);
    const profile = aProfile();
    const settings = wanting({ folders: 'all' });
    const room = aRoom({ profile, settings });
    await room.api.subscribe({ url });
    const preparing = room.api.prepare({});
    await expect.poll(() => asked().length, { interval: 1 }).toBeGreaterThan(8);
    expect(await room.api.prepareProgress({})).toMatchObject({ running: true, total: 30, report: null });
    await room.api.cancelPrepare({});
    const report = await preparing;
    expect(report).toMatchObject({ ready: false, articles: 30, stopped: { code: 'prepare-stopped' } });
    expect(report.notReady.map(({ code }) => code)).toContain('prepare-stopped');
    expect(report.notReadyCount).toBeGreaterThan(0);
    await room.close();
    const again = aRoom({ profile, settings });
    expect(await again.api.prepare({})).toMatchObject({ ready: true });
    const counts = new Map<string, number>();
    for (const path of asked()) counts.set(path, (counts.get(path) ?? 0) + 1);
    expect(slugs.filter((slug) => counts.get(`/${slug}-0.png`) === undefined)).toEqual([]);
    // What was cut off under way is asked for again, and nothing that came.
    expect([...counts.values()].filter((count) => count > 1).length).toBeLessThanOrEqual(16);
  });

  test('with half of the images failing it says which and why, and fetches those alone when tried again', async () => {
    const { url, slugs } = publish(6);
    const failing = slugs.filter((_, at) => at % 2 === 0);
    for (const slug of failing) server.on(`/${slug}-0.png`, status(500));
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    await room.api.subscribe({ url });
    const report = await room.api.prepare({});
    expect(report).toMatchObject({ ready: false, notReadyCount: 3, stopped: null });
    expect(report.notReady.map(({ title, text, images, code }) => ({ title, text, images, code }))).toEqual(failing.map((title) => ({ title, text: false, images: 1, code: 'server-error' })));
    failing.forEach((slug, at) => server.on(`/${slug}-0.png`, picture(png(200, 50 + at))));
    const before = asked().length;
    expect(await room.api.prepare({ retry: true })).toMatchObject({ ready: true });
    expect(asked().slice(before).toSorted()).toEqual(failing.map((slug) => `/${slug}-0.png`).toSorted());
  });

  test('robots.txt, a refusal and a wall are named, asked once, and cost the others nothing', async () => {
    const { url } = publish(5);
    server.on('/robots.txt', (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('User-agent: *\nDisallow: /story-1'));
    server.on('/story-2', status(403));
    server.on('/story-3', status(404));
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    await room.api.subscribe({ url });
    const report = await room.api.prepare({});
    expect(report.notReady.map(({ title, text, code }) => [title, text, code])).toEqual([
      ['story-1', true, 'robots-disallowed'],
      ['story-2', true, 'forbidden'],
      ['story-3', true, 'not-found'],
    ]);
    const again = await room.api.prepare({ retry: true });
    expect(again.notReady).toEqual(report.notReady);
    expect(asked().filter((path) => /story-[123]$/.test(path)).toSorted()).toEqual(['/story-2', '/story-3']);
  });

  test('images of a host that is silent neither pass for a missing network nor cost a text', async () => {
    const { url, slugs } = publish(20);
    for (const slug of slugs) {
      server.on(`/${slug}`, (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>t</title><body><article><h1>${slug}</h1><p><img src="http://127.0.0.1:9/${slug}.png" width="600" height="400" alt="a"></p>${SENTENCES}</article></body>`));
    }
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    await room.api.subscribe({ url });
    const report = await room.api.prepare({});
    expect(report).toMatchObject({ notReadyCount: 20, stopped: null });
    expect(report.notReady.filter(({ text }) => text)).toEqual([]);
    expect(await room.api.prepare({})).toMatchObject({ notReadyCount: 20, stopped: null });
  });

  test('an image that only counts readers is not missing, also where the source is read as its feed gives it', async () => {
    server.on('/story-0-0.png', picture(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')));
    const url = server.on('/feed', feed(() => `<rss version="2.0"><channel><title>Oxide</title>${illustrated('story-0')}</channel></rss>`));
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    const { feedId } = await room.api.subscribe({ url });
    await room.api.setFullText({ feedId, mode: 'feed' });
    expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 1 });
    expect(await room.api.offlinePlan({})).toMatchObject({ ready: 1, missingImages: 0 });
  });

  test('what comes larger than was thought ends where the budget does, also when much of it is used already', async () => {
    const { url } = publish(60, { pictureBytes: 900_000 });
    const settings = wanting({ folders: 'all', budgetMb: 10 });
    const room = aRoom({ settings });
    await room.api.subscribe({ url });
    for (const articleId of [...(await idsOf(room)).values()].slice(0, 8)) {
      await room.api.keepFullText({ articleId });
      await room.api.keepImages({ articleId });
    }
    const report = await room.api.prepare({});
    // 2.8 MB are left, which four use up; what was under way then, at most 15 more, may come as well.
    expect(report.bytes).toBeLessThan(19.5 * 900_000);
  });

  test('without a network it stops soon, says so, and goes on when it is back', async () => {
    const { url } = publish(40);
    const room = aRoom({ settings: wanting({ folders: 'all' }) });
    await room.api.subscribe({ url });
    const port = Number(new URL(server.origin).port);
    const { requests } = server;
    await server.close();
    const report = await room.api.prepare({});
    expect(report).toMatchObject({ ready: false, notReadyCount: 40, stopped: { code: 'offline' } });
    expect(report.notReady.every(({ code }) => ['offline', 'host-unreachable'].includes(code))).toBe(true);
    expect(requests.filter(({ path }) => path !== '/feed')).toEqual([]);
    server = await startFeedServer(port);
    publish(40);
    expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: 40 });
  });
});

/** A disk of its own, or null where this account may mount none. */
function smallDisk(size: string): string | null {
  const folder = aProfile();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  ends.push(() => execFileSync('umount', [folder]));
  return folder;
}

test('a disk that is full in the middle stops it with its name, loses nothing, and it goes on when there is room', async (context) => {
  const profile = smallDisk('4m');
  if (profile === null) {
    context.skip();
    return;
  }
  const { url } = publish(30, { pictureBytes: 200_000 });
  const settings = wanting({ folders: 'all' });
  const room = aRoom({ profile, settings });
  await room.api.subscribe({ url });
  const ids = await idsOf(room);
  await room.api.setNote({ articleId: ids.get('story-29') ?? 0, text: 'Ask them in May.' });
  const report = await room.api.prepare({});
  expect(report).toMatchObject({ ready: false, articles: 30, stopped: { code: 'disk-full' } });
  expect(report.notReady.map(({ code }) => code)).toContain('disk-full');
  await room.close();

  execFileSync('mount', ['-o', 'remount,size=40m', profile]);
  const again = aRoom({ profile, settings });
  expect(again.store.get<{ integrity_check: string }>('PRAGMA integrity_check')?.integrity_check).toBe('ok');
  const { offline } = await again.api.counts({});
  expect(offline).toBeGreaterThan(3);
  const before = asked().length;
  expect(await again.api.prepare({})).toMatchObject({ ready: true, articles: 30 });
  expect(asked().slice(before).filter((path) => path.endsWith('.png'))).toHaveLength(30 - offline);
  expect((await again.api.evidence({ articleId: ids.get('story-29') ?? 0 })).note).toBe('Ask them in May.');
  const files = readdirSync(join(profile, 'images'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files).toHaveLength(30);
  expect(files.filter(({ name }) => name.endsWith('.part'))).toEqual([]);
});

const illustrated = (slug: string): string =>
  `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${server.origin}/${slug}</link><description>&lt;p&gt;&lt;img src="/${slug}-0.png" width="600" height="400"&gt;&lt;/p&gt;One line.</description></item>`;

/** An app on a disk with so much free: follows a source that is always read whole, and refreshes when one more article is there. */
async function refreshedOn(free: number): Promise<ReadingRoom> {
  const { url } = publish(2);
  let items = [illustrated('story-0')];
  server.on('/feed', feed(() => `<rss version="2.0"><channel><title>Oxide</title>${items.join('')}</channel></rss>`));
  const room = aRoom({ unattended: true, settings: wanting({ folders: 'all' }), lookAtDisk: () => ({ free, total: 250_000_000_000 }) });
  const { feedId } = await room.api.subscribe({ url });
  await room.api.setFullText({ feedId, mode: 'always' });
  items = [illustrated('story-1'), ...items];
  await room.api.refresh({});
  return room;
}

describe('where little is free', () => {
  test('enough: texts and images come by themselves', async () => {
    const room = await refreshedOn(20_000_000_000);
    expect((await room.api.storage({})).short).toBeNull();
    await expect.poll(asked).toEqual(expect.arrayContaining(['/story-1', '/story-0-0.png', '/story-1-0.png']));
  });

  test('under 2 GB images that nobody asked for are no longer kept, texts still are', async () => {
    const room = await refreshedOn(1_200_000_000);
    expect(await room.api.storage({})).toMatchObject({ short: 'images', disk: { free: 1_200_000_000 } });
    await expect.poll(asked).toContain('/story-1');
    await room.close();
    expect(asked()).toEqual(['/story-1']);
  });

  test('under 500 MB nothing comes by itself, and what a person prepares still does', async () => {
    const room = await refreshedOn(300_000_000);
    expect((await room.api.storage({})).short).toBe('texts');
    expect(asked()).toEqual([]);
    expect(await room.api.prepare({})).toMatchObject({ ready: true });
  });
});

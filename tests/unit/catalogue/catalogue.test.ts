import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import type { CatalogueSource } from '../../../electron/contract/catalogue.ts';
import { catalogueSourceSchema } from '../../../electron/contract/validate-catalogue.ts';
import { SHIPPED_CATALOGUE } from '../../../electron/core/catalogue/shipped-catalogue.ts';
import { perDay } from '../../../electron/core/catalogue/per-day.ts';
import { feedKey } from '../../../electron/core/refresh/feed-key.ts';
import { listed, listPage } from '../ingest/list-page.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { startFeedServer, type FeedServer } from '../refresh/feed-server.ts';

const DAY = 86_400_000;

describe('what ships', () => {
  test('has the form that its README tells, with words in both languages', () => {
    const wrong = SHIPPED_CATALOGUE.filter((source) => !v.is(catalogueSourceSchema, source) || !source.about['en'] || !source.about['zh-Hans']);
    expect(wrong).toEqual([]);
  });

  test('names each source and each address once', () => {
    expect(new Set(SHIPPED_CATALOGUE.map(({ id }) => id)).size).toBe(SHIPPED_CATALOGUE.length);
    expect(new Set(SHIPPED_CATALOGUE.map(({ url }) => feedKey(url))).size).toBe(SHIPPED_CATALOGUE.length);
  });

  test('begins with none whose address is a guess, and with none that has no feed', () => {
    expect(SHIPPED_CATALOGUE.filter(({ starter, evidence, reads }) => starter && (evidence === 'guess' || reads === 'page'))).toEqual([]);
    expect(SHIPPED_CATALOGUE.filter(({ starter }) => starter).length).toBeGreaterThan(4);
  });
});

describe('headlines a day', () => {
  const now = Date.UTC(2026, 10, 26);
  test('are measured by the dates that are there', () => {
    expect(perDay([now, now - DAY, now - 2 * DAY, now - 4 * DAY], now)).toBe(1);
    expect(perDay([now, now - 1000, now - 2000], now)).toBe(3);
  });

  test('are none where one date tells, and fall while a source is silent', () => {
    expect(perDay([now], now)).toBeNull();
    expect(perDay([now - 100 * DAY, now - 101 * DAY], now)).toBe(0.02);
  });
});

describe('a catalogue of one’s own', () => {
  let server: FeedServer;
  let room: ReadingRoom;
  const page = { body: '' };

  const source = (id: string, path: string, over: Partial<CatalogueSource> = {}): object => ({ id, kind: 'trade', title: `Source ${id}`, url: `${server.origin}${path}`, site: `${server.origin}/`, reads: 'feed', lang: 'en', ...over });
  const write = (file: unknown): void => writeFileSync(join(room.profile, 'catalogue.json'), typeof file === 'string' ? file : JSON.stringify(file));

  beforeEach(async () => {
    server = await startFeedServer();
    room = openReadingRoom();
    const item = (n: number): string => `<item><title>Report ${n}</title><link>${server.origin}/${n}</link><guid>${n}</guid><pubDate>${new Date(Date.now() - n * DAY).toUTCString()}</pubDate></item>`;
    server.on('/feed', (_request, response) => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(`<rss version="2.0"><channel><title>Its own title</title><link>${server.origin}/</link>${[1, 2, 3, 4, 5].map(item).join('')}</channel></rss>`));
    server.on('/list', (_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page.body));
    page.body = listPage(listed(8));
  });

  afterEach(async () => {
    await room.close();
    await server.close();
  });

  test('adds to what ships, and takes its place where it says so; of two with one id it is the person’s', async () => {
    write({ sources: [source('mine', '/feed'), { ...source('ustr', '/feed'), title: 'My USTR' }] });
    const added = await room.api.catalogue({});
    expect(added.sources).toHaveLength(SHIPPED_CATALOGUE.length + 1);
    expect(added.sources.filter(({ id }) => id === 'ustr').map(({ title }) => title)).toEqual(['My USTR']);
    expect(added.own).toEqual({ path: join(room.profile, 'catalogue.json'), problem: null });
    write({ replaces: true, sources: [source('mine', '/feed')] });
    expect((await room.api.catalogue({})).sources).toMatchObject([{ id: 'mine', tried: null, feedId: null, perDay: null, starter: false }]);
  });

  test.each([['{', /JSON/], [{ sources: [{ id: 'x' }] }, /sources\.0\./], [{ sources: [{ id: 'x', kind: 'trade', title: 'x', url: 'file:///etc/passwd', site: 'https://x.example/', reads: 'feed', lang: 'en' }] }, /sources\.0\.url/]])('that cannot be used is left out, and said: %j', async (file, problem) => {
    write(file);
    const { sources, own } = await room.api.catalogue({});
    expect(sources).toHaveLength(SHIPPED_CATALOGUE.length);
    expect(own?.problem).toMatch(problem);
  });

  test('is tried in place: what came of it is told and remembered, and nothing is followed', async () => {
    write({ replaces: true, sources: [source('mine', '/feed'), source('page', '/list', { reads: 'page' }), source('gone', '/gone')] });
    const { source: feed } = await room.api.tryCatalogueSource({ id: 'mine' });
    expect(feed.tried).toMatchObject({ code: null, items: 5, perDay: 1.25 });
    expect(feed.tried?.newestAt).toBeGreaterThan(Date.now() - 2 * DAY);
    expect((await room.api.tryCatalogueSource({ id: 'page' })).source.tried).toMatchObject({ code: null, items: 8 });
    expect((await room.api.tryCatalogueSource({ id: 'gone' })).source.tried).toMatchObject({ code: 'not-found', items: 0, newestAt: null });
    await expect(room.api.tryCatalogueSource({ id: 'nowhere' })).rejects.toMatchObject({ code: 'invalid-argument' });
    expect((await room.api.catalogue({})).sources.map(({ tried }) => tried?.items)).toEqual([5, 8, 0]);
    expect((await room.api.listFeeds({})).feeds).toEqual([]);
    expect(room.events).toContainEqual({ kind: 'catalogue' });
  });

  test('is followed in folders by kind, feeds at once and pages by what is found in them; once', async () => {
    write({ replaces: true, sources: [source('mine', '/feed'), source('page', '/list', { reads: 'page', kind: 'government' }), source('empty', '/none', { reads: 'page' })] });
    server.on('/none', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Nothing that repeats.</p>'));
    const folders = { trade: 'Trade press', government: '' };
    expect(await room.api.followCatalogue({ ids: ['mine', 'page', 'empty', 'mine'], folders })).toEqual({ added: 1, followed: 0, pages: 2 });
    await expect.poll(async () => (await room.api.catalogue({})).sources.map(({ tried }) => tried?.code ?? null)).toEqual([null, null, 'no-list-found']);
    await expect.poll(async () => (await room.api.listArticles({ scope: { kind: 'all' }, limit: 50 })).total).toBe(13);
    const { feeds, folders: made } = await room.api.listFeeds({});
    expect(made.map(({ title }) => title)).toEqual(['Trade press']);
    expect(feeds.map(({ title, kind, folderId }) => [title, kind, folderId === null])).toEqual(expect.arrayContaining([['Source mine', 'rss', false], ['Source page', 'page', true]]));
    expect(feeds).toHaveLength(2);
    expect(await room.api.followCatalogue({ ids: ['mine', 'page'], folders })).toEqual({ added: 0, followed: 2, pages: 0 });
    await expect(room.api.followCatalogue({ ids: ['nowhere'], folders: {} })).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(room.faults).toEqual([]);
  });
});

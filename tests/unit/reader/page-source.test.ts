import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageRules } from '../../../electron/contract/page.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { cardPage, listed, listPage } from '../ingest/list-page.ts';
import type { Listed } from '../ingest/list-page.ts';
import { startFeedServer, type FeedServer } from '../refresh/feed-server.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const RULES: PageRules = { kind: 'html', item: 'li.news-item', title: null, link: null, date: null, summary: null };

let server: FeedServer;
let room: ReadingRoom;
/** What the page is now. */
let body: string;
let url: string;

beforeEach(async () => {
  server = await startFeedServer();
  room = openReadingRoom();
  url = server.on('/news', (request, response) => {
    const etag = `"${Buffer.from(body).toString('base64').slice(0, 20)}${body.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(body);
  });
});

afterEach(async () => {
  await room.close();
  await server.close();
});

async function follow(items: readonly Listed[]): Promise<number> {
  body = listPage(items);
  const { feedId, added } = await room.api.subscribe({ url, page: RULES });
  expect(added).toBe(items.length);
  return feedId;
}

async function refreshed(feedId: number): Promise<{ added: number; updated: number; failed: readonly { readonly code: string }[] }> {
  return await room.api.refresh({ feedIds: [feedId] });
}

async function articles(feedId: number): Promise<readonly { readonly id: number; readonly title: string; readonly read: boolean; readonly url: string | null }[]> {
  return (await room.api.listArticles({ scope: { kind: 'feed', id: feedId }, limit: 200 })).articles;
}

function dates(): unknown[] {
  return room.store.all('SELECT title, published_at AS at FROM articles ORDER BY title');
}

function at(address: (n: number) => string): Listed[] {
  return listed(6).map((item, n) => ({ ...item, path: address(40_000 + n) }));
}

describe('a followed page', () => {
  test('is a source like any other, kind page, with its rules; the same page is not followed twice', async () => {
    const items = listed(8);
    const feedId = await follow(items);
    expect((await articles(feedId)).map(({ title }) => title)).toEqual(items.map(({ title }) => title));
    const { feeds } = await room.api.listFeeds({});
    expect(feeds).toMatchObject([{ kind: 'page', feedUrl: url, title: 'Separation Notes', page: RULES, failure: null }]);
    await expect(room.api.subscribe({ url, page: RULES })).rejects.toMatchObject({ code: 'already-subscribed', detail: { feedId } });
    expect(await room.api.previewPage({ url })).toMatchObject({ feedId });
  });

  test('whose rules find nothing is not followed at all', async () => {
    body = listPage(listed(8));
    await expect(room.api.subscribe({ url, page: { ...RULES, item: '.absent' } })).rejects.toMatchObject({ code: 'no-list-found' });
    await expect(room.api.subscribe({ url, page: { ...RULES, item: 'li[' } })).rejects.toMatchObject({ code: 'bad-selector', detail: { field: 'item' } });
    expect((await room.api.listFeeds({})).feeds).toEqual([]);
  });

  test('behaviour 1: an undated list is the same after ten refreshes, whatever else changes on the page', async () => {
    const items = listed(9).map(({ title, path }) => ({ title, path }));
    const feedId = await follow(items);
    const before = await articles(feedId);
    for (let n = 0; n < 10; n++) {
      body = listPage(items).replace('</main>', `<p>Visitors today: ${n}</p></main>`);
      expect(await refreshed(feedId)).toMatchObject({ added: 0, updated: 0, failed: [] });
    }
    expect(await articles(feedId)).toEqual(before);
    body = listPage([{ title: 'A tenth note', path: '/article/50000/tenth.html' }, ...items]);
    expect(await refreshed(feedId)).toMatchObject({ added: 1 });
    expect((await articles(feedId))[0]).toMatchObject({ title: 'A tenth note', read: false });
  });

  test('behaviour 1: another slug, host prefix, scheme or tracking is the same article, read as it was', async () => {
    const feedId = await follow(at((n) => `https://www.notes.example/article/${n}/old-slug.html`));
    const [first] = await articles(feedId);
    await room.api.setRead({ articleIds: [first?.id ?? 0], read: true });
    for (const address of [
      (n: number) => `http://notes.example/article/${n}/old-slug.html`,
      (n: number) => `https://www.notes.example/article/${n}/old-slug.html?utm_source=list`,
      (n: number) => `https://www.notes.example/article/${n}/a-new-slug.html`,
      (n: number) => `https://m.notes.example/article/${n}/a-new-slug.html`,
    ]) {
      body = listPage(at(address));
      expect(await refreshed(feedId)).toMatchObject({ added: 0, failed: [] });
    }
    expect(await articles(feedId)).toHaveLength(6);
    expect((await articles(feedId)).filter(({ read }) => read)).toMatchObject([{ id: first?.id }]);
  });
});

describe('a page that changed its shape', () => {
  test('fails by its name and keeps what it gave, and is well again by itself when it is as before', async () => {
    const items = listed(12);
    const feedId = await follow(items);
    const good = feedRecord(room.store, feedId);
    body = cardPage(items);
    for (const count of [1, 2]) {
      expect(await refreshed(feedId)).toMatchObject({ added: 0, failed: [{ code: 'page-shape-changed' }] });
      expect(feedRecord(room.store, feedId).failure).toMatchObject({ code: 'page-shape-changed', count, detail: { found: 0, before: 12 } });
    }
    expect(feedRecord(room.store, feedId)).toMatchObject({ validators: good.validators, bodyHash: good.bodyHash, pageFound: 12, succeededAt: good.succeededAt });
    expect(await articles(feedId)).toHaveLength(12);

    body = listPage(items);
    expect(await refreshed(feedId)).toMatchObject({ failed: [] });
    expect(feedRecord(room.store, feedId)).toMatchObject({ failure: null, failures: 0 });
  });

  test('what little it gives is stored, and counts as a failure all the same', async () => {
    const feedId = await follow(listed(12));
    const good = feedRecord(room.store, feedId);
    const told = { kind: 'articles', feedIds: [feedId] };
    // Of following it; what comes next is of the page's new shape.
    await expect.poll(() => room.events).toContainEqual(told);
    room.events.length = 0;
    body = listPage([{ title: 'The one new note', path: '/article/60001/new.html', date: '2026-11-21' }, ...listed(2)]);
    await refreshed(feedId);
    // Who has the list open is told, though the page failed.
    await expect.poll(() => room.events).toContainEqual(told);
    for (const count of [2, 3]) {
      expect(await refreshed(feedId)).toMatchObject({ failed: [{ code: 'page-shape-changed' }] });
      expect(feedRecord(room.store, feedId)).toMatchObject({ failures: count, failure: { detail: { found: 3, before: 12 } }, bodyHash: good.bodyHash, pageFound: 12, succeededAt: good.succeededAt });
    }
    expect((await articles(feedId)).filter(({ title }) => title === 'The one new note')).toHaveLength(1);
    // A person who sees that the list is short for good takes it as it is.
    expect(await room.api.setPageRules({ feedId, rules: RULES })).toMatchObject({ added: 0, feed: { failure: null } });
    expect(feedRecord(room.store, feedId).pageFound).toBe(3);
    expect(await refreshed(feedId)).toMatchObject({ failed: [] });
  });

  test('is read again by the list that is proposed, with nothing doubled and nothing unread again', async () => {
    const items = listed(12);
    const feedId = await follow(items);
    await room.api.markAllRead({ scope: { kind: 'feed', id: feedId }, before: Date.now() + 60_000 });
    body = cardPage([{ title: 'A note of after', path: '/article/70000/after.html', date: '2026-11-20' }, ...items]);
    await refreshed(feedId);
    const { lists: [proposed] } = await room.api.previewPage({ url });
    expect(proposed).toMatchObject({ itemCount: 13 });
    if (!proposed) return;
    expect(await room.api.setPageRules({ feedId, rules: proposed.rules })).toMatchObject({ added: 1, feed: { kind: 'page', page: proposed.rules, failure: null, gap: null } });
    const now = await articles(feedId);
    expect(now).toHaveLength(13);
    expect(now.filter(({ read }) => !read).map(({ title }) => title)).toEqual(['A note of after']);
    expect(await refreshed(feedId)).toMatchObject({ added: 0, failed: [] });
  });

  test('but for its dates is read on, which is told until they are back', async () => {
    const items = listed(12);
    const feedId = await follow(items);
    const state = async () => (await room.api.sources({ feedIds: [feedId] })).sources[0];
    const was = dates();
    const undated = items.map(({ title, path }) => ({ title, path }));
    body = listPage(undated);
    expect(await refreshed(feedId)).toMatchObject({ added: 0, failed: [] });
    const lost = await state();
    expect(lost).toMatchObject({ state: 'shapeChanged', code: null, detail: { reason: 'no-dates', found: 12 }, fix: { kind: 'reviewPage' } });
    // What was dated stays so.
    expect(dates()).toEqual(was);
    body = listPage([{ title: 'A note without a day', path: '/article/60001/new.html' }, ...undated]);
    expect(await refreshed(feedId)).toMatchObject({ added: 1, failed: [] });
    expect((await articles(feedId)).map(({ title }) => title)).toContain('A note without a day');
    expect(await state()).toMatchObject({ state: 'shapeChanged', since: lost?.since, detail: { found: 13 } });
    body = listPage(listed(13));
    await refreshed(feedId);
    expect(await state()).toMatchObject({ state: 'healthy', detail: {} });
  });

  test('but for its dates is taken as it is by a person who chooses its list again', async () => {
    const feedId = await follow(listed(12));
    body = listPage(listed(12).map(({ title, path }) => ({ title, path })));
    await refreshed(feedId);
    expect(feedRecord(room.store, feedId)).toMatchObject({ pageDated: 12, failure: null });
    expect(feedRecord(room.store, feedId).datesLostAt).not.toBeNull();
    await room.api.setPageRules({ feedId, rules: RULES });
    expect(feedRecord(room.store, feedId)).toMatchObject({ pageFound: 12, pageDated: 0, datesLostAt: null });
    body = listPage(listed(13).map(({ title, path }) => ({ title, path })));
    expect(await refreshed(feedId)).toMatchObject({ added: 1, failed: [] });
    expect(feedRecord(room.store, feedId).datesLostAt).toBeNull();
  });

  test('keeps its rules and its failure where the new ones find nothing', async () => {
    const feedId = await follow(listed(12));
    body = cardPage(listed(12));
    await refreshed(feedId);
    await expect(room.api.setPageRules({ feedId, rules: { ...RULES, item: '.absent' } })).rejects.toMatchObject({ code: 'no-list-found' });
    expect((await room.api.listFeeds({})).feeds).toMatchObject([{ page: RULES, failure: { code: 'page-shape-changed' } }]);
    await expect(room.api.setPageRules({ feedId: feedId + 1, rules: RULES })).rejects.toMatchObject({ code: 'feed-missing' });
  });
});

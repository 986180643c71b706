import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { pageIsOutdated, pagesAhead } from '../../../electron/core/store/page-texts.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { feed, startFeedServer, type FeedServer } from '../refresh/feed-server.ts';
import { png } from './png.ts';

const DAY = 24 * 60 * 60_000;
const BIG = 300_000;
const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

let server: FeedServer;
let room: ReadingRoom;

beforeEach(async () => {
  server = await startFeedServer();
});

afterEach(async () => {
  await room.close();
  await server.close();
});

const wanting = (offline: Partial<Settings['offline']>): Partial<Settings> => ({ offline: { ...DEFAULT_SETTINGS.offline, ...offline } });

/** Follows so many articles with a page and two images each, one of which all show, and makes them ready. The newest first. */
async function prepared(count: number, offline: Partial<Settings['offline']>): Promise<ArticleId[]> {
  server.on('/shared.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(1000, 200)));
  const items = Array.from({ length: count }, (_, at) => {
    server.on(`/${at}.png`, (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(BIG, at)));
    server.on(`/${at}`, (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>t</title><body><article><h1>Story ${at}</h1><p><img src="/${at}.png" width="600" height="400" alt="a"></p><p><img src="/shared.png" width="600" height="400" alt="b"></p>${SENTENCES}</article></body>`),
    );
    return `<item><guid isPermaLink="false">${at}</guid><title>Story ${at}</title><link>${server.origin}/${at}</link><pubDate>${new Date(Date.now() - at * 60_000).toUTCString()}</pubDate><description>One line of ${at}.</description></item>`;
  });
  room = openReadingRoom({ settings: wanting({ folders: 'all', budgetMb: 1000 }) });
  await room.api.subscribe({ url: server.on('/feed', feed(() => `<rss version="2.0"><channel><title>Oxide</title>${items.join('')}</channel></rss>`)) });
  expect(await room.api.prepare({})).toMatchObject({ ready: true, articles: count });
  // What Prepare wants is spared.
  await room.api.setSettings(wanting({ unreadDays: 0, ...offline }));
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 100 });
  return articles.map(({ id }) => id);
}

/** Everything that the library and the disk hold of an article, byte for byte. */
async function allOf(articleId: ArticleId): Promise<unknown> {
  const article = await room.api.getArticle({ articleId });
  const rows = ['page_texts', 'bodies', 'frozen_texts', 'notes', 'highlights', 'article_tags', 'article_images'].map((table) => room.store.all(`SELECT * FROM ${table} WHERE article_id = ?`, articleId));
  return { article, rows, images: article.images.map(({ key, state }) => [key, state, readFileSync(imagePath(room.profile, key))]) };
}

async function age(ids: readonly ArticleId[], days: number): Promise<void> {
  for (const id of ids) room.store.run('UPDATE statuses SET arrived_at = arrived_at - ?1, kept_at = kept_at - ?1 WHERE article_id = ?2', days * DAY, id);
}

const keptOf = async (ids: readonly ArticleId[]): Promise<string[]> => Promise.all(ids.map(async (articleId) => (await room.api.getArticle({ articleId })).kept));

describe('evicting', () => {
  test('by age: says first what it will touch, touches that, and leaves headline and what the feed gave', async () => {
    const ids = await prepared(4, { evictDays: 30 });
    await age(ids.slice(2), 31);
    const before = (await room.api.storage({})).images;
    const said = await room.api.evict({ dryRun: true });
    expect(said).toMatchObject({ articles: 2, images: 2 });
    expect(await keptOf(ids)).toEqual(['full', 'full', 'full', 'full']);
    const files = (await room.api.getArticle({ articleId: ids[3] ?? 0 })).images.map(({ key }) => imagePath(room.profile, key));
    expect(await room.api.evict({})).toEqual(said);
    expect(await keptOf(ids)).toEqual(['full', 'full', 'headline', 'headline']);
    expect(said.bytes).toBeGreaterThan(2 * BIG);
    expect(before - (await room.api.storage({})).images).toBe(png(BIG, 2).length + png(BIG, 3).length);
    // The one that the others show as well stays.
    expect(files.map((file) => existsSync(file))).toEqual([false, true]);
    expect(await room.api.getArticle({ articleId: ids[3] ?? 0 })).toMatchObject({ textOrigin: 'feed', contentHtml: 'One line of 3.', fullText: { state: 'none' } });
    expect(await room.api.evict({ dryRun: true })).toMatchObject({ articles: 0, images: 0, bytes: 0 });
    expect((await room.api.counts({})).offline).toBe(2);
  });

  test('stays away from a source that is always read whole, also where its items are revised, and comes back when it is opened', async () => {
    const ids = await prepared(3, { evictDays: 30 });
    const { feeds } = await room.api.listFeeds({});
    await room.api.setFullText({ feedId: feeds[0]?.id ?? 0, mode: 'always' });
    await age(ids, 31);
    await room.api.evict({});
    room.store.run('UPDATE feeds SET full_text_since = 0');
    const asked = server.countOf('/2');
    expect(pagesAhead(room.store, { limit: 10, now: Date.now() })).toEqual([]);
    pageIsOutdated(room.store, ids[2] ?? 0);
    expect(pagesAhead(room.store, { limit: 10, now: Date.now() })).toEqual([]);
    await room.api.keepFullText({ articleId: ids[2] ?? 0 });
    expect(server.countOf('/2')).toBe(asked + 1);
    expect(await room.api.getArticle({ articleId: ids[2] ?? 0 })).toMatchObject({ textOrigin: 'page' });
  });

  test('says only the bytes that go, where a file is shared with what stays', async () => {
    const ids = await prepared(2, { evictDays: 30 });
    const twin = png(BIG, 1);
    server.on('/1.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(twin));
    const row = room.store.get<{ hash: string }>("SELECT hash FROM images WHERE url LIKE '%/1.png'");
    room.store.run("UPDATE images SET hash = ?, bytes = 0 WHERE url LIKE '%/0.png'", row?.hash ?? '');
    await age(ids.slice(1), 31);
    const before = (await room.api.storage({})).images;
    const said = await room.api.evict({ dryRun: true });
    await room.api.evict({});
    expect(said.bytes).toBeLessThan(BIG);
    expect((await room.api.storage({})).images).toBe(before);
  });

  test('by budget, the oldest first; and by what must be free, whatever the budget', async () => {
    const ids = await prepared(5, { budgetMb: 1, evictDays: 0 });
    expect(await room.api.evict({ dryRun: true })).toMatchObject({ articles: 2, images: 2 });
    await room.api.evict({});
    expect(await keptOf(ids)).toEqual(['full', 'full', 'full', 'headline', 'headline']);
    const said = await room.api.evict({ dryRun: true, free: BIG });
    expect(said).toMatchObject({ articles: 1, images: 1 });
    expect(said.bytes).toBeGreaterThan(png(BIG, 2).length);
    await room.api.evict({ free: BIG });
    expect(await keptOf(ids)).toEqual(['full', 'full', 'headline', 'headline', 'headline']);
  });

  test('never what a person keeps: bookmark, pin, tag, note and highlight stay byte for byte', async () => {
    const ids = await prepared(7, { budgetMb: 1, evictDays: 1 });
    const [bookmarked = 0, pinned = 0, tagged = 0, noted = 0, highlighted = 0] = ids;
    await room.api.setBookmarked({ articleId: bookmarked, bookmarked: true });
    await room.api.keepOffline({ articleId: pinned, keep: true });
    await room.api.tagArticles({ articleIds: [tagged], add: ['Ndfeb'] });
    await room.api.setNote({ articleId: noted, text: 'Ask them.' });
    await room.api.addHighlight({ articleId: highlighted, quote: 'Paragraph 3 of the whole article', prefix: '', suffix: '', start: 0 });
    // Without their bookmarks, what was added still keeps them.
    await room.api.removeBookmarks({ articleIds: [tagged, noted, highlighted] });
    await age(ids, 400);
    const kept = ids.slice(0, 5);
    const before = await Promise.all(kept.map(allOf));
    expect(await room.api.evict({ dryRun: true, free: 1e12 })).toMatchObject({ articles: 2, images: 2 });
    await room.api.evict({ free: 1e12 });
    room.store.db.exec('VACUUM');
    expect(await Promise.all(kept.map(allOf))).toEqual(before);
    expect(await keptOf(ids.slice(5))).toEqual(['headline', 'headline']);
    await room.api.cleanUp({ before: Date.now() });
    expect(await room.api.getArticle({ articleId: pinned })).toMatchObject({ pinned: true, kept: 'full' });
  });

  test('an article whose images a bookmark shows as well is not counted again and again', async () => {
    const ids = await prepared(3, {});
    await room.api.setBookmarked({ articleId: ids[0] ?? 0, bookmarked: true });
    // As where the feed's own text shows the image that the bookmark shows.
    room.store.run('UPDATE article_images SET position = 100000 + position WHERE image_id = (SELECT id FROM images WHERE url LIKE ?) AND position < 100000', '%shared.png');
    expect(await room.api.evict({ free: 1e12 })).toMatchObject({ articles: 2, images: 2 });
    expect(await room.api.evict({ dryRun: true, free: 1e12 })).toMatchObject({ articles: 0, images: 0, bytes: 0 });
  });

  test('what was evicted comes again when it is opened or prepared, and not by itself', async () => {
    const ids = await prepared(2, { evictDays: 30 });
    await age(ids, 31);
    await room.api.evict({});
    const before = server.requests.length;
    await room.api.refresh({});
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(['/feed']);
    const [articleId = 0] = ids;
    await room.api.keepFullText({ articleId });
    await room.api.keepImages({ articleId });
    expect(await keptOf(ids)).toEqual(['full', 'headline']);
    await room.api.setSettings(wanting({ folders: 'all' }));
    expect(await room.api.prepare({})).toMatchObject({ ready: true });
    expect(await keptOf(ids)).toEqual(['full', 'full']);
  });
});

test('the storage report adds up to what the disk holds', async () => {
  const [articleId = 0] = await prepared(3, {});
  await room.api.setBookmarked({ articleId, bookmarked: true });
  const report = await room.api.storage({ top: 1 });
  const article = await room.api.getArticle({ articleId });
  const sizes = article.images.map(({ key }) => readFileSync(imagePath(room.profile, key)).length);
  expect(report.images).toBe(png(BIG, 0).length + png(BIG, 1).length + png(BIG, 2).length + png(1000, 200).length);
  expect(report.bookmarks).toBeGreaterThan(sizes.reduce((sum, size) => sum + size, 0));
  expect(report.byFeed).toMatchObject([{ feedId: article.feedId, title: 'Oxide', bytes: report.images + report.texts }]);
  expect(report.database).toBeGreaterThan(100_000);
  expect(report.disk?.free).toBeGreaterThan(0);
  expect(report.disk?.total).toBeGreaterThan(report.disk?.free ?? 0);
});

import { existsSync, readdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { feed, rss, startFeedServer, status, type FeedServer } from '../refresh/feed-server.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';
import { png } from '../image/made-images.ts';

const PNG = png(640, 480);

let server: FeedServer;
let room: ReadingRoom;
const open: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await startFeedServer();
  open.push(() => server.close());
  room = aRoom();
});

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

function aRoom(options: Parameters<typeof openReadingRoom>[0] = {}): ReadingRoom {
  const opened = openReadingRoom(options);
  open.push(() => opened.close());
  return opened;
}

function html(body: string): (request: unknown, response: ServerResponse) => void {
  return (_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}

/** A feed of one article that shows one image. */
function illustrated(path: string, image = '/magnet.png'): string {
  server.on(image, (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(PNG));
  const text = `<?xml version="1.0"?><rss version="2.0"><channel><title>Pictures</title><item><guid>1</guid><title>Magnet</title><description>&lt;p&gt;A magnet.&lt;/p&gt;&lt;img src="${server.origin}${image}"&gt;</description></item></channel></rss>`;
  return server.on(path, feed(() => text));
}

const imageFiles = (): string[] => (existsSync(join(room.profile, 'images')) ? readdirSync(join(room.profile, 'images'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 2) : []);

describe('subscribing', () => {
  test('to a feed stores what it holds, and tells', async () => {
    const answer = await room.api.subscribe({ url: server.on('/feed', feed(() => rss('outlet', ['one', 'two']))) });
    expect(answer).toMatchObject({ added: 2, feed: { id: answer.feedId, title: 'outlet', kind: 'rss', feedUrl: `${server.origin}/feed`, failure: null } });
    expect((await room.api.listArticles({ scope: { kind: 'all' }, limit: 10 })).articles.map(({ title }) => title).toSorted()).toEqual(['one', 'two']);
    expect(room.events).toContainEqual({ kind: 'feeds', feedIds: 'many' });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(Object.keys(answer.feed)).not.toContain('validators');
  });

  test('to a site follows the first feed that its page names', async () => {
    server.on('/feed', feed(() => rss('outlet', ['one'])));
    server.on('/comments', feed(() => rss('comments', ['c'])));
    const site = server.on(
      '/',
      html('<html><head><title>Outlet</title><link rel="alternate" type="application/rss+xml" title="Outlet" href="/feed"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"></head><body></body></html>'),
    );
    expect((await room.api.discover({ url: site })).candidates.map(({ feedUrl, feedId }) => [feedUrl, feedId])).toEqual([
      [`${server.origin}/feed`, null],
      [`${server.origin}/comments`, null],
    ]);
    const { feedId } = await room.api.subscribe({ url: site });
    expect((await room.api.discover({ url: site })).candidates[0]).toMatchObject({ feedUrl: `${server.origin}/feed`, feedId });
    await expect(room.api.subscribe({ url: site })).rejects.toMatchObject({ code: 'already-subscribed', detail: { feedId } });
  });

  test('to a page without a feed, to nothing, and to no address each say why', async () => {
    await expect(room.api.subscribe({ url: server.on('/page', html('<html><body><p>Nothing here</p></body></html>')) })).rejects.toMatchObject({ code: 'no-feed-found' });
    await expect(room.api.subscribe({ url: `${server.origin}/missing` })).rejects.toMatchObject({ code: 'not-found', detail: { status: 404 } });
    await expect(room.api.subscribe({ url: 'not an address' })).rejects.toMatchObject({ code: 'invalid-address' });
    await expect(room.api.subscribe({ url: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'unsupported-scheme' });
    expect((await room.api.listFeeds({})).feeds).toEqual([]);
  });

  test('twice, also by another address of the same feed, names the feed followed', async () => {
    const url = server.on('/feed', feed(() => rss('outlet', ['one'])));
    const { feedId } = await room.api.subscribe({ url });
    const followed = { code: 'already-subscribed', detail: { feedId } };
    await expect(room.api.subscribe({ url })).rejects.toMatchObject(followed);
    for (const [path, code] of [['/moved', 301], ['/away', 302]] as const) {
      await expect(room.api.subscribe({ url: server.on(path, status(code, { location: '/feed' })) })).rejects.toMatchObject(followed);
    }
    expect((await room.api.listFeeds({})).feeds).toHaveLength(1);
  });

  test('to an address that moved for good follows the new one', async () => {
    server.on('/new', feed(() => rss('outlet', ['one'])));
    const { feed: followed } = await room.api.subscribe({ url: server.on('/old', status(301, { location: '/new' })) });
    expect(followed.feedUrl).toBe(`${server.origin}/new`);
  });

  test('files the feed, by a path that is made or by an id', async () => {
    const a = await room.api.subscribe({ url: server.on('/a', feed(() => rss('a', ['one']))), folder: 'Trade press/Europe', title: 'My own title' });
    const { folders } = await room.api.listFeeds({});
    expect(folders.map(({ title, parentId }) => [title, parentId])).toEqual([
      ['Trade press', null],
      ['Europe', folders[0]?.id],
    ]);
    expect(a.feed).toMatchObject({ folderId: folders[1]?.id, title: 'My own title' });
    const b = await room.api.subscribe({ url: server.on('/b', feed(() => rss('b', ['two']))), folder: folders[0]?.id ?? 0 });
    expect(b.feed.folderId).toBe(folders[0]?.id);
    await expect(room.api.subscribe({ url: server.on('/c', feed(() => rss('c', ['x']))), folder: 99 })).rejects.toMatchObject({ code: 'folder-missing' });
  });

  test('is all or nothing', async () => {
    room.store.db.exec("CREATE TRIGGER refuse BEFORE INSERT ON articles BEGIN SELECT raise(ABORT, 'refused'); END");
    await expect(room.api.subscribe({ url: server.on('/feed', feed(() => rss('outlet', ['one']))), folder: 'New' })).rejects.toMatchObject({ code: 'database-failed' });
    expect(await room.api.listFeeds({})).toEqual({ feeds: [], folders: [] });
  });
});

describe('refreshing a folder', () => {
  test('asks its feeds and those below it, and no others', async () => {
    const [a, b] = [
      await room.api.subscribe({ url: server.on('/a', feed(() => rss('a', ['one']))), folder: 'Press/Europe' }),
      await room.api.subscribe({ url: server.on('/b', feed(() => rss('b', ['two']))), folder: 'Press' }),
    ];
    await room.api.subscribe({ url: server.on('/c', feed(() => rss('c', ['three']))) });
    const press = (await room.api.listFeeds({})).folders.find(({ title }) => title === 'Press');
    expect(await room.api.refresh({ folderId: press?.id ?? 0 })).toMatchObject({ asked: 2, notModified: 2 });
    expect([server.countOf('/a'), server.countOf('/b'), server.countOf('/c')]).toEqual([2, 2, 1]);
    expect([a.feed.folderId, b.feed.folderId]).not.toContain(null);
    await expect(room.api.refresh({ folderId: 99 })).rejects.toMatchObject({ code: 'folder-missing' });
    await expect(room.api.refresh({ feedIds: [99] })).rejects.toMatchObject({ code: 'feed-missing' });
  });
});

describe('images', () => {
  test('a bookmark keeps them, and closing waits for them where nobody stays to see', async () => {
    await room.api.subscribe({ url: illustrated('/feed') });
    const [summary] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    const { images } = await room.api.getArticle({ articleId: summary?.id ?? 0 });
    expect(images).toMatchObject([{ state: 'pending' }]);
    expect(server.countOf('/magnet.png')).toBe(0);
    expect(await room.api.setBookmarked({ articleId: summary?.id ?? 0, bookmarked: true })).toEqual({ bookmarked: true });
    await expect.poll(async () => (await room.api.getArticle({ articleId: summary?.id ?? 0 })).images[0]?.state).toBe('kept');
    expect(existsSync(imagePath(room.profile, images[0]?.key ?? ''))).toBe(true);
    expect(room.faults).toEqual([]);
  });

  test('in a door that stays open they come by themselves', async () => {
    room = aRoom({ unattended: true });
    await room.api.subscribe({ url: illustrated('/feed') });
    await expect.poll(imageFiles).toHaveLength(1);
  });

  test('where the person said no, they come when the article is opened', async () => {
    room = aRoom({ unattended: true, settings: { keepImages: false } });
    await room.api.subscribe({ url: illustrated('/feed') });
    const [summary] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    expect(server.countOf('/magnet.png')).toBe(0);
    await room.api.getArticle({ articleId: summary?.id ?? 0 });
    await expect.poll(imageFiles).toHaveLength(1);
  });

  test('asked for, they are counted; an article that is not there says so', async () => {
    await room.api.subscribe({ url: illustrated('/feed') });
    const [summary] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    expect(await room.api.keepImages({ articleId: summary?.id ?? 0 })).toEqual({ kept: 1, failed: 0 });
    await expect(room.api.keepImages({ articleId: 12345 })).rejects.toMatchObject({ code: 'article-missing' });
  });

  test('behaviour 7: unsubscribing removes the images of what goes, and keeps those of bookmarks', async () => {
    const kept = await room.api.subscribe({ url: illustrated('/kept', '/kept.png') });
    const [bookmark] = (await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 })).articles;
    await room.api.setBookmarked({ articleId: bookmark?.id ?? 0, bookmarked: true });
    const gone = await room.api.subscribe({ url: illustrated('/gone', '/gone.png') });
    for (const { id } of (await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 })).articles) await room.api.keepImages({ articleId: id });
    await expect.poll(imageFiles).toHaveLength(2);
    expect(await room.api.unsubscribePreview({ feedId: gone.feedId })).toEqual({ kept: 0, removed: 1 });
    await room.api.unsubscribe({ feedId: gone.feedId });
    await room.api.unsubscribe({ feedId: kept.feedId });
    await expect.poll(imageFiles).toHaveLength(1);
    const { articles } = await room.api.listArticles({ scope: { kind: 'bookmarks' }, limit: 5 });
    expect(articles).toMatchObject([{ id: bookmark?.id, kept: 'full' }]);
  });
});

describe('commands tell what they changed', () => {
  test('status, feeds and settings', async () => {
    const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(() => rss('outlet', ['one', 'two']))) });
    const page = await room.api.listArticles({ scope: { kind: 'all' }, limit: 10 });
    const ids = page.articles.map(({ id }) => id);
    const tells = async (command: () => Promise<unknown>, event: ReaderEvent): Promise<void> => {
      room.events.length = 0;
      await command();
      await expect.poll(() => room.events).toContainEqual(event);
    };
    await tells(() => room.api.setRead({ articleIds: ids, read: true }), { kind: 'status', articleIds: ids });
    await tells(async () => {
      expect(await room.api.setRead({ articleIds: ids, read: true })).toEqual({ changed: 0 });
      await room.api.renameFeed({ feedId, title: 'Mine' });
    }, { kind: 'feeds', feedIds: 'many' });
    expect(room.events).not.toContainEqual(expect.objectContaining({ kind: 'status' }));
    await room.api.setRead({ articleIds: ids, read: false });
    let batch = 0;
    const many: ReaderEvent = { kind: 'status', articleIds: 'many' };
    await tells(async () => ({ batch } = await room.api.markAllRead({ scope: { kind: 'all' }, before: page.asOf })), many);
    await tells(() => room.api.undoMarkAllRead({ batch }), many);
    await tells(() => room.api.setSettings({ theme: 'dark' }), { kind: 'settings' });
    expect(await room.api.getSettings({})).toMatchObject({ theme: 'dark' });
  });

  test('a clean-up takes what is read and old, and nothing else', async () => {
    await room.api.subscribe({ url: server.on('/feed', feed(() => rss('outlet', ['one', 'two', 'three']))) });
    const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 10 });
    const [one, two] = articles.map(({ id }) => id) as [number, number];
    await room.api.setRead({ articleIds: [one, two], read: true });
    await room.api.setBookmarked({ articleId: two, bookmarked: true });
    const before = Date.now() + 60_000;
    expect((await room.api.cleanUp({ before, dryRun: true })).removed).toBe(1);
    expect((await room.api.cleanUp({ before })).removed).toBe(1);
    expect((await room.api.counts({})).all).toBe(2);
  });
});

import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { ensureBuilt } from '../../electron/build/build.mjs';
import type { AnswerOf, ReaderEvent } from '../../electron/contract/api.ts';
import { commandLine } from './carriers/command-line.ts';
import { electronIpc } from './carriers/electron-ipc.ts';
import { inProcess } from './carriers/in-process.ts';
import { loopback } from './carriers/loopback.ts';
import { startFeedServer } from './feed-server.ts';
import type { FeedServer } from './feed-server.ts';
import { openOn } from './open-on.ts';
import type { Opened } from './open-on.ts';

const SLOW = 60_000;

beforeAll(() => ensureBuilt({ what: 'node' }), 120_000);

describe.each([inProcess, loopback, electronIpc, commandLine])('over $name', (carrier) => {
  async function bench(items?: number): Promise<Opened & { readonly publisher: FeedServer }> {
    const publisher = await startFeedServer(items);
    onTestFinished(() => publisher.close());
    return { publisher, ...(await openOn(carrier)) };
  }

  test('the text of an article’s own page is kept beside what its feed gave', async () => {
    const { publisher, call, fails } = await bench(1);
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    const [summary] = (await call('listArticles', { scope: { kind: 'all' }, limit: 1 })).articles;
    const articleId = summary?.id ?? 0;
    expect((await call('setFullText', { feedId, mode: 'feed' })).feed.fullText).toBe('feed');
    expect(await call('keepFullText', { articleId, opened: true })).toEqual({ state: 'none' });
    expect(await call('keepFullText', { articleId })).toMatchObject({ state: 'kept', url: `${publisher.origin}/story-1` });
    expect(await call('getArticle', { articleId })).toMatchObject({ textOrigin: 'page', kept: 'full', facts: { headline: 'Story 1' } });
    expect(await call('getArticle', { articleId, text: 'feed' })).toMatchObject({ textOrigin: 'feed', wholeness: 'teaser' });
    expect(await call('lookAgain', { articleId })).toMatchObject({ state: 'unchanged' });
    expect([await fails('lookAgain', { articleId: 77 }), await fails('keepFullText', { articleId: 77 }), await fails('setFullText', { feedId, mode: 'never' })]).toEqual(['article-missing', 'article-missing', 'invalid-argument']);
  }, SLOW);

  test('subscribing brings the feed, its folder and its articles', async () => {
    const { publisher, call } = await bench();
    const { feedId, feed, added } = await call('subscribe', { url: publisher.feedUrl, folder: 'Trade press/Europe' });
    expect(feed).toMatchObject({ id: feedId, kind: 'rss', title: 'Separation Weekly', feedUrl: publisher.feedUrl, siteUrl: `${publisher.origin}/`, failure: null, icon: null });
    expect(added).toBe(5);
    const { feeds, folders } = await call('listFeeds', {});
    expect(feeds).toEqual([feed]);
    expect((await call('listFeeds', { feedIds: [feedId, feedId + 1] })).feeds).toEqual([feed]);
    const [outer, inner] = ['Trade press', 'Europe'].map((title) => folders.find((folder) => folder.title === title));
    expect(inner).toMatchObject({ parentId: outer?.id });
    expect(feed.folderId).toBe(inner?.id);
    const counts = await call('counts', {});
    expect(counts).toMatchObject({ all: 5, unread: 5, bookmarks: 0 });
    // Keys are feed ids, which JSON makes text of.
    expect(counts.feeds[feedId]).toBe(5);
    expect(counts.folders[outer?.id ?? 0]).toBe(5);
  }, SLOW);

  test('a site’s page leads to its feed', async () => {
    const { publisher, call } = await bench();
    const { candidates } = await call('discover', { url: `${publisher.origin}/` });
    expect(candidates).toMatchObject([{ feedUrl: publisher.feedUrl, title: 'Separation Weekly', kind: 'rss', itemCount: 5, comments: false, otherHost: null, feedId: null }]);
  }, SLOW);

  test('a list comes by pages, newest first, none twice and none left out', async () => {
    const { publisher, call } = await bench(7);
    await call('subscribe', { url: publisher.feedUrl });
    const titles: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: AnswerOf<'listArticles'> = await call('listArticles', { scope: { kind: 'all' }, limit: 3, cursor });
      expect(page.total).toBe(7);
      titles.push(...page.articles.map((article) => article.title));
      cursor = page.nextCursor;
      pages++;
    } while (cursor !== null && pages < 10);
    expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Story ${n}`));
    expect(pages).toBe(3);
  }, SLOW);

  test('an article comes whole and sanitized', async () => {
    const { publisher, call } = await bench(1);
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    const { articles } = await call('listArticles', { scope: { kind: 'feed', id: feedId }, limit: 10 });
    const article = await call('getArticle', { articleId: articles[0]?.id ?? 0 });
    expect(article).toMatchObject({ feedId, feedTitle: 'Separation Weekly', title: 'Story 1', url: `${publisher.origin}/story-1`, read: false, bookmarked: false });
    expect(article.contentHtml).toContain(`href="${publisher.origin}/more"`);
    expect(article.contentHtml).not.toMatch(/script|onclick|steal/);
    expect(articles[0]).not.toHaveProperty('contentHtml');
  }, SLOW);

  test('a refresh says what came, what did not change and what failed', async () => {
    const { publisher, call } = await bench();
    await call('subscribe', { url: publisher.feedUrl });
    await call('importOpml', { opml: `<opml version="2.0"><body><outline type="rss" text="Closed" xmlUrl="${publisher.origin}/forbidden"/></body></opml>` });
    const closed = (await call('listFeeds', {})).feeds.find((feed) => feed.feedUrl.endsWith('/forbidden'));
    publisher.publish('Story 6');
    const first = await call('refresh', {});
    expect(first).toMatchObject({ asked: 2, fresh: 1, notModified: 0, added: 1, cancelled: false, offline: false });
    expect(first.failed).toMatchObject([{ feedId: closed?.id, code: 'forbidden' }]);
    const open = (await call('listFeeds', {})).feeds.find((feed) => feed.feedUrl === publisher.feedUrl);
    expect(await call('refresh', { feedIds: [open?.id ?? 0] })).toMatchObject({ asked: 1, fresh: 0, notModified: 1, failed: [], added: 0, updated: 0 });
    expect((await call('listArticles', { scope: { kind: 'unread' }, limit: 1 })).articles[0]?.title).toBe('Story 6');
  }, SLOW);

  test('how sources do is told, each ask and each one left out, and as a table', async () => {
    const { publisher, call } = await bench();
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    expect(await call('refresh', { onlyDue: true })).toMatchObject({ asked: 0, skipped: [{ feedId, reason: 'notDue' }] });
    await call('pauseFeed', { feedId, paused: true });
    expect(await call('refresh', {})).toMatchObject({ asked: 0, skipped: [{ feedId, reason: 'paused' }] });
    expect(await call('refresh', { feedIds: [feedId] })).toMatchObject({ asked: 1, notModified: 1 });
    const { sources, slots } = await call('sources', {});
    expect(sources).toMatchObject([{ feedId, state: 'paused', fix: { kind: 'resume' }, articles: 5, fullText: 0, nextAt: null, nextReason: 'paused' }]);
    expect([sources[0]?.days.asked.length, slots.length, sources[0]?.days.asked.at(-1)]).toEqual([30, 288, 2]);
    expect((await call('sourceTries', { feedId, limit: 10 })).tries).toMatchObject([{ outcome: 'notModified', status: 304 }, { outcome: 'fresh', status: 200, added: 5 }]);
    const { rows } = await call('activity', { limit: 10 });
    expect(rows.map((row) => (row.kind === 'asked' ? row.outcome : 'reason' in row && row.reason))).toEqual(['notModified', 'paused', 'notDue', 'fresh']);
    expect((await call('exportSources', {})).csv).toContain(`\r\nSeparation Weekly,${publisher.feedUrl},`);
    expect(await call('setFeedAddress', { feedId, url: `${publisher.feedUrl}?from=reader` })).toMatchObject({ added: 0, feed: { id: feedId, feedUrl: `${publisher.feedUrl}?from=reader` } });
    expect((await call('counts', {})).all).toBe(5);
  }, SLOW);

  test('a gap is told, filled, and forgotten', async () => {
    const { publisher, call, fails } = await bench();
    const { feedId, feed } = await call('subscribe', { url: publisher.feedUrl });
    expect(feed.gap).toBeNull();
    expect(await fails('fillGap', { feedId })).toBe('nothing-to-fill');
    publisher.flood(15);
    await call('refresh', {});
    const { gap } = (await call('listFeeds', {})).feeds[0] ?? {};
    expect(gap?.after).toBeLessThan(gap?.before ?? 0);
    expect((await call('counts', {})).all).toBe(10);
    expect(await call('fillGap', { feedId })).toEqual({ asked: 4, added: 10, closed: true, via: 'paging' });
    expect((await call('counts', {})).unread).toBe(20);
    expect((await call('listFeeds', {})).feeds[0]?.gap).toBeNull();
    publisher.flood(20);
    await call('refresh', {});
    expect((await call('listFeeds', {})).feeds[0]?.gap).not.toBeNull();
    expect((await call('dismissGap', { feedId })).feed.gap).toBeNull();
    expect(await fails('dismissGap', { feedId: 99 })).toBe('feed-missing');
    expect(await fails('fillGap', { feedId: 99 })).toBe('feed-missing');
  }, SLOW);

  test('reading and marking all read change the counts, and marking all can be undone', async () => {
    const { publisher, call, fails } = await bench();
    await call('subscribe', { url: publisher.feedUrl });
    const { articles, asOf } = await call('listArticles', { scope: { kind: 'all' }, limit: 10 });
    expect(await call('setRead', { articleIds: [articles[0]?.id ?? 0], read: true })).toEqual({ changed: 1 });
    expect(await call('counts', {})).toMatchObject({ all: 5, unread: 4 });
    const { changed, batch } = await call('markAllRead', { scope: { kind: 'all' }, before: asOf });
    expect(changed).toBe(4);
    expect(await call('counts', {})).toMatchObject({ unread: 0, feeds: {} });
    expect(await call('undoMarkAllRead', { batch })).toEqual({ changed: 4 });
    expect(await call('counts', {})).toMatchObject({ unread: 4 });
    expect(await fails('undoMarkAllRead', { batch })).toBe('nothing-to-undo');
  }, SLOW);

  test('remembers how far an article was read until that is taken back', async () => {
    const { publisher, call, fails } = await bench();
    await call('subscribe', { url: publisher.feedUrl });
    const { articles } = await call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    const articleId = articles[0]?.id ?? 0;
    expect(await call('getArticle', { articleId })).toMatchObject({ readingPlace: null });
    await call('setReadingPlace', { articleId, place: 3.25 });
    await call('refresh', {});
    expect(await call('getArticle', { articleId })).toMatchObject({ readingPlace: 3.25 });
    await call('setReadingPlace', { articleId, place: null });
    expect(await call('getArticle', { articleId })).toMatchObject({ readingPlace: null });
    expect(await fails('setReadingPlace', { articleId, place: -1 })).toBe('invalid-argument');
  }, SLOW);

  test('a bookmark outlives its feed', async () => {
    const { publisher, call, fails } = await bench();
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    const { articles } = await call('listArticles', { scope: { kind: 'all' }, limit: 2 });
    const [kept, other] = articles.map((article) => article.id);
    expect(await call('setBookmarked', { articleId: kept ?? 0, bookmarked: true })).toEqual({ bookmarked: true });
    expect(await call('unsubscribePreview', { feedId })).toEqual({ kept: 1, removed: 4 });
    expect(await call('unsubscribe', { feedId })).toEqual({ kept: 1, removed: 4 });
    expect((await call('listArticles', { scope: { kind: 'bookmarks' }, limit: 10 })).articles).toMatchObject([{ id: kept, bookmarked: true, feedTitle: 'Separation Weekly' }]);
    expect(await fails('getArticle', { articleId: other })).toBe('article-missing');
    expect(await fails('unsubscribe', { feedId })).toBe('feed-missing');
  }, SLOW);

  test('OPML goes in and comes out with its folders', async () => {
    const { publisher, call } = await bench();
    const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>稀土</title></head><body>
      <outline text="Mines &amp; magnets"><outline text="内蒙古"><outline type="rss" text="Separation" xmlUrl="${publisher.feedUrl}"/></outline></outline>
      <outline type="rss" text="Nowhere" xmlUrl="not an address"/></body></opml>`;
    expect(await call('previewOpml', { opml })).toMatchObject({ named: 2, added: 1, alreadyFollowed: 0, folders: 2, invalid: ['not an address'] });
    expect(await call('importOpml', { opml })).toMatchObject({ named: 2, added: 1, alreadyFollowed: 0, folders: 2, invalid: ['not an address'] });
    expect(await call('importOpml', { opml })).toMatchObject({ added: 0, alreadyFollowed: 1, repeated: 0 });
    expect(await call('importProgress', {})).toMatchObject({ running: false });
    const exported = await call('exportOpml', {});
    expect(exported.opml).toMatch(new RegExp(`Mines &amp; magnets[^]*内蒙古[^]*xmlUrl="${publisher.feedUrl}"`));
    await call('unsubscribe', { feedId: (await call('listFeeds', {})).feeds[0]?.id ?? 0 });
    expect(await call('importOpml', { opml: exported.opml })).toMatchObject({ named: 1, added: 1 });
  }, SLOW);

  test('folders and titles are the person’s own', async () => {
    const { publisher, call } = await bench();
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    const { folder } = await call('createFolder', { title: 'Oxides' });
    expect((await call('moveFeed', { feedId, folderId: folder.id })).feed.folderId).toBe(folder.id);
    expect((await call('renameFeed', { feedId, title: '分离周刊' })).feed.title).toBe('分离周刊');
    expect((await call('renameFeed', { feedId, title: '' })).feed.title).toBe('Separation Weekly');
    await call('deleteFolder', { folderId: folder.id });
    expect(await call('listFeeds', {})).toMatchObject({ folders: [], feeds: [{ folderId: null }] });
  }, SLOW);

  test('settings are kept from one start to the next', async () => {
    const { profile, call, reopen } = await bench();
    expect(await call('setSettings', { theme: 'dark', textSize: 20 })).toMatchObject({ theme: 'dark', textSize: 20, refreshMinutes: 30 });
    expect(await call('appInfo', {})).toMatchObject({ profile, platform: process.platform });
    await reopen();
    expect(await call('getSettings', {})).toMatchObject({ theme: 'dark', textSize: 20 });
  }, SLOW);

  test('every failure has its code', async () => {
    const { publisher, fails } = await bench();
    expect(await fails('listFoods', {})).toBe('unknown-method');
    expect(await fails('toString', {})).toBe('unknown-method');
    expect(await fails('listArticles', { scope: { kind: 'all' }, limit: 0 })).toBe('invalid-argument');
    expect(await fails('listFeeds', { extra: 1 })).toBe('invalid-argument');
    for (const args of [[], [{}], null, 'text', 7]) expect(await fails('listFeeds', args)).toBe('invalid-argument');
    expect(await fails('setSettings', { theme: 'purple' })).toBe('invalid-argument');
    expect(await fails('getArticle', { articleId: 1 })).toBe('article-missing');
    expect(await fails('renameFeed', { feedId: 9, title: 'x' })).toBe('feed-missing');
    expect(await fails('deleteFolder', { folderId: 9 })).toBe('folder-missing');
    expect(await fails('subscribe', { url: 'ftp://127.0.0.1/feed.xml' })).toBe('unsupported-scheme');
    expect(await fails('subscribe', { url: 'file:///etc/passwd' })).toBe('unsupported-scheme');
    expect(await fails('subscribe', { url: 'http://' })).toBe('invalid-address');
    expect(await fails('subscribe', { url: `${publisher.origin}/plain` })).toBe('no-feed-found');
    expect(await fails('subscribe', { url: `${publisher.origin}/forbidden` })).toBe('forbidden');
    expect(await fails('subscribe', { url: `${publisher.origin}/gone` })).toBe('gone');
    expect(await fails('subscribe', { url: `${publisher.origin}/nowhere.xml` })).toBe('not-found');
    expect(await fails('importOpml', { opml: 'no outline at all' })).toBe('not-opml');
  }, SLOW);

  test('following twice is refused, and names the feed that is followed already', async () => {
    const { publisher, ask, call } = await bench();
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    expect(await ask('subscribe', { url: publisher.feedUrl })).toMatchObject({ ok: false, error: { code: 'already-subscribed', detail: { feedId } } });
  }, SLOW);

  // A command ends with its answer and tells nothing more.
  if (carrier === commandLine) return;

  test('what changed is told, never its new state', async () => {
    const { publisher, call, onEvent } = await bench();
    const heard: ReaderEvent[] = [];
    const stop = onEvent?.((event) => heard.push(event));
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    await expect.poll(() => heard.find((event) => event.kind === 'articles')).toEqual({ kind: 'articles', feedIds: [feedId] });
    const { articles } = await call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    await call('setRead', { articleIds: [articles[0]?.id ?? 0], read: true });
    await expect.poll(() => heard.find((event) => event.kind === 'status')).toEqual({ kind: 'status', articleIds: [articles[0]?.id] });
    await call('setSettings', { theme: 'light' });
    await expect.poll(() => heard.some((event) => event.kind === 'settings')).toBe(true);
    stop?.();
  }, SLOW);

  test('a copy that was made is listed, and restored it is the library of then, with what follows on it', async () => {
    const { publisher, call, fails } = await bench();
    const { feedId } = await call('subscribe', { url: publisher.feedUrl });
    const { backup } = await call('makeBackup', {});
    expect(await call('backups', {})).toMatchObject({ backups: [backup], lastAt: expect.any(Number) as number, failure: null, restored: null });
    await call('unsubscribe', { feedId });
    expect(await call('restoreBackup', { name: backup.name })).toEqual({ backup });
    expect((await call('listFeeds', {})).feeds).toMatchObject([{ id: feedId, title: 'Separation Weekly' }]);
    const { articles } = await call('listArticles', { scope: { kind: 'all' }, limit: 1 });
    expect(await call('setBookmarked', { articleId: articles[0]?.id ?? 0, bookmarked: true })).toEqual({ bookmarked: true });
    expect(await fails('restoreBackup', { name: 'monazite-v1-1.db' })).toBe('backup-missing');
    expect(await fails('restoreBackup', { name: '' })).toBe('backup-missing');
  }, SLOW);
});

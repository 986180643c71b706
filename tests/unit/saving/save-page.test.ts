import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { SavePreview } from '../../../electron/contract/saving.ts';
import { savedFilePath } from '../../../electron/core/saving/saved-file-path.ts';
import { pageHtml, pdf, PNG, TITLE } from '../../fixtures/saved/made-files.ts';
import { openReadingRoom } from '../reader/reading-room.ts';
import { feed, startFeedServer, type Handler } from '../refresh/feed-server.ts';
import { html, savingDesk } from './saving-desk.ts';

const desk = savingDesk();
const { bookmarks, handIn, page } = desk;

describe('an address', () => {
  test('is seen before it is saved, fetched once for both, and becomes a bookmark with text, facts and images', async () => {
    const url = page();
    const preview = await desk.room.api.previewSave({ url });
    expect(preview).toMatchObject({ kind: 'page', title: TITLE, outlet: 'Oxide & Alloy', publishedAt: Date.UTC(2025, 10, 16, 1, 30), images: 1, alreadySaved: null, failure: null } satisfies Partial<SavePreview>);
    expect(preview.words).toBeGreaterThan(60);
    const images = await desk.room.api.previewSaveImages({ url });
    expect(images.thumbnail).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
    expect(images.bytes).toBeGreaterThan(PNG.length + 300);
    expect(await bookmarks()).toEqual([]);
    const { articleId, state, bookmarked } = await desk.room.api.savePage({ url, tags: ['Jiangxi'], note: 'Compare.' });
    expect([state, bookmarked, desk.server.countOf('/ponds'), desk.server.countOf('/pond.png')]).toEqual(['text', true, 1, 1]);
    expect(await bookmarks()).toEqual([{ id: articleId, title: TITLE, feedTitle: 'Oxide & Alloy', tags: ['Jiangxi'], note: 'Compare.', kept: 'full' }]);
    const article = await desk.room.api.getArticle({ articleId });
    expect(article).toMatchObject({ textOrigin: 'page', wholeness: 'none', authors: ['Mara Lind'], publishedAt: Date.UTC(2025, 10, 16, 1, 30), facts: { headings: [{ text: 'What they found' }] }, images: [{ state: 'kept' }] });
    expect(article.contentHtml).toContain('closed pipes');
    // The text is frozen once, under its title.
    expect((await desk.room.api.evidence({ articleId })).copies).toMatchObject([{ title: TITLE, origin: 'page', images: 1 }]);
    expect((await desk.room.api.listFeeds({})).feeds).toEqual([]);
  });

  test('saved again is the same article; tags and notes are joined, and nothing is taken back', async () => {
    const url = page();
    const first = await desk.room.api.savePage({ url, tags: ['a'], note: 'One.' });
    const again = await desk.room.api.savePage({ url: `${url}?utm_source=mail#top`, tags: ['b'], note: 'Two.' });
    await desk.room.api.savePage({ url, note: 'Two.' });
    expect([again.articleId, first.bookmarked, again.bookmarked]).toEqual([first.articleId, true, false]);
    expect(await bookmarks()).toMatchObject([{ tags: ['a', 'b'], note: 'One.\n\nTwo.' }]);
    expect((await desk.room.api.previewSave({ url })).alreadySaved).toBe(first.articleId);
    desk.server.on('/ponds', (_request, response) => void response.writeHead(500).end());
    await desk.room.api.savePage({ url: `${url}#later` });
    expect((await desk.room.api.getArticle({ articleId: first.articleId })).contentHtml).toContain('closed pipes');
  });

  test('of an article of a followed feed bookmarks that article where it is, and gives it the text that the feed left out', async () => {
    const url = page();
    await desk.room.api.subscribe({ url: desk.server.on('/feed', feed(() => `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ponds</title><link>${url}</link><description>Short.</description></item></channel></rss>`)) });
    const { articles: [own] } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 1 });
    const saved = await desk.room.api.savePage({ url, tags: ['x'] });
    expect([saved.articleId, saved.bookmarked]).toEqual([own?.id, true]);
    expect(await bookmarks()).toMatchObject([{ title: 'Ponds', feedTitle: 'Oxide', tags: ['x'] }]);
    expect((await desk.room.api.getArticle({ articleId: saved.articleId })).textOrigin).toBe('page');
    // The page says something else by now, though its item in the feed is what it was: both are kept.
    await desk.room.api.savePage({ url: desk.server.on('/ponds?utm_source=again', html(pageHtml().replaceAll('closed pipes', 'open ditches'))) });
    expect((await desk.room.api.getArticle({ articleId: saved.articleId })).contentHtml).toContain('open ditches');
    const copies = (await desk.room.api.evidence({ articleId: saved.articleId })).copies.filter(({ origin }) => origin === 'page');
    expect(copies).toHaveLength(2);
    const { blocks } = await desk.room.api.compareCopies({ from: copies[0]?.id ?? 0, to: copies[1]?.id ?? 0 });
    expect(blocks.flatMap(({ parts }) => parts).filter(({ change }) => change !== 'kept').map(({ text }) => text).join(' ')).toBe('closed open pipes ditches');
  });

  test('that leads to the front of its site is not the one of another that does', async () => {
    desk.server.on('/', html(pageHtml()));
    const [first, second] = ['/gone/1', '/gone/2'].map((path) => desk.server.on(path, (_request, response) => void response.writeHead(302, { location: '/' }).end()));
    const { articleId } = await desk.room.api.savePage({ url: first ?? '' });
    expect((await desk.room.api.savePage({ url: second ?? '' })).articleId).not.toBe(articleId);
    expect((await desk.room.api.savePage({ url: first ?? '' })).articleId).toBe(articleId);
  });

  test('that prints a day alone has that day, whatever day it is in Greenwich at its midnight', async () => {
    const url = desk.server.on('/day', html(pageHtml().replace('2025-11-16T09:30:00+08:00', '2025-11-16T00:00:00+08:00')));
    expect(await desk.room.api.previewSave({ url })).toMatchObject({ publishedAt: Date.UTC(2025, 10, 15, 16), dayOnly: true, facts: { publishedDay: '2025-11-16' } });
    const { articleId } = await desk.room.api.savePage({ url });
    expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ publishedAt: Date.UTC(2025, 10, 15, 16), publishedDay: '2025-11-16' });
  });

  test('without images keeps the text alone', async () => {
    const { articleId } = await desk.room.api.savePage({ url: page(), images: false });
    const { images, contentHtml, kept } = await desk.room.api.getArticle({ articleId });
    expect([images, contentHtml.includes('<img'), kept]).toEqual([[], false, 'full']);
    expect(desk.server.countOf('/pond.png')).toBe(0);
  });

  test.each([
    ['refuses', (): Handler => (_request, response) => void response.writeHead(401).end('no'), 'unauthorized'],
    ['shows a wall', (): Handler => html('<!doctype html><title>Ponds</title><meta property="og:title" content="Ponds behind a wall"><body><article><h1>Ponds</h1><p>Read on by subscription.</p></article><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ponds behind a wall","isAccessibleForFree":false}</script>'), 'login-wall'],
  ])('of a page that %s keeps the link and says why', async (_how, handler, code) => {
    const url = desk.server.on('/wall', handler());
    expect(await desk.room.api.previewSave({ url })).toMatchObject({ failure: { code }, words: 0 });
    const { articleId, state, failure } = await desk.room.api.savePage({ url, tags: ['later'] });
    expect([state, failure?.code]).toEqual(['link', code]);
    expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ url, contentHtml: '', bookmarked: true, fullText: { state: 'failed', code } });
  });

  test('that is none is refused', async () => {
    await expect(desk.room.api.savePage({ url: 'not an address' })).rejects.toMatchObject({ code: 'invalid-address' });
    await expect(desk.room.api.previewSave({ url: 'ftp://oxide.example/x' })).rejects.toMatchObject({ code: 'unsupported-scheme' });
  });
});

describe('an address that leads to a PDF', () => {
  const bytes = pdf();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const given: Handler = (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(bytes);

  test('gives the file, its text and its pages, asked once for look and saving; nothing is left on the way', async () => {
    desk.server.on('/files/quota%202026.pdf', given);
    const url = desk.server.on('/notice', (_request, response) => void response.writeHead(302, { location: '/files/quota%202026.pdf' }).end());
    expect(await desk.room.api.previewSave({ url })).toMatchObject({ kind: 'pdf', title: 'Quota notice for 2026', url: `${desk.server.origin}/files/quota%202026.pdf`, pages: 2, bytes: bytes.length, failure: null });
    const { articleId, state, failure } = await desk.room.api.savePage({ url, tags: ['quota'] });
    expect([state, failure, desk.server.countOf('/files/quota%202026.pdf')]).toEqual(['text', null, 1]);
    const article = await desk.room.api.getArticle({ articleId });
    expect(article).toMatchObject({ url: `${desk.server.origin}/files/quota%202026.pdf`, textOrigin: 'page', savedFile: { name: 'quota 2026.pdf', pages: 2, bytes: bytes.length, sha256 } });
    expect(article.contentHtml).toContain('one hundred and thirty five thousand tonnes');
    expect(readFileSync(savedFilePath(desk.room.profile, sha256)).equals(bytes)).toBe(true);
    expect(readdirSync(join(desk.room.profile, 'exchange'))).toEqual([]);
    expect((await desk.room.api.savePage({ url })).articleId).toBe(articleId);
  });

  test('that is locked keeps the link and says why', async () => {
    const url = desk.server.on('/locked.pdf', (_request, response) => void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(pdf({ locked: true })));
    expect(await desk.room.api.savePage({ url })).toMatchObject({ state: 'link', failure: { code: 'file-encrypted' } });
    expect(readdirSync(join(desk.room.profile, 'exchange'))).toEqual([]);
  });

  test('without network follows as a file when there is one', async () => {
    const { port } = new URL(desk.server.origin);
    await desk.room.close();
    desk.room = openReadingRoom({ unattended: true });
    const rssFeed = feed(() => '<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ore</title></item></channel></rss>');
    await desk.room.api.subscribe({ url: desk.server.on('/feed', rssFeed) });
    await desk.server.close();
    const { articleId } = await desk.room.api.savePage({ url: `http://127.0.0.1:${port}/quota.pdf` });
    desk.server = await startFeedServer(Number(port));
    desk.server.on('/feed', rssFeed);
    desk.server.on('/quota.pdf', given);
    await desk.room.api.refresh({});
    await vi.waitFor(async () => expect((await desk.room.api.getArticle({ articleId })).savedFile).toMatchObject({ pages: 2, sha256 }), 10_000);
  });
});

test('without network the link is kept, and its text, title and date come with the network', async () => {
  const { port } = new URL(desk.server.origin);
  await desk.server.close();
  const url = `http://127.0.0.1:${port}/ponds`;
  const { articleId, state, failure } = await desk.room.api.savePage({ url, note: 'Read it.' });
  expect([state, failure?.code]).toEqual(['link', 'host-unreachable']);
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ title: `127.0.0.1:${port}/ponds`, fullText: { state: 'none' } });
  desk.server = await startFeedServer(Number(port));
  page();
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ title: TITLE, feedTitle: 'Oxide & Alloy', publishedAt: Date.UTC(2025, 10, 16, 1, 30), fullText: { state: 'kept' } });
  expect((await desk.room.api.evidence({ articleId })).copies).toMatchObject([{ title: TITLE }]);
});

const untitled = (title: string): string => pageHtml().replace(/<title>[^<]*<\/title>/, title).replaceAll(/<meta[^>]*og:title[^>]*>/g, '').replaceAll(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');

test('a page without a title is named by its heading, be it read at once or once there is a network', async () => {
  expect(untitled('')).not.toContain('<title>');
  for (const [path, title] of [['/one', ''], ['/two', '<title>Untitled document</title>']] as const) {
    expect(await desk.room.api.savePage({ url: desk.server.on(path, html(untitled(title))) })).toMatchObject({ title: TITLE, state: 'text' });
  }
  expect(await desk.room.api.savePage(await handIn(untitled(''), 'page (3).html'))).toMatchObject({ title: TITLE });
  const { port } = new URL(desk.server.origin);
  await desk.server.close();
  const { articleId } = await desk.room.api.savePage({ url: `http://127.0.0.1:${port}/three` });
  desk.server = await startFeedServer(Number(port));
  desk.server.on('/three', html(untitled('')));
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ title: TITLE });
});

test('with the network the text of saved links comes by itself, though nobody opens them', async () => {
  const { port } = new URL(desk.server.origin);
  await desk.room.close();
  desk.room = openReadingRoom({ unattended: true });
  const rssFeed = feed(() => '<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ore</title></item></channel></rss>');
  await desk.room.api.subscribe({ url: desk.server.on('/feed', rssFeed) });
  await desk.server.close();
  const { articleId } = await desk.room.api.savePage({ url: `http://127.0.0.1:${port}/ponds` });
  desk.server = await startFeedServer(Number(port));
  page();
  desk.server.on('/feed', rssFeed);
  await desk.room.api.refresh({});
  await vi.waitFor(async () => expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ title: TITLE, fullText: { state: 'kept' } }), 10_000);
});

test('what is being saved when the engine ends is stored as a link', async () => {
  const asked = Promise.withResolvers<void>();
  const url = desk.server.on('/slow', () => asked.resolve());
  const saving = desk.room.api.savePage({ url });
  await asked.promise;
  const { store } = desk.room;
  // Read as soon as it is answered: the store closes after.
  const stored = (async () => {
    await saving;
    return store.all("SELECT title FROM articles WHERE url LIKE '%/slow'");
  })();
  const [titles] = await Promise.all([stored, desk.room.close()]);
  expect(titles).toHaveLength(1);
});

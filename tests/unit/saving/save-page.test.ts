import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { SavePreview } from '../../../electron/contract/saving.ts';
import { receiveFile } from '../../../electron/core/exchange/exchange-file.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { savedFilePath } from '../../../electron/core/saving/saved-file-path.ts';
import { sweepSavedFiles } from '../../../electron/core/saving/saved-file-store.ts';
import { mhtml, pageHtml, pdf, PLAIN, PNG, TITLE } from '../../fixtures/saved/made-files.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { feed, startFeedServer, type FeedServer, type Handler } from '../refresh/feed-server.ts';

let server: FeedServer;
let room: ReadingRoom;

beforeEach(async () => {
  server = await startFeedServer();
  server.on('/pond.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(PNG));
  room = openReadingRoom();
});
afterEach(async () => {
  const { faults } = room;
  await room.close();
  await server.close();
  if (faults.length > 0) throw new AggregateError(faults);
});

const html = (body: string): Handler => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
const page = (): string => server.on('/ponds', html(pageHtml()));

async function handIn(content: string | Uint8Array, name: string): Promise<{ file: string; name: string }> {
  const { file } = await receiveFile(room.profile, Readable.from([Buffer.from(content)]));
  return { file, name };
}

const bookmarks = async (): Promise<{ id: number; title: string; feedTitle: string; tags: string[]; note: string; kept: string }[]> =>
  (await room.api.listBookmarks({ limit: 20 })).bookmarks.map(({ id, title, feedTitle, tags, note, kept }) => ({ id, title, feedTitle, tags: tags.map((tag) => tag.title), note, kept }));

describe('an address', () => {
  test('is seen before it is saved, fetched once for both, and becomes a bookmark with text, facts and images', async () => {
    const url = page();
    const preview = await room.api.previewSave({ url });
    expect(preview).toMatchObject({ kind: 'page', title: TITLE, outlet: 'Oxide & Alloy', publishedAt: Date.UTC(2025, 10, 16, 1, 30), images: 1, alreadySaved: null, failure: null } satisfies Partial<SavePreview>);
    expect(preview.words).toBeGreaterThan(60);
    const images = await room.api.previewSaveImages({ url });
    expect(images.thumbnail).toBe(`data:image/png;base64,${PNG.toString('base64')}`);
    expect(images.bytes).toBeGreaterThan(PNG.length + 300);
    expect(await bookmarks()).toEqual([]);
    const { articleId, state, bookmarked } = await room.api.savePage({ url, tags: ['Jiangxi'], note: 'Compare.' });
    expect([state, bookmarked, server.countOf('/ponds'), server.countOf('/pond.png')]).toEqual(['text', true, 1, 1]);
    expect(await bookmarks()).toEqual([{ id: articleId, title: TITLE, feedTitle: 'Oxide & Alloy', tags: ['Jiangxi'], note: 'Compare.', kept: 'full' }]);
    const article = await room.api.getArticle({ articleId });
    expect(article).toMatchObject({ textOrigin: 'page', wholeness: 'none', authors: ['Mara Lind'], publishedAt: Date.UTC(2025, 10, 16, 1, 30), facts: { headings: [{ text: 'What they found' }] }, images: [{ state: 'kept' }] });
    expect(article.contentHtml).toContain('closed pipes');
    // The text is frozen once, under its title.
    expect((await room.api.evidence({ articleId })).copies).toMatchObject([{ title: TITLE, origin: 'page', images: 1 }]);
    expect((await room.api.listFeeds({})).feeds).toEqual([]);
  });

  test('saved again is the same article; tags and notes are joined, and nothing is taken back', async () => {
    const url = page();
    const first = await room.api.savePage({ url, tags: ['a'], note: 'One.' });
    const again = await room.api.savePage({ url: `${url}?utm_source=mail#top`, tags: ['b'], note: 'Two.' });
    await room.api.savePage({ url, note: 'Two.' });
    expect([again.articleId, first.bookmarked, again.bookmarked]).toEqual([first.articleId, true, false]);
    expect(await bookmarks()).toMatchObject([{ tags: ['a', 'b'], note: 'One.\n\nTwo.' }]);
    expect((await room.api.previewSave({ url })).alreadySaved).toBe(first.articleId);
    server.on('/ponds', (_request, response) => void response.writeHead(500).end());
    await room.api.savePage({ url: `${url}#later` });
    expect((await room.api.getArticle({ articleId: first.articleId })).contentHtml).toContain('closed pipes');
  });

  test('of an article of a followed feed bookmarks that article where it is, and gives it the text that the feed left out', async () => {
    const url = page();
    await room.api.subscribe({ url: server.on('/feed', feed(() => `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ponds</title><link>${url}</link><description>Short.</description></item></channel></rss>`)) });
    const { articles: [own] } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 1 });
    const saved = await room.api.savePage({ url, tags: ['x'] });
    expect([saved.articleId, saved.bookmarked]).toEqual([own?.id, true]);
    expect(await bookmarks()).toMatchObject([{ title: 'Ponds', feedTitle: 'Oxide', tags: ['x'] }]);
    expect((await room.api.getArticle({ articleId: saved.articleId })).textOrigin).toBe('page');
    // The page says something else by now, though its item in the feed is what it was: both are kept.
    await room.api.savePage({ url: server.on('/ponds?utm_source=again', html(pageHtml().replaceAll('closed pipes', 'open ditches'))) });
    expect((await room.api.getArticle({ articleId: saved.articleId })).contentHtml).toContain('open ditches');
    const copies = (await room.api.evidence({ articleId: saved.articleId })).copies.filter(({ origin }) => origin === 'page');
    expect(copies).toHaveLength(2);
    const { blocks } = await room.api.compareCopies({ from: copies[0]?.id ?? 0, to: copies[1]?.id ?? 0 });
    expect(blocks.flatMap(({ parts }) => parts).filter(({ change }) => change !== 'kept').map(({ text }) => text).join(' ')).toBe('closed open pipes ditches');
  });

  test('that leads to the front of its site is not the one of another that does', async () => {
    server.on('/', html(pageHtml()));
    const [first, second] = ['/gone/1', '/gone/2'].map((path) => server.on(path, (_request, response) => void response.writeHead(302, { location: '/' }).end()));
    const { articleId } = await room.api.savePage({ url: first ?? '' });
    expect((await room.api.savePage({ url: second ?? '' })).articleId).not.toBe(articleId);
    expect((await room.api.savePage({ url: first ?? '' })).articleId).toBe(articleId);
  });

  test('without images keeps the text alone', async () => {
    const { articleId } = await room.api.savePage({ url: page(), images: false });
    const { images, contentHtml, kept } = await room.api.getArticle({ articleId });
    expect([images, contentHtml.includes('<img'), kept]).toEqual([[], false, 'full']);
    expect(server.countOf('/pond.png')).toBe(0);
  });

  test.each([
    ['refuses', (): Handler => (_request, response) => void response.writeHead(401).end('no'), 'unauthorized'],
    ['shows a wall', (): Handler => html('<!doctype html><title>Ponds</title><meta property="og:title" content="Ponds behind a wall"><body><article><h1>Ponds</h1><p>Read on by subscription.</p></article><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ponds behind a wall","isAccessibleForFree":false}</script>'), 'login-wall'],
  ])('of a page that %s keeps the link and says why', async (_how, handler, code) => {
    const url = server.on('/wall', handler());
    expect(await room.api.previewSave({ url })).toMatchObject({ failure: { code }, words: 0 });
    const { articleId, state, failure } = await room.api.savePage({ url, tags: ['later'] });
    expect([state, failure?.code]).toEqual(['link', code]);
    expect(await room.api.getArticle({ articleId })).toMatchObject({ url, contentHtml: '', bookmarked: true, fullText: { state: 'failed', code } });
  });

  test('that is none is refused', async () => {
    await expect(room.api.savePage({ url: 'not an address' })).rejects.toMatchObject({ code: 'invalid-address' });
    await expect(room.api.previewSave({ url: 'ftp://oxide.example/x' })).rejects.toMatchObject({ code: 'unsupported-scheme' });
  });
});

describe('an address that leads to a PDF', () => {
  const bytes = pdf();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const given: Handler = (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end(bytes);

  test('gives the file, its text and its pages, asked once for look and saving; nothing is left on the way', async () => {
    server.on('/files/quota%202026.pdf', given);
    const url = server.on('/notice', (_request, response) => void response.writeHead(302, { location: '/files/quota%202026.pdf' }).end());
    expect(await room.api.previewSave({ url })).toMatchObject({ kind: 'pdf', title: 'Quota notice for 2026', url: `${server.origin}/files/quota%202026.pdf`, pages: 2, bytes: bytes.length, failure: null });
    const { articleId, state, failure } = await room.api.savePage({ url, tags: ['quota'] });
    expect([state, failure, server.countOf('/files/quota%202026.pdf')]).toEqual(['text', null, 1]);
    const article = await room.api.getArticle({ articleId });
    expect(article).toMatchObject({ url: `${server.origin}/files/quota%202026.pdf`, textOrigin: 'page', savedFile: { name: 'quota 2026.pdf', pages: 2, bytes: bytes.length, sha256 } });
    expect(article.contentHtml).toContain('one hundred and thirty five thousand tonnes');
    expect(readFileSync(savedFilePath(room.profile, sha256)).equals(bytes)).toBe(true);
    expect(readdirSync(join(room.profile, 'exchange'))).toEqual([]);
    expect((await room.api.savePage({ url })).articleId).toBe(articleId);
  });

  test('that is locked keeps the link and says why', async () => {
    const url = server.on('/locked.pdf', (_request, response) => void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(pdf({ locked: true })));
    expect(await room.api.savePage({ url })).toMatchObject({ state: 'link', failure: { code: 'file-encrypted' } });
    expect(readdirSync(join(room.profile, 'exchange'))).toEqual([]);
  });

  test('without network follows as a file when there is one', async () => {
    const { port } = new URL(server.origin);
    await room.close();
    room = openReadingRoom({ unattended: true });
    const rssFeed = feed(() => '<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ore</title></item></channel></rss>');
    await room.api.subscribe({ url: server.on('/feed', rssFeed) });
    await server.close();
    const { articleId } = await room.api.savePage({ url: `http://127.0.0.1:${port}/quota.pdf` });
    server = await startFeedServer(Number(port));
    server.on('/feed', rssFeed);
    server.on('/quota.pdf', given);
    await room.api.refresh({});
    await vi.waitFor(async () => expect((await room.api.getArticle({ articleId })).savedFile).toMatchObject({ pages: 2, sha256 }), 10_000);
  });
});

test('without network the link is kept, and its text, title and date come with the network', async () => {
  const { port } = new URL(server.origin);
  await server.close();
  const url = `http://127.0.0.1:${port}/ponds`;
  const { articleId, state, failure } = await room.api.savePage({ url, note: 'Read it.' });
  expect([state, failure?.code]).toEqual(['link', 'host-unreachable']);
  expect(await room.api.getArticle({ articleId })).toMatchObject({ title: `127.0.0.1:${port}/ponds`, fullText: { state: 'none' } });
  server = await startFeedServer(Number(port));
  page();
  await room.api.keepFullText({ articleId, opened: true });
  expect(await room.api.getArticle({ articleId })).toMatchObject({ title: TITLE, feedTitle: 'Oxide & Alloy', publishedAt: Date.UTC(2025, 10, 16, 1, 30), fullText: { state: 'kept' } });
  expect((await room.api.evidence({ articleId })).copies).toMatchObject([{ title: TITLE }]);
});

const untitled = (title: string): string => pageHtml().replace(/<title>[^<]*<\/title>/, title).replaceAll(/<meta[^>]*og:title[^>]*>/g, '').replaceAll(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '');

test('a page without a title is named by its heading, be it read at once or once there is a network', async () => {
  expect(untitled('')).not.toContain('<title>');
  for (const [path, title] of [['/one', ''], ['/two', '<title>Untitled document</title>']] as const) {
    expect(await room.api.savePage({ url: server.on(path, html(untitled(title))) })).toMatchObject({ title: TITLE, state: 'text' });
  }
  expect(await room.api.savePage(await handIn(untitled(''), 'page (3).html'))).toMatchObject({ title: TITLE });
  const { port } = new URL(server.origin);
  await server.close();
  const { articleId } = await room.api.savePage({ url: `http://127.0.0.1:${port}/three` });
  server = await startFeedServer(Number(port));
  server.on('/three', html(untitled('')));
  await room.api.keepFullText({ articleId, opened: true });
  expect(await room.api.getArticle({ articleId })).toMatchObject({ title: TITLE });
});

test('with the network the text of saved links comes by itself, though nobody opens them', async () => {
  const { port } = new URL(server.origin);
  await room.close();
  room = openReadingRoom({ unattended: true });
  const rssFeed = feed(() => '<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title><item><guid>1</guid><title>Ore</title></item></channel></rss>');
  await room.api.subscribe({ url: server.on('/feed', rssFeed) });
  await server.close();
  const { articleId } = await room.api.savePage({ url: `http://127.0.0.1:${port}/ponds` });
  server = await startFeedServer(Number(port));
  page();
  server.on('/feed', rssFeed);
  await room.api.refresh({});
  await vi.waitFor(async () => expect(await room.api.getArticle({ articleId })).toMatchObject({ title: TITLE, fullText: { state: 'kept' } }), 10_000);
});

describe('a file', () => {
  test('of text is one article however often it is saved, and needs no network', async () => {
    const first = await room.api.savePage(await handIn(PLAIN, 'copy.txt'));
    const again = await room.api.savePage(await handIn(PLAIN, 'renamed.txt'));
    expect([again.articleId, server.requests]).toEqual([first.articleId, []]);
    expect(await bookmarks()).toMatchObject([{ title: 'Dysprosium oxide climbs for a sixth session', feedTitle: 'SMM', kept: 'full' }]);
  });

  test('in MHTML is the same article as its page, with the images that came inside it', async () => {
    const url = page();
    const saved = await room.api.savePage(await handIn(mhtml(url, `${server.origin}/pond.png`), 'ponds.mhtml'));
    expect(server.requests).toEqual([]);
    const { images, contentHtml } = await room.api.getArticle({ articleId: saved.articleId });
    expect(images).toMatchObject([{ state: 'kept' }]);
    expect(readFileSync(imagePath(room.profile, images[0]?.key ?? '')).equals(PNG)).toBe(true);
    expect(contentHtml).toContain(`img/${images[0]?.key}`);
    expect((await room.api.savePage({ url })).articleId).toBe(saved.articleId);
  });

  test('in PDF is kept under its hash beside its text, and goes when no article names it', async () => {
    const bytes = pdf();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const incoming = await handIn(bytes, 'quota notice.pdf');
    expect(await room.api.previewSave(incoming)).toMatchObject({ kind: 'pdf', pages: 2, bytes: bytes.length });
    const { articleId } = await room.api.savePage(incoming);
    expect(await room.api.getArticle({ articleId })).toMatchObject({ title: 'Quota notice for 2026', savedFile: { name: 'quota notice.pdf', type: 'application/pdf', bytes: bytes.length, pages: 2, sha256 } });
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    utimesSync(savedFilePath(room.profile, sha256), yesterday, yesterday);
    await sweepSavedFiles(room.store);
    expect(readFileSync(savedFilePath(room.profile, sha256)).equals(bytes)).toBe(true);
    room.store.run('DELETE FROM saved_files');
    await sweepSavedFiles(room.store);
    expect(existsSync(savedFilePath(room.profile, sha256))).toBe(false);
  });

  test('is not another one of its title: both are kept, and each is known again by its bytes', async () => {
    const [first, second] = [pdf({ title: 'Annual report' }), pdf({ title: 'Annual report', pages: [['Quite another text of another company that mines monazite sands on a far beach, by the tonne,', 'and sells it to a separator who pays by the kilogram of oxide that it can win from them.']] })];
    const { articleId } = await room.api.savePage(await handIn(first, '2024.pdf'));
    const other = await room.api.savePage(await handIn(second, '2025.pdf'));
    expect([other.bookmarked, other.articleId === articleId]).toEqual([true, false]);
    await sweepSavedFiles(room.store);
    for (const bytes of [first, second]) expect(existsSync(savedFilePath(room.profile, createHash('sha256').update(bytes).digest('hex')))).toBe(true);
    expect((await room.api.previewSave(await handIn(first, 'again.pdf'))).alreadySaved).toBe(articleId);
  });

  test('that was handed in goes as soon as it is saved, and stays where it was only looked at', async () => {
    const incoming = await handIn(PLAIN, 'copy.txt');
    await room.api.previewSave(incoming);
    expect(readdirSync(join(room.profile, 'exchange'))).toEqual([incoming.file]);
    await room.api.savePage(incoming);
    expect(readdirSync(join(room.profile, 'exchange'))).toEqual([]);
  });

  test('that was only looked at goes when nobody wants it any more, with what was held of it', async () => {
    const [incoming, other] = [await handIn(PLAIN, 'copy.txt'), await handIn(PLAIN, 'other.txt')];
    await room.api.previewSave(incoming);
    await room.api.forgetFile({ file: incoming.file });
    expect(readdirSync(join(room.profile, 'exchange'))).toEqual([other.file]);
    await expect(room.api.savePage(incoming)).rejects.toMatchObject({ code: 'file-missing' });
    await room.api.forgetFile({ file: incoming.file });
    expect(await bookmarks()).toEqual([]);
  });

  test('that cannot be read is refused by name, and leaves nothing', async () => {
    await expect(room.api.savePage(await handIn(pdf({ locked: true }), 'locked.pdf'))).rejects.toMatchObject({ code: 'file-encrypted', detail: { name: 'locked.pdf' } });
    await expect(room.api.savePage({ file: '0'.repeat(32), name: 'gone.txt' })).rejects.toMatchObject({ code: 'file-missing' });
    expect(await bookmarks()).toEqual([]);
  });
});

test('what is being saved when the engine ends is stored as a link', async () => {
  const asked = Promise.withResolvers<void>();
  const url = server.on('/slow', () => asked.resolve());
  const saving = room.api.savePage({ url });
  await asked.promise;
  const { store } = room;
  // Read as soon as it is answered: the store closes after.
  const stored = (async () => {
    await saving;
    return store.all("SELECT title FROM articles WHERE url LIKE '%/slow'");
  })();
  const [titles] = await Promise.all([stored, room.close()]);
  expect(titles).toHaveLength(1);
});

import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { png } from '../image/made-images.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { feed, startFeedServer, status, type FeedServer } from '../refresh/feed-server.ts';

const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

let server: FeedServer;
let room: ReadingRoom;
let summary: string;
let items: string[];

beforeEach(async () => {
  server = await startFeedServer();
  room = openReadingRoom();
  summary = 'Halden puts off its study. The shares fell.';
  items = ['halden', 'other'];
  server.on('/pit.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(600, 400)));
  server.on('/halden', (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><title>Halden</title><body><article><h1>Halden</h1><p><img src="/pit.png" alt="The pit" width="600" height="400"></p>${SENTENCES}</article></body></html>`));
});

afterEach(async () => {
  await room.close();
  await server.close();
});

const document = (): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title>${items.map((slug) => `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${server.origin}/${slug}</link><description>${summary}</description></item>`).join('')}</channel></rss>`;

/** All that is had of a bookmark, with the bytes of its images. */
async function everything(articleId: ArticleId): Promise<unknown> {
  const { contentHtml, textOrigin, facts, fullText, images, kept, bookmarked } = await room.api.getArticle({ articleId });
  const rows = (sql: string): unknown[] => room.store.all(sql, articleId).map((row) => ({ ...(row as object) }));
  return {
    contentHtml, textOrigin, facts, fullText, images, kept, bookmarked,
    files: images.map(({ key }) => (existsSync(imagePath(room.profile, key)) ? readFileSync(imagePath(room.profile, key)).toString('base64') : null)),
    evidence: await room.api.evidence({ articleId }),
    page: rows('SELECT hex(html), facts, url FROM page_texts WHERE article_id = ?'),
    frozen: rows('SELECT id, hex(html), sha256 FROM frozen_texts WHERE article_id = ?'),
    bookmarks: (await room.api.listBookmarks({ limit: 10 })).bookmarks.map(({ id }) => id),
  };
}

test('behaviour 7: the text and images of its page, and all that was added, outlive page, item, source and every clean-up, byte for byte', async () => {
  const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(document)) });
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
  const articleId = articles.find(({ title }) => title === 'halden')?.id ?? 0;
  await room.api.keepFullText({ articleId });
  await room.api.keepImages({ articleId });
  await room.api.tagArticles({ articleIds: [articleId], add: ['quota', '稀土'] });
  await room.api.setNote({ articleId, text: 'For the weekly note.' });
  await room.api.addHighlight({ articleId, quote: 'tells of ore, acid', prefix: 'which ', suffix: ' and', start: 40, note: 'Which acid?' });
  const before = await everything(articleId);
  expect(before).toMatchObject({ kept: 'full', textOrigin: 'page', images: [{ state: 'kept' }] });

  server.on('/halden', status(404));
  server.on('/pit.png', status(404));
  expect(await room.api.keepFullText({ articleId })).toMatchObject({ state: 'kept' });
  await room.api.keepImages({ articleId });
  items = ['other'];
  await room.api.refresh({ feedIds: [feedId] });
  await room.api.setRead({ articleIds: articles.map(({ id }) => id), read: true });
  await room.api.cleanUp({ before: Date.now() + 1000 });
  await room.api.unsubscribe({ feedId });
  await room.api.cleanUp({ before: Date.now() + 1000 });
  await expect.poll(() => room.store.all('SELECT id FROM articles')).toHaveLength(1);
  room.store.db.exec('VACUUM');
  expect(await everything(articleId)).toEqual(before);
  expect(room.store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
});

test('behaviour 7: an item that is revised while its page is gone takes nothing from what the page gave', async () => {
  const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(document)) });
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 5 });
  const articleId = articles.find(({ title }) => title === 'halden')?.id ?? 0;
  await room.api.keepFullText({ articleId });
  await room.api.keepImages({ articleId });
  await room.api.setBookmarked({ articleId, bookmarked: true });
  summary = 'This story was removed.';
  server.on('/halden', status(404));
  await room.api.refresh({ feedIds: [feedId] });
  await room.api.keepFullText({ articleId, opened: true });
  const article = await room.api.getArticle({ articleId });
  expect(article).toMatchObject({ textOrigin: 'page', kept: 'full', contentHtml: expect.stringContaining('Paragraph 11') as string });
  expect((await room.api.evidence({ articleId })).copies.map(({ origin }) => origin)).toEqual(['page', 'feed', 'feed']);
});

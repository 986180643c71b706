import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exchangePath } from '../../../electron/core/exchange/exchange-file.ts';
import { png } from '../image/made-images.ts';
import { desk, follow, page, SENTENCES, TEASER } from './full-text-desk.ts';

test('an export says what the page says where the feed does not, and counts the images of its text alone', async () => {
  desk.items[0] = { slug: 'halden', text: `${TEASER} &lt;img src=&quot;/gone.png&quot; width=&quot;300&quot; height=&quot;200&quot;&gt;` };
  desk.server.on('/halden', (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><head><title>Halden</title><meta property="og:site_name" content="Metals Daily"><meta name="author" content="Lin Wei"><meta property="article:tag" content="Terbium"><meta property="article:published_time" content="2026-11-02T08:00:00Z"></head><body><article><h1>Halden</h1>${SENTENCES}</article></body></html>`));
  const { articleId } = await follow();
  await desk.room.api.keepFullText({ articleId });
  expect((await desk.room.api.getArticle({ articleId })).images).toHaveLength(1);
  const { file, imagesMissing } = await desk.room.api.exportArticles({ articleIds: [articleId], format: 'json' });
  const [article] = (JSON.parse(readFileSync(exchangePath(desk.room.profile, file), 'utf8')) as { articles: unknown[] }).articles;
  expect(article).toMatchObject({ outlet: 'Metals Daily', authors: ['Lin Wei'], published: '2026-11-02T08:00:00.000Z', publishedDay: null, topics: ['Terbium'] });
  expect(imagesMissing).toBe(0);
});

test('an article is full once the images of its page are here, and the images of both texts are its own', async () => {
  desk.server.on('/pit.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(png(600, 400)));
  desk.server.on('/halden', page(`<p><img src="/pit.png" alt="The pit" width="600" height="400"></p>${SENTENCES}`));
  const { articleId } = await follow();
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ kept: 'text', images: [{ state: 'pending' }] });
  await desk.room.api.keepImages({ articleId });
  expect(await desk.room.api.getArticle({ articleId })).toMatchObject({ kept: 'full', images: [{ state: 'kept' }] });
  expect((await desk.room.api.counts({})).offline).toBe(1);
});

const share = async (): Promise<unknown> => (await desk.room.api.sources({})).sources[0]?.fullText;

test('the share with full text counts page texts', async () => {
  desk.server.on('/halden', page());
  const { articleId } = await follow();
  expect(await share()).toBe(0);
  await desk.room.api.keepFullText({ articleId, opened: true });
  expect(await share()).toBe(1);
});

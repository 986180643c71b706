import { readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareText, quoteAt } from '../../../electron/contract/text-quote.ts';
import { exchangePath, newExchangeFile, receiveFile } from '../../../electron/core/exchange/exchange-file.ts';
import { ingestMarkup } from '../../../electron/core/refresh/ingest-markup.ts';
import { jsonElements } from '../../../electron/core/transfer/json-elements.ts';
import { openLinkFile } from '../../../electron/core/transfer/read-links.ts';
import { pageHtml, pdf, PNG, TITLE } from '../../fixtures/saved/made-files.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { startFeedServer, type FeedServer } from '../refresh/feed-server.ts';
import { exported, fullArticle, temporaryFolder } from './articles.ts';

let server: FeedServer;
const rooms: ReadingRoom[] = [];

beforeEach(async () => {
  server = await startFeedServer();
});
afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close();
  await server.close();
});

function opened(): ReadingRoom {
  const room = openReadingRoom();
  rooms.push(room);
  return room;
}

async function handed(room: ReadingRoom, content: string | Uint8Array): Promise<{ file: string; name: string }> {
  const { file } = await receiveFile(room.profile, Readable.from([Buffer.from(content)]));
  return { file, name: 'articles.json' };
}

/** All that an article is to a person, but for numbers that each library gives anew. */
async function seen({ api }: ReadingRoom): Promise<unknown[]> {
  const { bookmarks } = await api.listBookmarks({ limit: 50 });
  return await Promise.all(bookmarks.map(async ({ id, bookmarkedAt, tags, note, feedTitle }) => {
    const { title, url, authors, publishedAt, publishedDay, lang, contentHtml, images, summary } = await api.getArticle({ articleId: id });
    const { highlights, copies } = await api.evidence({ articleId: id });
    return {
      title, url, feedTitle, authors, publishedAt, publishedDay, lang, contentHtml, summary, bookmarkedAt, note, tags: tags.map((tag) => tag.title), images: images.map(({ key }) => key),
      highlights: highlights.map(({ quote, note: said, createdAt, place, paragraph }) => [quote, said, createdAt, place, paragraph]), sha256: copies.map((copy) => copy.sha256),
    };
  }));
}

describe('articles as JSON', () => {
  test('come back into an empty library as they were: text, tags, note, highlights, dates; again they are all known', async () => {
    const from = opened();
    server.on('/pond.png', (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(PNG));
    const url = server.on('/ponds', (_request, response) => void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageHtml()));
    const { articleId } = await from.api.savePage({ url, tags: ['Jiangxi', '稀土'], note: 'Compare.\n\nTwice.' });
    await from.api.addHighlight({ articleId, quote: 'two hundred and eleven', prefix: '', suffix: '', start: 0, note: 'Count "them".' });
    const quota = await from.api.savePage({ ...(await handed(from, pdf())), name: 'quota.pdf' });
    // The same words twice, each with a note of its own.
    const { contentHtml } = await from.api.getArticle({ articleId: quota.articleId });
    const bare = bareText(contentHtml.replaceAll(/<[^>]*>/gu, ''));
    const places = [bare.indexOf('the'), bare.lastIndexOf('the')];
    expect(places[1]).toBeGreaterThan(places[0] ?? 0);
    for (const start of places) await from.api.addHighlight({ articleId: quota.articleId, ...quoteAt(bare, start, start + 3), note: `At ${start}.` });
    const before = await seen(from);
    const { file, articles } = await from.api.exportArticles({ format: 'json' });
    expect(articles).toBe(2);
    const written = readFileSync(exchangePath(from.profile, file));

    const to = opened();
    const incoming = await handed(to, written);
    const preview = await to.api.previewImport(incoming);
    expect(preview).toMatchObject({ kind: 'articles', added: 2, known: 0, unreadableCount: 0, tags: 2, notes: 1, highlights: 3, texts: 2 });
    expect(await seen(to)).toEqual([]);
    expect(await to.api.importFile(incoming)).toEqual(preview);
    expect(await seen(to)).toEqual(before);
    // The picture is where it was: it comes when the article is opened.
    expect((await to.api.getArticle({ articleId: (await to.api.listBookmarks({ filter: { text: 'ponds' }, limit: 1 })).bookmarks[0]?.id ?? 0 })).title).toBe(TITLE);

    expect(await to.api.importFile(await handed(to, written))).toMatchObject({ added: 0, known: 2 });
    expect(await seen(to)).toEqual(before);
    // Into the library that they left, nothing is doubled.
    expect(await from.api.importFile(await handed(from, written))).toMatchObject({ added: 0, bookmarked: 0, known: 2 });
    expect(await seen(from)).toEqual(before);
  });

  test('bring their text to an article that has none, and never in place of one', async () => {
    const { bytes } = await exported('json', [fullArticle(temporaryFolder())]);
    const room = opened();
    const url = 'https://metals.example/a?x=1&y=%7B2%7D';
    const table = await handed(room, `url,title\n"${url}",Mine\n`);
    await room.api.importFile({ ...table, name: 'links.csv' });
    expect(await room.api.importFile(await handed(room, bytes))).toMatchObject({ kind: 'articles', added: 0, known: 1, texts: 1 });
    const { bookmarks: [first] } = await room.api.listBookmarks({ limit: 5 });
    const { contentHtml } = await room.api.getArticle({ articleId: first?.id ?? 0 });
    expect(contentHtml).toContain('It rose, and *stayed*.');
    await room.api.importFile(await handed(room, bytes.toString().replaceAll('It rose', 'It fell')));
    expect((await room.api.getArticle({ articleId: first?.id ?? 0 })).contentHtml).toBe(contentHtml);
  });
});

const document = (...articles: readonly unknown[]): string => JSON.stringify({ format: 'monazite-articles', version: 1, articles });

async function cut(from: AsyncIterable<string>): Promise<(string | null)[]> {
  const elements: (string | null)[] = [];
  for await (const element of jsonElements(from, 'articles')) elements.push(element);
  return elements;
}

async function* long(): AsyncGenerator<string> {
  yield '{"articles":[{"a":"';
  for (let at = 0; at < 9; at += 1) yield 'x'.repeat(1024 * 1024);
  yield '"},{"b":1}]}';
}

async function* deep(): AsyncGenerator<string> {
  yield `{"articles":[${'['.repeat(1_000_000)}`;
}

describe('JSON that a stranger wrote', () => {
  test('is sanitized: nothing runs, nothing is asked of the network, no picture of the library is borrowed', async () => {
    const room = opened();
    const html = `<p onclick="x()">A text that is long enough.</p><script>alert(1)</script><iframe src="https://evil.example"></iframe><img src="img/${'a'.repeat(32)}"><img src='img/${'b'.repeat(32)}'><img src="javascript:1"><a href="javascript:alert(1)">link</a><style>p{}</style><form action="https://evil.example"><input></form>`;
    const images = [{ key: 'a'.repeat(32), url: 'javascript:alert(1)' }, { key: 'b'.repeat(32), url: 'https://pics.example/"><script>alert(1)</script>' }];
    await room.api.importFile(await handed(room, document({ title: '<b>x</b>', url: 'https://a.example/', contentHtml: html, images, tags: ['ok'], highlights: [{ quote: '<script>', note: 1 }] })));
    const { bookmarks: [article] } = await room.api.listBookmarks({ limit: 5 });
    const { contentHtml, title } = await room.api.getArticle({ articleId: article?.id ?? 0 });
    expect(title).toBe('<b>x</b>');
    expect(contentHtml).toBe('<p>A text that is long enough.</p>link');
    expect(server.requests).toEqual([]);
  });

  test('is bounded, and what has another form costs itself alone', async () => {
    const room = opened();
    const many = document(
      null, 5, 'x', [], {}, { url: 5, title: ['x'] }, { url: 'javascript:alert(1)', title: 'no' }, { url: 'file:///etc/passwd' },
      { url: 'https://big.example/', title: 'x'.repeat(5000), tags: Array.from({ length: 5000 }, (_, at) => `t${at}`.repeat(50)), authors: Array.from({ length: 5000 }, () => 'a'), note: 'n'.repeat(200_000), highlights: Array.from({ length: 5000 }, (_, at) => ({ quote: `q${at}` })), published: 'never', saved: '+275760-09-13', publishedDay: '9999-99-99', lang: '!!', contentHtml: '<div>'.repeat(5000), images: 'x' },
    );
    const found = await room.api.importFile(await handed(room, many));
    expect(found).toMatchObject({ kind: 'articles', added: 1, unreadableCount: 5, highlights: 1000, cut: 1 });
    expect(found.tags).toBeLessThanOrEqual(1000);
    const { bookmarks: [article] } = await room.api.listBookmarks({ limit: 5 });
    expect(article).toMatchObject({ title: expect.stringMatching(/^x{400,500}…?$/) as string, note: 'n'.repeat(100_000) });
  });

  test.each([
    ['cut off', (whole: string) => whole.slice(0, -20), { added: 1, unreadableCount: 1 }],
    ['broken in one article', (whole: string) => whole.replace('"url":"https://b.example/"', '"url":https'), { added: 1, unreadableCount: 1 }],
    ['written out by another program', (whole: string) => JSON.stringify(JSON.parse(whole), null, 4), { added: 2, unreadableCount: 0 }],
    ['with a list of the same name inside', (whole: string) => whole.replace('"articles":', '"more":{"articles":[{"url":"https://c.example/"}]},"articles":'), { added: 2, unreadableCount: 0 }],
  ])('%s gives what it holds', async (_how, change, expected) => {
    const room = opened();
    const whole = document({ url: 'https://a.example/', title: 'a "]} [{ b' }, { url: 'https://b.example/', title: 'b' });
    expect(await room.api.importFile(await handed(room, change(whole)))).toMatchObject(expected);
  });

  test('of another program is refused', async () => {
    const room = opened();
    for (const content of ['{"format":"other","version":1,"articles":[]}', '{"format":"monazite-articles","version":2,"articles":[]}', '[]']) {
      await expect(room.api.previewImport(await handed(room, content))).rejects.toMatchObject({ code: 'not-links' });
    }
  });

  test('is cut the same wherever its pieces end, and one that is too long costs itself alone', async () => {
    const whole = '{"a":[{"x":1}],"articles":[{"t":"q\\"]}"},[1,{"b":[2]}],7,{"n":{"articles":[{}]}}],"z":"articles"}';
    const pieces = async function* (size: number): AsyncGenerator<string> {
      for (let at = 0; at < whole.length; at += size) yield whole.slice(at, at + size);
    };
    const expected = ['{"t":"q\\"]}"}', '[1,{"b":[2]}]', '{"n":{"articles":[{}]}}'];
    for (let size = 1; size <= whole.length; size += 1) expect(await cut(pieces(size))).toEqual(expected);
    expect(await cut(long())).toEqual([null, '{"b":1}']);
    expect(await cut(deep())).toEqual([null]);
  });

  test('of which the text is empty once it is clean brings the link alone', async () => {
    const room = opened();
    await room.api.importFile(await handed(room, document({ url: 'https://a.example/', title: 'a', contentHtml: '<script>1</script>' })));
    const { bookmarks: [article] } = await room.api.listBookmarks({ limit: 5 });
    expect(article).toMatchObject({ title: 'a', kept: 'headline' });
  });
});

test('a text keeps its pictures by their addresses, and loses those that have none', () => {
  const key = 'c'.repeat(32);
  const facts = { headline: null, headings: [], publishedAt: null, publishedFrom: null, zoneAssumed: false, dayOnly: false, modifiedAt: null, authors: [], outlet: null, source: null, tags: [], breadcrumb: [], lang: null, leadImage: null, canonicalUrl: null, related: [] };
  const page = ingestMarkup({ html: `<p><img src="img/${key}" alt="A"> and <img src="img/${'d'.repeat(32)}" alt="B"></p>`, url: 'https://a.example/x', images: [{ key, url: 'https://pics.example/a.png?x=1&y=2' }], facts });
  expect(page.images).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{32}$/) as string, url: 'https://pics.example/a.png?x=1&y=2' }]);
  expect(page.html).toBe(`<p><img src="img/${page.images[0]?.key}" alt="A" /> and </p>`);
});

test('a file of articles is told from a list of links by its beginning', async () => {
  const { path } = await newExchangeFile(temporaryFolder());
  writeFileSync(path, '\uFEFF {\n "format" : "monazite-articles", "version": 1, "articles": []}');
  expect((await openLinkFile(path, 'x.txt')).kind).toBe('articles');
});

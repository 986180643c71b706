import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { inflateBody } from '../../../electron/core/normalize/body.ts';
import type { IncomingArticle } from '../../../electron/core/normalize/incoming-article.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { IngestJob, IngestResult } from '../../../electron/core/refresh/ingest-job.ts';
import { sends, serve } from '../fetch/serve.ts';
import { atom, rss } from '../parse/parse.ts';

const NOW = Date.UTC(2026, 10, 20);
const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000 });
const ingest = createIngest({ fetcher });
afterAll(() => fetcher.close());

const job = (feedUrl: string, more: Partial<IngestJob> = {}): IngestJob => ({ feedUrl, validators: null, bodyHash: null, now: NOW, ...more });

type Fresh = Extract<IngestResult, { kind: 'fresh' }>;

/** A fresh result of which every article is whole. */
function fresh(result: IngestResult): Omit<Fresh, 'articles'> & { readonly articles: readonly IncomingArticle[] } {
  if (result.kind !== 'fresh') throw new Error(`expected articles, got ${JSON.stringify(result)}`);
  const articles = result.articles.flatMap((article) => ('body' in article ? [article] : []));
  expect(articles).toHaveLength(result.articles.length);
  return { ...result, articles };
}

describe('the trip of a feed', () => {
  const items = '<item><title>稀土</title><link>/a</link><guid>1</guid><pubDate>Wed, 02 Oct 2024 13:00:00 GMT</pubDate><description>&lt;p&gt;氧化镝&lt;/p&gt;</description></item>';

  it('ends in normal articles', async () => {
    const { url } = await serve(sends(rss(items), { etag: '"1"', 'cache-control': 'max-age=60' }));
    const result = fresh(await ingest.feed(job(url)));
    expect(result).toMatchObject({ feedKind: 'rss', facts: { title: 'Feed' }, finalUrl: `${url}/`, permanentUrl: null, maxAgeMs: 60_000, validators: { etag: '"1"', lastModified: null }, trip: { status: 200, bytes: Buffer.byteLength(rss(items)) } });
    expect(result.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(result.articles).toMatchObject([{ title: '稀土', url: `${url}/a`, publishedAt: Date.UTC(2024, 9, 2, 13), lang: 'zh', summary: '氧化镝' }]);
    expect(inflateBody(result.articles[0]?.body ?? new Uint8Array())).toBe('<p>氧化镝</p>');
  });

  it('takes a language that the feed does not name from the answer, where the text is written so', async () => {
    const french = '<item><title>Le dysprosium recule</title><guid>2</guid><description>Les prix baissent</description></item>';
    const { url } = await serve((request, response) => sends(rss(request.url === '/own' ? `<language>fr-BE</language>${french}` : `${items}${french}`), { 'content-language': 'fr-CA' })(request, response));
    expect(fresh(await ingest.feed(job(url))).articles.map(({ lang }) => lang)).toEqual(['zh', 'fr-CA']);
    expect(fresh(await ingest.feed(job(`${url}/own`))).articles.map(({ lang }) => lang)).toEqual(['fr-BE']);
  });

  it('ends at a 304, and at a body that is the same under new validators', async () => {
    let version = 0;
    const { url } = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"same"') response.writeHead(304).end();
      else sends(rss(items), { etag: `"${++version}"` })(request, response);
    });
    const first = fresh(await ingest.feed(job(url)));
    expect(await ingest.feed(job(url, { bodyHash: first.bodyHash, validators: first.validators }))).toEqual({ kind: 'notModified', permanentUrl: null, validators: { etag: '"2"', lastModified: null }, maxAgeMs: null, trip: { status: 200, bytes: expect.any(Number) as number, ms: expect.any(Number) as number } });
    expect(await ingest.feed(job(url, { validators: { etag: '"same"', lastModified: null } }))).toMatchObject({ kind: 'notModified', validators: { etag: '"same"' } });
  });

  it('behaviour 9: keeps what a document held before it was cut off, and asks for the rest with the validators of the last whole one', async () => {
    const whole = rss(`${items}${items.replaceAll('/a', '/b').replace('>1<', '>2<')}`);
    const { url } = await serve(sends(whole.slice(0, whole.lastIndexOf('<item>') + 40), { etag: '"cut"' }));
    const before = { validators: { etag: '"whole"', lastModified: null }, bodyHash: 'hash' };
    const result = fresh(await ingest.feed(job(url, before)));
    expect(result.articles[0]?.title).toBe('稀土');
    expect(result).toMatchObject({ ...before, knownItems: null });
  });

  it.each(['<rss><chan', '<rss version="2.0"><channel><title>Bro', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Bro</title>'])('behaviour 9: calls %s broken, not empty', async (text) => {
    const { url } = await serve(sends(text, { etag: '"cut"', 'content-type': 'application/xml' }));
    expect(await ingest.feed(job(url))).toMatchObject({ kind: 'failed', code: expect.stringMatching(/^(malformed-feed|not-a-feed)$/) as string });
  });

  it('reads a feed that is kept as a gzip file', async () => {
    const { url } = await serve(sends(gzipSync(rss(items)), { 'content-type': 'application/gzip' }));
    expect(fresh(await ingest.feed(job(`${url}/feed.xml.gz`))).articles[0]?.title).toBe('稀土');
  });

  it('takes an empty feed that is closed for an empty feed', async () => {
    const { url } = await serve(sends(rss(''), { etag: '"1"' }));
    expect(fresh(await ingest.feed(job(url)))).toMatchObject({ articles: [], validators: { etag: '"1"' } });
  });

  it.each(['gbk', 'big5', 'utf-16le', 'windows-1251'])('behaviour 12: reads %s over HTTP', async (codec) => {
    const title = codec === 'windows-1251' ? 'Редкие земли' : codec === 'big5' ? '稀土價格' : '稀土价格';
    const text = `<?xml version="1.0" encoding="${codec.replace('le', '')}"?>${rss(`<item><title>${title}</title></item>`).slice(21)}`;
    const { url } = await serve(sends(iconv.encode(text, codec), { 'content-type': 'application/octet-stream' }));
    expect(fresh(await ingest.feed(job(url))).articles[0]?.title).toBe(title);
  });

  it('fails with the code of its cause', async () => {
    const { url } = await serve((request, response) => {
      const bodies: Record<string, string> = { '/page': '<html><body>x</body></html>', '/words': 'words', '/deep': rss(`<item>${'<x>'.repeat(50_000)}</item>`) };
      const body = bodies[request.url ?? ''];
      if (body === undefined) response.writeHead(410).end();
      else response.end(body);
    });
    const codes = await Promise.all(['/page', '/words', '/deep', '/gone'].map(async (path) => ((await ingest.feed(job(url + path))) as { code?: string }).code));
    expect(codes).toEqual(['no-feed-found', 'not-a-feed', 'feed-too-complex', 'gone']);
  });

  it('behaviour 2: the server’s clock places items where the feed has none', async () => {
    const { url } = await serve(sends(rss('<item><title>a</title></item>'), { 'last-modified': 'Wed, 02 Oct 2024 13:00:00 GMT' }));
    expect(fresh(await ingest.feed(job(url))).articles[0]).toMatchObject({ publishedAt: null, placedAt: Date.UTC(2024, 9, 2, 13) });
  });

  it('behaviour 2 and 3: ten refreshes of items without date, guid, link or title give the same names', async () => {
    const { url } = await serve(sends(rss('<item><description>one</description></item><item><description>two</description><pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate></item><item><description>one</description></item>')));
    const names = await Promise.all(Array.from({ length: 10 }, async (_, at) => JSON.stringify(fresh(await ingest.feed(job(url, { now: NOW + at * 86_400_000 }))).articles.map(({ keys, publishedAt }) => [keys, publishedAt]))));
    expect(new Set(names).size).toBe(1);
    expect(new Set((JSON.parse(names[0] ?? '[]') as [{ content: string }, null][]).map(([{ content }]) => content)).size).toBe(3);
  });
});

describe('discovery', () => {
  it('gives the feed itself', async () => {
    const { url } = await serve(sends(atom('<entry><title>a</title><updated>2024-01-02T00:00:00Z</updated></entry><entry><title>b</title><updated>2024-01-03T00:00:00Z</updated></entry>', '<title>News</title>')));
    expect(await ingest.discover(` "feed:${url}/x" `, NOW)).toEqual({
      url: `${url}/x`,
      candidates: [{ feedUrl: `${url}/x`, title: 'News', kind: 'atom', newestAt: Date.UTC(2024, 0, 3), newestTitle: 'b', itemCount: 2, lang: null, comments: false, otherHost: null, feedId: null }],
    });
  });

  it('tries what a page names: comments last, another host marked, what does not answer left out', async () => {
    const other = await serve(sends(rss('<item><title>氧化镨钕价格</title></item>', '<title>别处</title>')));
    const { url } = await serve((request, response) => {
      const named = ['/comments/feed/', '/dead', '/page', `${other.url}/rss`, '/feed/'].map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`);
      if (request.url === '/dead') response.writeHead(404).end();
      else if (request.url?.includes('feed')) sends(rss('<item><title>a</title></item>', `<title>${request.url}</title>`))(request, response);
      else sends(`<!doctype html><head>${named.join('')}</head>`)(request, response);
    });
    const { candidates } = await ingest.discover(url, NOW);
    expect(candidates.map(({ title, comments, otherHost, lang }) => [title, comments, otherHost, lang])).toEqual([
      ['/feed/', false, null, null],
      ['别处', false, new URL(other.url).host, 'zh'],
      ['/comments/feed/', true, null, null],
    ]);
  });

  it('tries at most twelve', async () => {
    const { url, requests } = await serve((request, response) => {
      const named = Array.from({ length: 40 }, (_, at) => `<link rel="alternate" type="application/rss+xml" href="/f${at}">`);
      if (request.url === '/') sends(`<html><head>${named.join('')}`)(request, response);
      else sends(rss(`<item><title>${request.url}</title></item>`))(request, response);
    });
    expect((await ingest.discover(url, NOW)).candidates).toHaveLength(12);
    expect(requests).toHaveLength(13);
  });

  it('looks at the usual places where what a page names is dead, or where it names nothing', async () => {
    const site = await serve((request, response) => (request.url === '/atom.xml' ? sends(atom('', '<title>Hidden</title>')) : sends('<html><head></head>'))(request, response));
    expect((await ingest.discover(`${site.url}/news/today`, NOW)).candidates).toMatchObject([{ feedUrl: `${site.url}/atom.xml`, title: 'Hidden' }]);
    const naming = await serve((request, response) => (request.url === '/feed/' ? sends(rss('<item><title>a</title></item>')) : sends('<html><head><link rel="alternate" type="application/rss+xml" href="/dead">'))(request, response));
    expect((await ingest.discover(naming.url, NOW)).candidates).toMatchObject([{ feedUrl: `${naming.url}/feed/` }]);
    expect(naming.requests.map(({ url }) => url)).toEqual(['/', '/dead', '/feed/']);
  });

  it('follows a site’s permanent move', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else sends(rss('<item><title>a</title></item>'))(request, response);
    });
    expect(await ingest.discover(`${url}/old`, NOW)).toMatchObject({ url: `${url}/new`, candidates: [{ feedUrl: `${url}/new` }] });
  });

  it('rejects with the code of its cause', async () => {
    const { url } = await serve((request, response) => (request.url === '/page' ? sends('<html><body>no feed') : request.url === '/words' ? sends('words') : sends('', {}, 404))(request, response));
    const addresses = [`${url}/page`, `${url}/words`, `${url}/none`, 'not an address', 'ftp://x.example/', 'http://127.0.0.1:1/'];
    const codes = await Promise.all(addresses.map((address) => ingest.discover(address, NOW).then(() => 'found', (error: { code: string }) => error.code)));
    expect(codes).toEqual([
      'no-feed-found', 'not-a-feed', 'not-found', 'invalid-address', 'unsupported-scheme', 'host-unreachable',
    ]);
  });
});

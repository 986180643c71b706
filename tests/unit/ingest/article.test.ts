import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { ArticleJob, ArticleResult, Ingest } from '../../../electron/core/refresh/ingest-job.ts';
import { createIngestPool } from '../../../electron/core/refresh/ingest-pool.ts';
import { sends, serve } from '../fetch/serve.ts';

const NOW = Date.UTC(2026, 10, 26);
const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000 });
const ingest = createIngest({ fetcher });
afterAll(() => fetcher.close());
const pools: Ingest[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

function pool(busyMs = 20_000): Ingest {
  const made = createIngestPool({ workerPath: `${import.meta.dirname}/../../../electron/ingest.ts`, size: 1, userAgent: 'Monazite/test', busyMs });
  pools.push(made);
  return made;
}

const TEXT = ['A refinery in Estonia has sent its first batch of separated dysprosium to a customer in Germany.', 'The operator plans to reach its full rate of fifty tonnes a year in the spring of the year after next.'];
const PAGE = `<html lang="en"><head><title>Refinery ships first dysprosium</title><meta property="article:published_time" content="2026-02-06T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><h1>Refinery ships first dysprosium</h1><div class="entry-content">${TEXT.map((text) => `<p>${text}</p>`).join('')}<img src="/a.jpg" alt="The hall"></div></body></html>`;
const job = (url: string, more: Partial<ArticleJob> = {}): ArticleJob => ({ url, askedBy: 'person', robots: false, now: NOW, ...more });

/** A page that leads on to another. */
const lead = (to: string) => `<html><head><title>Moved</title><meta http-equiv="refresh" content="0;url=${to}"></head><body></body></html>`;

function extracted(result: ArticleResult): Extract<ArticleResult, { kind: 'extracted' }> {
  if (result.kind !== 'extracted') throw new Error(`expected a page, got ${JSON.stringify(result)}`);
  return result;
}

describe('the trip of an article', () => {
  it('ends in its text and facts, asked for once, as a page, with the document that named it', async () => {
    const { url, requests } = await serve(sends(PAGE, { 'content-type': 'text/html; charset=utf-8' }));
    const result = extracted(await ingest.article(job(`${url}/news/1`, { askedBy: { document: `${url}/feed` } })));
    expect(result.page.text).toBe(TEXT.join(' '));
    expect(result.page.images.map((image) => image.url)).toEqual([`${url}/a.jpg`]);
    expect(result.page.facts).toMatchObject({ headline: 'Refinery ships first dysprosium', publishedAt: Date.UTC(2026, 1, 6, 8) });
    expect(result).toMatchObject({ finalUrl: `${url}/news/1`, trip: { status: 200, bytes: PAGE.length } });
    expect(result.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(requests.map((request) => request.url)).toEqual(['/news/1']);
    expect(requests[0]?.headers).toMatchObject({ accept: expect.stringMatching(/^text\/html/) as string, referer: `${url}/feed`, 'user-agent': 'Monazite/test' });
  });

  it.each([[401, 'unauthorized'], [403, 'forbidden'], [404, 'not-found'], [410, 'gone'], [429, 'rate-limited'], [500, 'server-error']] as const)('takes %i for a no and asks no second time', async (status, code) => {
    const { url, requests } = await serve(sends('no', { 'retry-after': '60' }, status));
    const result = await ingest.article(job(url));
    expect(result).toMatchObject({ kind: 'failed', code, facts: null, detail: { status }, trip: { status } });
    expect(result).toHaveProperty('retryAt', expect.any(Number));
    expect(requests).toHaveLength(1);
  });

  it('names what a page is instead of an article, and keeps its facts', async () => {
    const { url } = await serve((request, response) => {
      const bodies: Record<string, [string, string]> = {
        '/wall': ['text/html', PAGE.replace('</title>', '</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Refinery ships first dysprosium","isAccessibleForFree":false}</script>')],
        '/gone': ['text/html', '<title>资讯</title><body><p>抱歉，您查看的页面不存在</p>'],
        '/shell': ['text/html', '<title>App</title><body><div id="root"></div><script src="/app.js"></script>'],
        '/pdf': ['application/pdf', '%PDF-1.7 x'],
        '/lying-pdf': ['text/html', '%PDF-1.7 x'],
        '/feed': ['text/xml', '<rss version="2.0"><channel><title>x</title></channel></rss>'],
        '/json': ['application/json', '{"a":1}'],
        '/empty': ['text/html', ''],
      };
      const [type, body] = bodies[request.url ?? ''] ?? ['text/html', ''];
      sends(body, { 'content-type': type })(request, response);
    });
    const codes = await Promise.all(['/wall', '/gone', '/shell', '/pdf', '/lying-pdf', '/feed', '/json', '/empty'].map(async (path) => ((await ingest.article(job(url + path))) as { code?: string }).code));
    expect(codes).toEqual(['login-wall', 'page-gone', 'script-only', 'not-a-page', 'not-a-page', 'not-a-page', 'not-a-page', 'no-article-text']);
    expect(await ingest.article(job(`${url}/wall`))).toMatchObject({ facts: { headline: 'Refinery ships first dysprosium', publishedAt: Date.UTC(2026, 1, 6, 8) } });
    // Who signed in is behind the wall.
    const login = { origin: url, credentials: { kind: 'basic', user: 'jo', password: 'secret-word' }, parts: {} } as const;
    expect(extracted(await ingest.article(job(`${url}/wall`, { login }))).page.text).toContain(TEXT[0]);
  });

  it('keeps to robots.txt where no person waits, and only there', async () => {
    const { url, requests } = await serve((request, response) => sends(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /news/\nCrawl-delay: 2' : PAGE)(request, response));
    expect(await ingest.article(job(`${url}/news/1`, { robots: true }))).toMatchObject({ kind: 'failed', code: 'robots-disallowed', crawlDelayMs: 2000 });
    expect(requests.map((request) => request.url)).toEqual(['/robots.txt']);
    expect(extracted(await ingest.article(job(`${url}/open/1`, { robots: true }))).crawlDelayMs).toBe(2000);
    expect(extracted(await ingest.article(job(`${url}/news/1`))).crawlDelayMs).toBeUndefined();
  });

  it('ends a redirect loop, a page that never ends and one that is too large', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end();
      else if (request.url === '/large') sends('x'.repeat(11 * 1024 * 1024), { 'content-type': 'text/html' })(request, response);
      else response.writeHead(200, { 'content-type': 'text/html' }).write('<p>endless');
    });
    expect(await ingest.article(job(`${url}/loop`))).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
    expect(await ingest.article(job(`${url}/large`))).toMatchObject({ kind: 'failed', code: 'page-too-large', detail: { limit: 10 * 1024 * 1024 } });
    const impatient = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 300 });
    expect(await createIngest({ fetcher: impatient }).article(job(`${url}/endless`))).toMatchObject({ kind: 'failed', code: 'timeout' });
    await impatient.close();
  });

  it('follows a page that leads on by itself, once', async () => {
    const { url, requests } = await serve((request, response) => {
      sends(request.url === '/old' ? lead('/new') : request.url === '/a' ? lead('/b') : request.url === '/b' ? lead('/a') : PAGE, { 'content-type': 'text/html' })(request, response);
    });
    expect(extracted(await ingest.article(job(`${url}/old`))).finalUrl).toBe(`${url}/new`);
    expect(await ingest.article(job(`${url}/a`))).toMatchObject({ kind: 'failed', code: 'no-article-text' });
    expect(requests.map((request) => request.url)).toEqual(['/old', '/new', '/a', '/b']);
  });

  it('goes from a public page into no private network, neither by its link nor by a refresh', async () => {
    const { url, requests } = await serve(sends(`<html><head><title>x</title><meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/admin"></head><body></body></html>`, { 'content-type': 'text/html' }));
    expect(await ingest.article(job(`${url}/x`, { askedBy: { document: 'https://feed.example/rss' } }))).toMatchObject({ kind: 'failed', code: 'host-unreachable', detail: { reason: 'private network' } });
    expect(requests).toEqual([]);
    const port = Number(new URL(url).port);
    const outside = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 3000, connect: () => ({ address: '127.0.0.1', port }) });
    expect(await createIngest({ fetcher: outside }).article(job('http://public.example/x'))).toMatchObject({ kind: 'failed', code: 'host-unreachable' });
    expect(requests.map((request) => request.headers.host)).toEqual(['public.example']);
    await outside.close();
  });
});

describe('articles in the ingest thread', () => {
  it('are fetched and extracted there, saved files too', async () => {
    const { url } = await serve(sends(PAGE, { 'content-type': 'text/html' }));
    const made = pool();
    expect(extracted(await made.article(job(`${url}/1`))).page.text).toBe(TEXT.join(' '));
    expect(await made.extract({ bytes: Buffer.from(PAGE), contentType: 'text/html', url: 'https://saved.example/1', now: NOW })).toMatchObject({ kind: 'page', text: TEXT.join(' '), facts: { headline: 'Refinery ships first dysprosium' } });
    expect(await made.extract({ bytes: Buffer.from('%PDF-1.4'), contentType: null, url: 'https://saved.example/2', now: NOW })).toMatchObject({ kind: 'failed', code: 'not-a-page' });
  });

  it('announce when they keep it busy, so that one that takes too long fails alone', async () => {
    const many = `<html><body>${'<p><b>Oxide</b> prices rose by a tenth, the plant said.</p>'.repeat(9000)}</body></html>`;
    const { url } = await serve((request, response) => sends(request.url === '/many' ? many : PAGE, { 'content-type': 'text/html' })(request, response));
    const made = pool(20);
    expect(await made.article(job(`${url}/many`))).toMatchObject({ kind: 'failed', code: 'page-too-large', detail: { host: new URL(url).host }, facts: null });
    await expect(made.extract({ bytes: Buffer.from(many), contentType: 'text/html', url: 'https://saved.example/1', now: NOW })).rejects.toMatchObject({ code: 'page-too-large', detail: { host: 'saved.example' } });
  });

  it('an abort ends the download', async () => {
    const abort = new AbortController();
    let isCut = false;
    const { url } = await serve((_, response) => {
      response.writeHead(200).write('x', () => abort.abort());
      response.on('close', () => (isCut = true));
    });
    expect(await pool().article(job(url), abort.signal)).toMatchObject({ kind: 'failed', code: 'engine-stopped' });
    await expect.poll(() => isCut).toBe(true);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { createIngestPool, type IngestPoolOptions } from '../../../electron/core/refresh/ingest-pool.ts';
import type { SiteRules } from '../../../electron/core/fetch/robots.ts';
import type { Ingest, IngestJob } from '../../../electron/core/refresh/ingest-job.ts';
import { inflateBody } from '../../../electron/core/normalize/body.ts';
import { png as pngOf } from '../image/made-images.ts';
import { sends, serve } from '../fetch/serve.ts';
import { rss } from '../parse/parse.ts';

const SCRIPTED = `${import.meta.dirname}/scripted-worker.ts`;
const REAL = `${import.meta.dirname}/../../../electron/ingest.ts`;
const pools: Ingest[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const pool of pools.splice(0)) await pool.close();
});

function pool(options: Partial<IngestPoolOptions> = {}): Ingest {
  const made = createIngestPool({ workerPath: SCRIPTED, size: 1, userAgent: 'Monazite/test', ...options });
  pools.push(made);
  return made;
}

const standStill = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
const job = (feedUrl: string): IngestJob => ({ feedUrl, validators: null, bodyHash: null, now: Date.UTC(2026, 10, 20) });
const ask = (ingest: Ingest, what: string, signal?: AbortSignal) => ingest.feed(job(`http://${what}.example/`), signal);

describe('behaviour 10: ingest in threads', () => {
  it('a document that keeps its thread too long fails alone, and those that waited are asked again', async () => {
    const ingest = pool({ busyMs: 200 });
    const waited = ask(ingest, 'wait');
    expect(await ask(ingest, 'hang')).toEqual({ kind: 'failed', code: 'feed-too-complex', detail: { host: 'hang.example' }, retryAt: null });
    expect(await ask(ingest, 'release')).toMatchObject({ code: 'gone' });
    expect(await waited).toMatchObject({ code: 'gone' });
  });

  it('a document that a busy machine gives no time to is not blamed for it, unless it takes for ever', async () => {
    const ingest = pool({ busyMs: 400 });
    expect(await ask(ingest, 'starved')).toMatchObject({ code: 'gone' });
    expect(await ask(ingest, 'starved-for-ever')).toMatchObject({ code: 'feed-too-complex' });
  });

  it('a document that takes more memory than it may fails alone, long before it has taken too long', async () => {
    const ingest = pool({ busyMs: 600_000, maxBytesMb: 64 });
    const waited = ask(ingest, 'wait');
    expect(await ask(ingest, 'swell')).toMatchObject({ code: 'feed-too-complex' });
    expect(await ask(ingest, 'release')).toMatchObject({ code: 'gone' });
    expect(await waited).toMatchObject({ code: 'gone' });
  });

  it.each(['exit', 'throw', 'die-unheard'])('a document that makes its thread %s fails alone', async (way) => {
    const ingest = pool();
    const waited = ask(ingest, 'wait');
    expect(await ask(ingest, way)).toMatchObject({ code: 'feed-too-complex' });
    expect(await ask(ingest, 'release')).toMatchObject({ code: 'gone' });
    expect(await waited).toMatchObject({ code: 'gone' });
  });

  it('asks what is known of the items of a feed once there is a body, and not for an answer that brings none', async () => {
    const { url } = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"2"') response.writeHead(304).end();
      else response.end(rss('<item><title>Neodymium</title><guid>n</guid></item>'));
    });
    const asked: number[] = [];
    let known: string | null = null;
    const ingest = pool({ workerPath: REAL, knownItems: (feedId) => (asked.push(feedId), known) });
    const first = await ingest.feed({ ...job(url), itemsOf: 7 });
    known = first.kind === 'fresh' ? first.knownItems : null;
    const second = await ingest.feed({ ...job(url), itemsOf: 7 });
    expect([first, second].map((result) => result.kind === 'fresh' && result.articles.map((article) => 'body' in article))).toEqual([[true], [false]]);
    expect(await ingest.feed({ ...job(url), itemsOf: 7, validators: { etag: '"2"', lastModified: null } })).toMatchObject({ kind: 'notModified' });
    expect(asked).toEqual([7, 7]);
  });

  it('where a thread dies without a sign, each call that waited is asked again alone, and the cause alone fails', async () => {
    const ingest = pool();
    const abort = new AbortController();
    const all = [ask(ingest, 'wait', abort.signal), ...['lonely-1', 'exit-quietly', 'lonely-2', 'lonely-3'].map((what) => ask(ingest, what))];
    abort.abort();
    expect((await Promise.all(all)).map((result) => result.kind === 'failed' && result.code)).toEqual(['engine-stopped', 'gone', 'internal', 'gone', 'gone']);
    expect(await ask(ingest, 'answer')).toMatchObject({ code: 'gone' });
  });

  it('a call that is asked again alone keeps none that come meanwhile waiting, and can be cancelled', async () => {
    const ingest = pool();
    const abort = new AbortController();
    const early = new AbortController();
    void ask(ingest, 'wait', early.signal);
    const lonely = ask(ingest, 'lonely');
    const waited = ask(ingest, 'wait', abort.signal);
    const next = ask(ingest, 'exit-quietly');
    early.abort();
    await lonely;
    expect(await ask(ingest, 'answer')).toMatchObject({ code: 'gone' });
    abort.abort();
    expect([await waited, await next]).toMatchObject([{ code: 'engine-stopped' }, { code: 'internal' }]);
  });

  it('a site whose rules kill threads keeps no call waiting for them', async () => {
    const ingest = pool();
    expect(await ask(ingest, 'asks-rules')).toMatchObject({ code: 'gone' });
    expect(await ask(ingest, 'answer')).toMatchObject({ code: 'gone' });
  });

  it('an engine that stood still for longer than a document may take blames no document that was done by then', async () => {
    const ingest = pool({ busyMs: 200, proxyFor: async () => (setImmediate(standStill, 400), 'DIRECT') });
    expect(await ask(ingest, 'brief')).toMatchObject({ code: 'gone' });
  });

  it('a thread that cannot start fails its calls', async () => {
    expect(await ask(pool({ workerPath: '/no/such/worker.js' }), 'answer')).toMatchObject({ kind: 'failed', code: 'internal' });
  });

  it('an aborted call is answered at once, even by a busy thread, and its late answer goes nowhere', async () => {
    const ingest = pool();
    const abort = new AbortController();
    const waited = ask(ingest, 'wait', abort.signal);
    abort.abort();
    expect(await waited).toMatchObject({ kind: 'failed', code: 'engine-stopped' });
    expect(await ask(ingest, 'answer', abort.signal)).toMatchObject({ code: 'engine-stopped' });
    expect(await ask(ingest, 'answer')).toMatchObject({ code: 'gone' });
  });

  it('closing ends what waits and refuses what comes', async () => {
    const ingest = pool();
    const waited = ask(ingest, 'wait');
    await ingest.close();
    expect(await waited).toMatchObject({ code: 'engine-stopped' });
    expect(await ask(ingest, 'answer')).toMatchObject({ code: 'engine-stopped' });
    await expect(ingest.discover('x', 0)).rejects.toMatchObject({ code: 'engine-stopped' });
  });

  it.each(['hang', 'exit', 'throw', 'die-unheard'])('a subscription list that makes its thread %s fails alone, under a code of its own', async (way) => {
    const ingest = pool({ busyMs: 200 });
    const waited = ask(ingest, 'wait');
    await expect(ingest.opml(way)).rejects.toMatchObject({ code: 'opml-too-complex' });
    expect(await ask(ingest, 'release')).toMatchObject({ code: 'gone' });
    expect(await waited).toMatchObject({ code: 'gone' });
  });

  it('a subscription list that nobody waits for any more is let go, however busy its thread is', async () => {
    const abort = new AbortController();
    const waited = pool({ busyMs: 60_000 }).opml('hang', abort.signal);
    abort.abort();
    await expect(waited).rejects.toMatchObject({ code: 'engine-stopped' });
  });

  it('errors cross with code and detail', async () => {
    await expect(pool().discover('http://refuse.example/', 0)).rejects.toMatchObject({ name: 'ReaderError', code: 'no-feed-found', detail: { host: 'x' } });
    expect(await pool().image({ url: 'http://refuse.example/', referrer: null, from: '' })).toEqual({ kind: 'failed', code: 'no-feed-found', detail: { host: 'x' }, retryAt: null });
  });
});

describe('the ingest thread itself', () => {
  it('ends by itself when the app closes, whatever it is at', async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/feed') sends(rss('<item><title>A</title></item>'))(request, response);
      else response.writeHead(200).write('<rss>');
    });
    const ingest = pool({ workerPath: REAL });
    // Its connection is kept.
    expect(await ingest.feed(job(`${url}/feed`))).toMatchObject({ kind: 'fresh' });
    const endless = ingest.feed(job(`${url}/endless`));
    await expect.poll(() => requests.length).toBe(2);
    // With the clock stopped, the moment at which it would be terminated never comes.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await ingest.close();
    expect(await endless).toMatchObject({ code: 'engine-stopped' });
  });

  it('brings feeds, discoveries and images over real HTTP', async () => {
    const png = pngOf(640, 480);
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/feed') sends(rss(Array.from({ length: 3 }, (_, at) => `<item><title>Item ${at}</title><description>Body ${at}</description></item>`).join('')))(request, response);
      else if (request.url === '/a.png') sends(png)(request, response);
      else sends('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head>')(request, response);
    });
    const ingest = pool({ workerPath: REAL, size: 2 });
    const [feed, found, image] = await Promise.all([ingest.feed(job(`${url}/feed`)), ingest.discover(url, 0), ingest.image({ url: `${url}/a.png`, referrer: `${url}/story`, from: url })]);
    if (feed.kind !== 'fresh' || image.kind !== 'image') throw new Error(JSON.stringify([feed, image]));
    expect(feed.articles.map((article) => 'body' in article && inflateBody(article.body))).toEqual(['Body 0', 'Body 1', 'Body 2']);
    expect(found.candidates).toMatchObject([{ feedUrl: `${url}/feed`, itemCount: 3 }]);
    expect(Buffer.from(image.image.bytes).equals(png)).toBe(true);
    expect(image.image).toMatchObject({ type: 'image/png', width: 640, height: 480 });
    expect(requests[0]?.headers['user-agent']).toBe('Monazite/test');
  });

  it('threads ask a site for its robots.txt once, and one that comes later in another run not at all', async () => {
    const rules = new Map<string, SiteRules>();
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/robots.txt') sends('User-agent: *\nDisallow: /closed\nCrawl-delay: 7')(request, response);
      else sends(rss('<item><title>A</title></item>'))(request, response);
    });
    const asked = () => requests.map((request) => request.url ?? '').toSorted((a, b) => (a < b ? -1 : 1));
    const keeper = { find: (origin: string) => rules.get(origin) ?? null, keep: (origin: string, kept: SiteRules) => void rules.set(origin, kept) };
    const visit = (ingest: Ingest, path: string) => ingest.feed({ ...job(`${url}${path}`), robots: true });
    const ingest = pool({ workerPath: REAL, size: 2, rules: keeper });
    const [one, other] = await Promise.all([visit(ingest, '/one'), visit(ingest, '/closed')]);
    expect([one, other]).toMatchObject([{ kind: 'fresh', crawlDelayMs: 7000 }, { code: 'robots-disallowed' }]);
    expect(asked()).toEqual(['/one', '/robots.txt']);
    expect(await visit(pool({ workerPath: REAL, rules: keeper }), '/closed')).toMatchObject({ code: 'robots-disallowed' });
    expect(asked()).toEqual(['/one', '/robots.txt']);
  });

  it('an abort ends the download', async () => {
    const abort = new AbortController();
    let isCut = false;
    const { url } = await serve((_, response) => {
      response.writeHead(200).write('x', () => abort.abort());
      response.on('close', () => (isCut = true));
    });
    expect(await pool({ workerPath: REAL }).feed(job(url), abort.signal)).toMatchObject({ code: 'engine-stopped' });
    await expect.poll(() => isCut).toBe(true);
  });
});

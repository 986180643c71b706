import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createIngestPool, type IngestPoolOptions } from '../../../electron/core/refresh/ingest-pool.ts';
import type { Ingest } from '../../../electron/core/refresh/ingest-job.ts';
import { startProxy } from '../fetch/proxy-server.ts';
import { sends, serve } from '../fetch/serve.ts';

const FEED = '<rss version="2.0"><channel><title>T</title><link>http://x.example/</link><item><title>A</title><guid>1</guid></item></channel></rss>';
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  delete process.env['http_proxy'];
  for (const close of closing.splice(0)) await close();
});

function pool(options: Partial<IngestPoolOptions> = {}): Ingest {
  const opened = createIngestPool({ workerPath: join(import.meta.dirname, '../../../electron/ingest.ts'), size: 1, userAgent: 'Monazite/test', ...options });
  closing.unshift(() => opened.close());
  return opened;
}

const ask = (ingest: Ingest, feedUrl: string) => ingest.feed({ feedUrl, validators: null, bodyHash: null, now: Date.UTC(2026, 10, 3) });

it('a thread goes the way that the door names, asked once a site', async () => {
  const site = await serve(sends(FEED));
  const proxy = await startProxy();
  const asked: string[] = [];
  const ingest = pool({
    proxyFor: async (url) => {
      asked.push(url);
      return `PROXY ${proxy.host}`;
    },
  });
  const address = `http://feeds.example:${new URL(site.url).port}`;
  expect(await ask(ingest, `${address}/one?token=abc`)).toMatchObject({ kind: 'fresh' });
  expect(await ask(ingest, `${address}/two`)).toMatchObject({ kind: 'fresh' });
  expect(proxy.requests.map(({ url }) => url)).toEqual([`${address}/one?token=abc`, `${address}/two`]);
  // Whoever answers hears of the site, not of the feed.
  expect(asked).toEqual([`${address}/`]);
});

it('where no door answers, the variables of the process say which way, and this machine is reached without', async () => {
  const site = await serve(sends(FEED));
  const proxy = await startProxy();
  process.env['http_proxy'] = `http://${proxy.host}`;
  const ingest = pool();
  expect(await ask(ingest, `http://feeds.example:${new URL(site.url).port}/`)).toMatchObject({ kind: 'fresh' });
  expect(await ask(ingest, site.url)).toMatchObject({ kind: 'fresh' });
  expect(proxy.requests).toHaveLength(1);
});

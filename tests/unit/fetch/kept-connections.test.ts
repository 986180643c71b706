import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { sends, serve } from './serve.ts';

const NOW = Date.UTC(2026, 10, 26);
const { lookup } = dns;
let looked: string[];
let fetcher: ReturnType<typeof createFetcher>;

/** Every name leads to this machine, as whoever owns a name may have it. */
beforeEach(() => {
  looked = [];
  dns.lookup = ((name: string, options: dns.LookupAllOptions, done: (error: null, addresses: unknown, family?: number) => void) => {
    if (name !== '127.0.0.1') looked.push(name);
    if (options.all) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  }) as typeof dns.lookup;
  syncBuiltinESMExports();
  fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 3000 });
});

afterEach(async () => {
  dns.lookup = lookup;
  syncBuiltinESMExports();
  await fetcher.close();
});

it('a public feed leads into no private network, neither by a name, nor by the robots.txt that is asked before', async () => {
  const { url, requests } = await serve(sends('<html><body><p>The router says: ready.</p></body></html>', { 'content-type': 'text/html' }));
  const inside = `http://metals.example:${new URL(url).port}`;
  const ingest = createIngest({ fetcher });
  for (const robots of [false, true]) {
    for (const document of ['https://feed.example/rss', null]) {
      expect(await ingest.article({ url: `${inside}/admin`, askedBy: { document }, robots, now: NOW })).toMatchObject({ kind: 'failed', code: 'private-network' });
    }
  }
  expect(requests).toEqual([]);
  // That a feed may not go there says nothing of what a person may.
  expect(await ingest.article({ url: `${inside}/admin`, askedBy: 'person', robots: true, now: NOW })).toMatchObject({ trip: { status: 200 } });
});

it('a connection that was kept from who may go there is not used by who may not', async () => {
  const { url, requests } = await serve(sends('inside'));
  const inside = `http://metals.example:${new URL(url).port}`;
  expect(await fetcher({ url: `${inside}/mine`, askedBy: 'person' })).toMatchObject({ kind: 'fresh' });
  expect(await fetcher({ url: `${inside}/admin`, askedBy: { document: 'https://feed.example/rss' } })).toMatchObject({ kind: 'failed', code: 'private-network' });
  expect(requests.map((request) => request.url)).toEqual(['/mine']);
});

it('the articles of a host that may be asked share its connection, and its name is looked up once', async () => {
  const { url, requests } = await serve(sends('<p>x</p>'));
  const own = `http://metals.example:${new URL(url).port}`;
  await fetcher({ url: `${own}/feed`, askedBy: 'person' });
  for (const path of ['/1', '/2']) await fetcher({ url: own + path, askedBy: { document: `${own}/feed` } });
  expect([requests.length, new Set(requests.map(({ socket }) => socket)).size, looked]).toEqual([3, 1, ['metals.example']]);
});

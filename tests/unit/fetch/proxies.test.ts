import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, test } from 'vitest';
import { createAskedRoutes } from '../../../electron/core/fetch/asked-routes.ts';
import { createFetcher, type FetcherOptions } from '../../../electron/core/fetch/create-fetcher.ts';
import { createEnvironmentRoutes } from '../../../electron/core/fetch/environment-proxy.ts';
import { parseProxyAnswer } from '../../../electron/core/fetch/route.ts';
import { createIssuer } from './certificates.ts';
import { startProxy, startSocks } from './proxy-server.ts';
import { sends, serve } from './serve.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function fetcherWith(options: Partial<FetcherOptions>): ReturnType<typeof createFetcher> {
  const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000, ...options });
  closing.unshift(() => fetcher.close());
  return fetcher;
}

const through = (answer: string): Partial<FetcherOptions> => ({ routes: async () => parseProxyAnswer(answer) });

async function serveSecure(certificate: { key: string; cert: string }): Promise<string> {
  const server = createSecureServer(certificate, sends('secret'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => (server.close(resolve), server.closeAllConnections())));
  return String((server.address() as AddressInfo).port);
}

const wayTo = async (env: Record<string, string>, url: string): Promise<string> => {
  const [route] = (await createEnvironmentRoutes(env)?.(new URL(url))) ?? [];
  return route?.kind === 'proxy' ? route.url.href : 'direct';
};
const ways = (answer: string): string[] => parseProxyAnswer(answer).map((route) => (route.kind === 'proxy' ? route.url.href : 'direct'));

const issuer = createIssuer();
const stranger = createIssuer();

describe('certificates', () => {
  it('of an issuer that only the system trusts are taken, its roots read once and only when needed', async () => {
    let reads = 0;
    const fetcher = fetcherWith({
      systemRoots: () => {
        reads += 1;
        return [issuer.root];
      },
    });
    const plain = await serve(sends('x'));
    await fetcher({ askedBy: 'person', url: plain.url });
    expect(reads).toBe(0);
    const port = await serveSecure(issuer.issue('IP:127.0.0.1'));
    const both = await Promise.all([1, 2, 3].map((n) => fetcher({ askedBy: 'person', url: `https://127.0.0.1:${port}/${n}` })));
    expect(both.map(({ kind }) => kind)).toEqual(['fresh', 'fresh', 'fresh']);
    expect(reads).toBe(1);
  });

  it.each([
    ['an issuer that nobody trusts', () => stranger.issue('IP:127.0.0.1')],
    ['another host', () => issuer.issue('DNS:elsewhere.example')],
    ['a time that is over', () => issuer.issue('IP:127.0.0.1', -1)],
  ])('of %s are refused all the same', async (_what, make) => {
    const fetcher = fetcherWith({ systemRoots: () => [issuer.root] });
    expect(await fetcher({ askedBy: 'person', url: `https://127.0.0.1:${await serveSecure(make())}/` })).toMatchObject({ kind: 'failed', code: 'tls-failed' });
  });
});

describe('a proxy', () => {
  it('is given the whole address of a plain request, and the sign-in of the site goes along', async () => {
    const site = await serve(sends('through'));
    const proxy = await startProxy();
    const { port } = new URL(site.url);
    const fetcher = fetcherWith(through(`PROXY ${proxy.host}`));
    const login = { origin: `http://feeds.example:${port}`, credentials: { kind: 'header', name: 'x-key', value: 'abc' }, parts: {} } as const;
    for (const path of ['a', 'b']) expect(await fetcher({ askedBy: 'person', url: `http://feeds.example:${port}/${path}?n=1`, login })).toMatchObject({ kind: 'fresh' });
    expect(proxy.requests.map(({ url }) => url)).toEqual([`http://feeds.example:${port}/a?n=1`, `http://feeds.example:${port}/b?n=1`]);
    expect(site.requests.map(({ headers }) => [headers.host, headers['x-key']])).toEqual([[`feeds.example:${port}`, 'abc'], [`feeds.example:${port}`, 'abc']]);
  });

  it('only connects a secure request, and hears nothing of it', async () => {
    const port = await serveSecure(issuer.issue('DNS:feeds.example'));
    const proxy = await startProxy();
    const fetcher = fetcherWith({ ...through(`PROXY ${proxy.host}`), systemRoots: () => [issuer.root] });
    const login = { origin: `https://feeds.example:${port}`, credentials: { kind: 'header', name: 'x-key', value: 'abc' }, parts: {} } as const;
    expect(await fetcher({ askedBy: 'person', url: `https://feeds.example:${port}/secret`, login })).toMatchObject({ kind: 'fresh' });
    expect(proxy.requests.every(({ method, url }) => method === 'CONNECT' && url === `feeds.example:${port}`)).toBe(true);
    expect(JSON.stringify(proxy.requests.map(({ headers }) => headers))).not.toContain('abc');
    expect(await fetcher({ askedBy: 'person', url: `https://other.example:${port}/` })).toMatchObject({ kind: 'failed', code: 'tls-failed' });
  });

  it('of SOCKS5 looks up the name itself', async () => {
    const site = await serve(sends('through'));
    const socks = await startSocks();
    const { port } = new URL(site.url);
    expect(await fetcherWith(through(`SOCKS5 ${socks.host}`))({ askedBy: 'person', url: `http://feeds.example:${port}/` })).toMatchObject({ kind: 'fresh' });
    expect(socks.names).toEqual(['feeds.example']);
  });

  it('that wants a sign-in is given the one in its address, and without one that is what is said', async () => {
    const site = await serve(sends('through'));
    const port = await serveSecure(issuer.issue('DNS:feeds.example'));
    const proxy = await startProxy({ login: 'ann:pw' });
    const addresses = [`http://feeds.example:${new URL(site.url).port}/`, `https://feeds.example:${port}/`];
    const signed = fetcherWith({ routes: createEnvironmentRoutes({ all_proxy: `http://ann:pw@${proxy.host}` }), systemRoots: () => [issuer.root] });
    const plain = fetcherWith(through(`PROXY ${proxy.host}`));
    for (const url of addresses) {
      expect(await signed({ askedBy: 'person', url })).toMatchObject({ kind: 'fresh' });
      expect(await plain({ askedBy: 'person', url })).toMatchObject({ kind: 'failed', code: 'proxy-sign-in' });
    }
  });

  it.each([403, 502, 301])('that answers %s to CONNECT is told of, and its answer is not taken for the server’s', async (status) => {
    const proxy = await startProxy({ refuses: `HTTP/1.1 ${status} No\r\nLocation: http://evil.example/\r\nContent-Length: 5\r\n\r\n<rss>` });
    const result = await fetcherWith(through(`PROXY ${proxy.host}`))({ askedBy: 'person', url: 'https://feeds.example/' });
    expect(result).toMatchObject({ kind: 'failed', code: 'proxy-failed', answered: { status: null }, detail: { host: 'feeds.example', proxy: proxy.host, status }, retryAt: null });
    expect(proxy.requests).toHaveLength(1);
  });

  it('that is not there is told of without its password, unless there is another way', async () => {
    const site = await serve(sends('direct'));
    const { port } = new URL(site.url);
    for (const [scheme, kind] of [['http', 'PROXY'], ['https', 'PROXY'], ['http', 'SOCKS5'], ['https', 'HTTPS']] as const) {
      const result = await fetcherWith(through(`${kind} ann:geheim@127.0.0.1:1`))({ askedBy: 'person', url: `${scheme}://feeds.example/` });
      expect(result).toMatchObject({ kind: 'failed', code: 'proxy-failed', detail: { host: 'feeds.example', proxy: '127.0.0.1:1' } });
      expect(JSON.stringify(result)).not.toContain('geheim');
    }
    const proxy = await startProxy();
    expect(await fetcherWith(through(`PROXY 127.0.0.1:1; PROXY ${proxy.host}`))({ askedBy: 'person', url: `http://feeds.example:${port}/` })).toMatchObject({ kind: 'fresh' });
    expect(await fetcherWith(through('PROXY 127.0.0.1:1; DIRECT'))({ askedBy: 'person', url: site.url })).toMatchObject({ kind: 'fresh' });
  });

  it('answer is ended with its request', async () => {
    const proxy = await startProxy();
    const stop = new AbortController();
    const site = await serve(() => stop.abort());
    const result = await fetcherWith(through(`PROXY ${proxy.host}`))({ askedBy: 'person', url: `http://feeds.example:${new URL(site.url).port}/` }, stop.signal);
    expect(result).toMatchObject({ kind: 'failed', code: 'engine-stopped' });
  });
});

describe('the environment', () => {
  const PROXY = 'http://proxy.example:3128/';

  test.each([
    [{}, 'https://a.example/', 'direct'],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'https://a.example/', PROXY],
    [{ HTTPS_PROXY: 'proxy.example:3128' }, 'http://a.example/', 'direct'],
    [{ http_proxy: PROXY, HTTP_PROXY: 'http://no.example' }, 'http://a.example/', PROXY],
    [{ ALL_PROXY: 'socks5h://proxy.example:1080' }, 'http://a.example/', 'socks5h://proxy.example:1080'],
    [{ https_proxy: PROXY }, 'https://localhost/', 'direct'],
    [{ https_proxy: PROXY }, 'https://[::1]:8443/', 'direct'],
    [{ https_proxy: PROXY }, 'https://127.9.9.9/', 'direct'],
    [{ https_proxy: PROXY }, 'https://169.254.1.1/', 'direct'],
    [{ https_proxy: PROXY }, 'https://192.168.1.1/', PROXY],
    [{ https_proxy: PROXY, no_proxy: 'b.example, a.example' }, 'https://a.example/', 'direct'],
    [{ https_proxy: PROXY, NO_PROXY: '.a.example' }, 'https://x.a.example/', 'direct'],
    [{ https_proxy: PROXY, NO_PROXY: '*.a.example' }, 'https://x.a.example/', 'direct'],
    [{ https_proxy: PROXY, NO_PROXY: 'a.example' }, 'https://xa.example/', PROXY],
    [{ https_proxy: PROXY, NO_PROXY: 'a.example:8443' }, 'https://a.example/', PROXY],
    [{ https_proxy: PROXY, NO_PROXY: 'a.example:443' }, 'https://a.example/', 'direct'],
    [{ https_proxy: PROXY, NO_PROXY: '192.168.0.0/16' }, 'https://192.168.3.4/', 'direct'],
    [{ https_proxy: PROXY, NO_PROXY: '10.0.0.0/99,x/8' }, 'https://192.168.3.4/', PROXY],
    [{ https_proxy: PROXY, NO_PROXY: '*' }, 'https://a.example/', 'direct'],
  ])('%j sends %s by %s', async (env, url, way) => {
    expect(await wayTo(env as Record<string, string>, url)).toBe(way);
  });

  test('that names no proxy that can be used does not send anything straight', async () => {
    expect(await wayTo({ https_proxy: 'gopher://x' }, 'https://a.example/')).not.toBe('direct');
  });
});

describe('the system’s answer', () => {
  test('is read as Chromium writes it', () => {
    expect(ways('DIRECT')).toEqual(['direct']);
    expect(ways('PROXY a.example:3128; HTTPS b.example:443;SOCKS5 [::1]:1080 ; SOCKS c.example:1; DIRECT')).toEqual([
      'http://a.example:3128/', 'https://b.example/', 'socks5h://[::1]:1080', 'socks4://c.example:1', 'direct',
    ]);
    expect(ways('QUIC x:1; nonsense')).toEqual(['direct']);
  });

  test('is asked for once an origin, and again after minutes or in another network', async () => {
    const asked: string[] = [];
    let now = 0;
    let network = 'home';
    const find = createAskedRoutes({
      now: () => now,
      network: () => network,
      ask: async (url) => {
        asked.push(url);
        return 'DIRECT';
      },
    });
    const both = [new URL('https://a.example/feed?token=x'), new URL('https://a.example/other')];
    for (const url of both) await find(url);
    expect(asked).toEqual(['https://a.example/']);
    now += 4 * 60_000;
    await find(both[0] as URL);
    expect(asked).toHaveLength(2);
    now += 2000;
    network = 'office';
    await find(both[0] as URL);
    expect(asked).toHaveLength(3);
  });
});

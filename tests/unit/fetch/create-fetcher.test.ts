import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { fetcher, fresh, NOW, textOf } from './honest-fetcher.ts';
import { sends, serve } from './serve.ts';

describe('a conditional request', () => {
  it('names itself honestly and asks for compressed feeds', async () => {
    const { url, requests } = await serve(sends('x'));
    await fetcher({ askedBy: 'person', url, referrer: 'https://example.org/story' });
    expect(requests[0]?.headers).toMatchObject({ 'user-agent': 'Monazite/0.1.0 (+https://example.org)', 'accept-encoding': 'gzip, br, deflate', referer: 'https://example.org/story' });
    expect(requests[0]?.headers.accept).toContain('application/atom+xml');
    expect(requests[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('brings validators, age and the document’s clock, and sends the validators back byte for byte', async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.headers['if-none-match'] === 'W/"a b"') response.writeHead(304, { etag: 'W/"c"' }).end();
      else sends('x', { etag: 'W/"a b"', 'last-modified': 'Wed, 02 Oct 2024 13:00:00 GMT', 'cache-control': 'public, max-age=600', 'content-type': 'text/xml' })(request, response);
    });
    const first = fresh(await fetcher({ askedBy: 'person', url }));
    expect(first).toMatchObject({
      contentType: 'text/xml',
      finalUrl: `${url}/`,
      permanentUrl: null,
      validators: { etag: 'W/"a b"', lastModified: 'Wed, 02 Oct 2024 13:00:00 GMT' },
      maxAgeMs: 600_000,
      modifiedAt: Date.UTC(2024, 9, 2, 13),
    });
    const second = await fetcher({ askedBy: 'person', url, validators: first.validators });
    expect(requests[1]?.headers['if-modified-since']).toBe('Wed, 02 Oct 2024 13:00:00 GMT');
    expect(second).toEqual({ kind: 'notModified', permanentUrl: null, validators: { etag: 'W/"c"', lastModified: 'Wed, 02 Oct 2024 13:00:00 GMT' }, maxAgeMs: null, answered: { status: 304, received: 0 } });
  });

  it('takes a 304 that nobody asked for as a fault of the server', async () => {
    const { url } = await serve(sends('', {}, 304));
    for (const validators of [null, { etag: null, lastModified: null }]) {
      expect(await fetcher({ askedBy: 'person', url, validators })).toMatchObject({ kind: 'failed', code: 'http-error', detail: { status: 304 } });
    }
  });
});

describe('time', () => {
  it('behaviour 10: ends a body that drips a byte at a time at the deadline, and the download with it', async () => {
    let isCut = false;
    const { url } = await serve((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(drip);
        isCut = true;
      });
    });
    const started = performance.now();
    expect(await fetcher({ askedBy: 'person', url, timeoutMs: 200 })).toMatchObject({ kind: 'failed', code: 'timeout' });
    expect(performance.now() - started).toBeLessThan(3000);
    await expect.poll(() => isCut).toBe(true);
  });

  it('ends a wait for a server that never answers', async () => {
    const { url } = await serve(() => undefined);
    expect(await fetcher({ askedBy: 'person', url, timeoutMs: 100 })).toMatchObject({ code: 'timeout', detail: { host: new URL(url).host } });
  });

  it('ends at once when the caller gives up', async () => {
    const { url } = await serve(() => abort.abort());
    const abort = new AbortController();
    expect(await fetcher({ askedBy: 'person', url }, abort.signal)).toMatchObject({ kind: 'failed', code: 'engine-stopped' });
    expect(await fetcher({ askedBy: 'person', url }, abort.signal)).toMatchObject({ kind: 'failed', code: 'engine-stopped' });
  });
});

describe('a connection', () => {
  it('is kept from one feed to the next', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      sends('x')(request, response);
    });
    for (const path of ['/a', '/b', '/c']) await fetcher({ askedBy: 'person', url: url + path });
    expect(ports.size).toBe(1);
  });

  it('that its server closes just when it is used again is no failure', async () => {
    const answered = new Set<object>();
    const { url, requests } = await serve((request, response) => {
      if (answered.has(request.socket)) request.socket.destroy();
      else sends('x')(request, response);
      answered.add(request.socket);
    });
    await fetcher({ askedBy: 'person', url });
    expect(textOf(await fetcher({ askedBy: 'person', url }))).toBe('x');
    expect(requests).toHaveLength(3);
  });

  it('that ends before any answer is a failure at once', async () => {
    const { url, requests } = await serve((request) => request.socket.destroy());
    expect(await fetcher({ askedBy: 'person', url })).toMatchObject({ code: 'host-unreachable', detail: { reason: 'ECONNRESET' } });
    expect(requests).toHaveLength(1);
  });
});

describe('a redirect', () => {
  it('that is permanent from the start moves the feed, as far as the chain is unbroken', async () => {
    const { url } = await serve((request, response) => {
      const next: Record<string, [number, string]> = { '/a': [301, '/b'], '/b': [308, '/c'], '/d': [302, '/c'], '/e': [301, '/d'], '/f': [302, '/a'] };
      const hop = next[request.url ?? ''];
      if (hop) response.writeHead(hop[0], { location: hop[1] }).end('moved');
      else response.end('here');
    });
    expect(fresh(await fetcher({ askedBy: 'person', url: `${url}/a` }))).toMatchObject({ finalUrl: `${url}/c`, permanentUrl: `${url}/c` });
    expect(fresh(await fetcher({ askedBy: 'person', url: `${url}/d` }))).toMatchObject({ finalUrl: `${url}/c`, permanentUrl: null });
    expect(fresh(await fetcher({ askedBy: 'person', url: `${url}/e` }))).toMatchObject({ finalUrl: `${url}/c`, permanentUrl: `${url}/d` });
    expect(fresh(await fetcher({ askedBy: 'person', url: `${url}/f` }))).toMatchObject({ finalUrl: `${url}/c`, permanentUrl: null });
  });

  it('for now to what is gone says nothing of the address itself; one for good does', async () => {
    const { url } = await serve((request, response) => {
      const next: Record<string, [number, string]> = { '/moved': [301, '/gone'], '/for-now': [302, '/gone'], '/both': [301, '/for-now'] };
      const [code, location] = next[request.url ?? ''] ?? [410, ''];
      response.writeHead(code, { location }).end('x');
    });
    const codes = await Promise.all(['/gone', '/moved', '/for-now', '/both'].map(async (path) => ((await fetcher({ askedBy: 'person', url: url + path })) as { code?: string }).code));
    expect(codes).toEqual(['gone', 'gone', 'not-found', 'not-found']);
    const onward = { url: `${url}/gone`, permanentUrl: null, unbroken: false, hops: 1, fromPublic: false };
    expect(await fetcher({ askedBy: 'person', url: `${url}/for-now`, onward })).toMatchObject({ code: 'not-found', detail: { status: 410 } });
  });

  it('chain ends after ten, a loop where it comes round', async () => {
    const chain = await serve((request, response) => sends('', { location: `${request.url}n` }, 302)(request, response));
    expect(await fetcher({ askedBy: 'person', url: chain.url })).toMatchObject({ code: 'too-many-redirects' });
    expect(chain.requests).toHaveLength(11);
    const loop = await serve(sends('', { location: '/again' }, 302));
    expect(await fetcher({ askedBy: 'person', url: loop.url })).toMatchObject({ code: 'too-many-redirects' });
    expect(loop.requests).toHaveLength(2);
  });

  it('to another scheme is refused', async () => {
    const { url } = await serve(sends('', { location: 'file:///etc/passwd' }, 301));
    expect(await fetcher({ askedBy: 'person', url })).toMatchObject({ code: 'unsupported-scheme', detail: { scheme: 'file' } });
  });

  it('carries a login to the same host, never to another', async () => {
    const other = await serve(sends('other'));
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: other.url }).end();
      else if (request.url === '/in') response.writeHead(301, { location: '/home' }).end();
      else response.end('home');
    });
    const withLogin = url.replace('//', '//jo:p%40ss@');
    const stayed = fresh(await fetcher({ askedBy: 'person', url: `${withLogin}/in` }));
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill(`Basic ${btoa('jo:p@ss')}`));
    expect(stayed).toMatchObject({ finalUrl: `${url}/home`, permanentUrl: `${withLogin}/home` });
    expect(textOf(await fetcher({ askedBy: 'person', url: `${withLogin}/away` }))).toBe('other');
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('may name its target in raw UTF-8', async () => {
    const { url, requests } = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { location: Buffer.from('/稀土').toString('latin1') }).end();
      else response.end('x');
    });
    await fetcher({ askedBy: 'person', url });
    expect(requests[1]?.url).toBe(encodeURI('/稀土'));
  });
});

describe('a failure', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'gone'],
    [429, 'rate-limited'],
    [418, 'http-error'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('of status %i is told as %s', async (status, code) => {
    const { url } = await serve(sends('no', {}, status));
    expect(await fetcher({ askedBy: 'person', url })).toEqual({ kind: 'failed', code, detail: { host: new URL(url).host, status }, retryAt: null, answered: { status, received: 0 } });
  });

  it('keeps when to come back, in seconds or as a date', async () => {
    const { url } = await serve((request, response) => sends('', { 'retry-after': request.url === '/s' ? '120' : new Date(NOW + 60_000).toUTCString() }, 503)(request, response));
    expect(await fetcher({ askedBy: 'person', url: `${url}/s` })).toMatchObject({ retryAt: NOW + 120_000 });
    expect(await fetcher({ askedBy: 'person', url: `${url}/d` })).toMatchObject({ retryAt: NOW + 60_000 });
  });

  it('of the connection names its cause', async () => {
    const refused = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => refused.once('listening', resolve));
    const { port } = refused.address() as AddressInfo;
    await new Promise((resolve) => refused.close(resolve));
    expect(await fetcher({ askedBy: 'person', url: `http://127.0.0.1:${port}/` })).toMatchObject({ code: 'host-unreachable', detail: { host: `127.0.0.1:${port}` } });
    expect(await fetcher({ askedBy: 'person', url: 'http://no-such-host.invalid/' })).toMatchObject({ code: 'host-not-found' });
  });

  it('of TLS is told apart', async () => {
    const { url } = await serve(sends('plain'));
    expect(await fetcher({ askedBy: 'person', url: url.replace('http:', 'https:') })).toMatchObject({ code: 'tls-failed' });
    const server = createTlsServer({}).listen(0, '127.0.0.1');
    server.on('tlsClientError', () => undefined);
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await fetcher({ askedBy: 'person', url: `https://127.0.0.1:${port}/` })).toMatchObject({ code: 'tls-failed' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('of a server that speaks no HTTP is an answer too', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.write('hello, this is no HTTP\r\n\r\n'))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await fetcher({ askedBy: 'person', url: `http://127.0.0.1:${port}/` })).toMatchObject({ code: 'http-error' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('of the address itself never reaches the network', async () => {
    expect(await fetcher({ askedBy: 'person', url: 'ftp://example.org/feed' })).toMatchObject({ code: 'unsupported-scheme' });
    expect(await fetcher({ askedBy: 'person', url: 'file:///etc/passwd' })).toMatchObject({ code: 'unsupported-scheme' });
    expect(await fetcher({ askedBy: 'person', url: 'nonsense' })).toMatchObject({ code: 'invalid-address' });
  });
});

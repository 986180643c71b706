import { describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { isPrivateHost, mayLead } from '../../../electron/core/fetch/private-host.ts';
import { publicLookup } from '../../../electron/core/fetch/public-lookup.ts';
import { sends, serve } from './serve.ts';

describe('a host of this machine or its network', () => {
  it.each([
    'localhost', 'a.localhost', '127.0.0.1', '127.9.9.9', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0',
    '[::1]', '[::]', '[fc00::1]', '[fd12::1]', '[fe80::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[64:ff9b::a00:1]', '[2002:7f00:1::]', 'printer', 'nas.local', 'wiki.corp.', 'x.internal', '224.0.0.1',
  ])('%s', (host) => {
    expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(true);
  });

  it.each(['metals.example', '8.8.8.8', '172.32.0.1', '100.128.0.1', '[2001:4860:4860::8888]', '[::ffff:8.8.8.8]', '例子.中国', 'localhost.example.org'])('is not %s', (host) => {
    expect(isPrivateHost(new URL(`http://${host}/`).hostname)).toBe(false);
  });

  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/'])('nor is it hidden by how it is written: %s', (url) => {
    expect(mayLead('https://metals.example/', url)).toBe(false);
  });

  it('is never where a public document leads, and may be where a private one does', () => {
    expect(mayLead('https://metals.example/', 'http://192.168.1.1/feed')).toBe(false);
    expect(mayLead('http://192.168.1.1/', 'http://192.168.1.2/feed')).toBe(true);
    expect(mayLead('https://metals.example/', 'https://other.example/feed')).toBe(true);
    expect(mayLead('http://192.168.1.1/', 'ftp://x.example/')).toBe(false);
  });
});

describe('a request for public addresses only', () => {
  it('is not sent by a redirect into the private network', async () => {
    const inner = await serve(sends('secret'));
    const outer = await serve((_, response) => void response.writeHead(302, { location: `${inner.url}/feed` }).end());
    const { port } = new URL(outer.url);
    const fetcher = createFetcher({ userAgent: 'Monazite/test', connect: ({ hostname }) => (hostname === 'public.example' ? { address: '127.0.0.1', port: Number(port) } : null) });
    expect(await fetcher({ url: 'http://public.example/', publicExcept: 'public.example' })).toMatchObject({ kind: 'failed', code: 'host-unreachable' });
    expect(inner.requests).toHaveLength(0);
    expect(await fetcher({ url: 'http://public.example/' })).toMatchObject({ kind: 'fresh', finalUrl: `${inner.url}/feed` });
    await fetcher.close();
  });

  it('is not sent by a name that stands for a private address', async () => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    publicLookup('localhost', { all: true }, (error) => resolve(error?.code ?? null));
    expect(await promise).toBe('EHOSTUNREACH');
  });
});

import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { mayLead } from '../../../electron/core/fetch/asked-by.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { isPrivateAnswer, isPrivateHost } from '../../../electron/core/fetch/private-host.ts';
import { publicLookup } from '../../../electron/core/fetch/public-lookup.ts';
import { serve } from './serve.ts';

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
  it('is not sent by a name that stands for a private address', async () => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    publicLookup('localhost', { all: true }, (error) => resolve(error?.code ?? null));
    expect(await promise).toBe('EPRIVATE');
  });
});

/** Sends on to wherever the path says; answers where it says nothing. */
const sendsOn: RequestListener = (request, response) => {
  const to = decodeURIComponent(request.url?.slice(1) ?? '');
  if (to === '') response.end('here');
  else response.writeHead(302, { location: to }).end();
};

/** The first address, which leads to the next, and so on. */
const leading = (...hops: readonly string[]): string => hops.reduceRight((rest, hop) => `${hop}/${encodeURIComponent(rest)}`, '');

/** `*.example` on a server of this machine: for the fetcher, public names. */
async function aWorld(): Promise<{ fetcher: ReturnType<typeof createFetcher>; url: string; requests: readonly unknown[] }> {
  const { url, requests } = await serve(sendsOn);
  const port = Number(new URL(url).port);
  const fetcher = createFetcher({ userAgent: 'Monazite/test', connect: ({ hostname }) => (hostname.endsWith('.example') ? { address: '127.0.0.1', port } : null) });
  return { fetcher, url, requests };
}

describe('a redirect', () => {
  it.each(['http://127.0.0.1:1', 'http://192.168.1.1', 'http://[::1]:1', 'http://printer', 'http://nas.local'])('of a public host does not lead to %s', async (inner) => {
    const { fetcher, requests } = await aWorld();
    for (const askedBy of ['person', { document: 'http://public.example/feed' }, { document: null }] as const) {
      expect(await fetcher({ askedBy, url: leading('http://public.example', inner) })).toMatchObject({ kind: 'failed', code: 'private-network', detail: { host: new URL(inner).host } });
    }
    expect(requests).toHaveLength(3);
    await fetcher.close();
  });

  it('of a public host may lead to another, which leads into no private network either', async () => {
    const { fetcher, url } = await aWorld();
    expect(await fetcher({ askedBy: 'person', url: leading('http://public.example', 'http://other.example') })).toMatchObject({ kind: 'fresh', finalUrl: 'http://other.example/' });
    const stopped = await fetcher({ askedBy: 'person', url: leading('http://public.example', 'http://other.example', url), staysOnHost: true });
    const onward = stopped.kind === 'failed' ? stopped.onward : null;
    expect(await fetcher({ askedBy: 'person', url: 'http://public.example/', onward })).toMatchObject({ kind: 'failed', code: 'private-network' });
    await fetcher.close();
  });

  it('of a private host may lead anywhere, but not out and in again', async () => {
    const { fetcher, url } = await aWorld();
    const inner = url.replace('127.0.0.1', 'localhost');
    expect(await fetcher({ askedBy: 'person', url: leading(inner, url) })).toMatchObject({ kind: 'fresh', finalUrl: `${url}/` });
    expect(await fetcher({ askedBy: 'person', url: leading(url, 'http://public.example') })).toMatchObject({ kind: 'fresh' });
    expect(await fetcher({ askedBy: 'person', url: leading(url, 'http://public.example', inner) })).toMatchObject({ kind: 'failed', code: 'private-network' });
    await fetcher.close();
  });
});

it('an address that a tunnel answers for a name stands for no private network', () => {
  expect(['198.18.0.7', '::ffff:198.19.1.1', '10.0.0.1', '127.0.0.1', '::1', 'fe80::1', '8.8.8.8'].map(isPrivateAnswer)).toEqual([false, false, true, true, true, true, false]);
});

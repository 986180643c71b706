import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import type { Login } from '../../../electron/core/fetch/login.ts';
import { mayHear } from '../../../electron/core/fetch/login.ts';
import { signedAddress } from '../../../electron/core/logins.ts';
import { sends, serve, type Served } from '../fetch/serve.ts';

const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000 });
afterAll(() => fetcher.close());

const PASSWORD = 'kept-geheim-4711';
const basic = (url: string): Login => ({ origin: url, credentials: { kind: 'basic', user: 'ann', password: PASSWORD }, parts: {} });
const header = (url: string): Login => ({ origin: url, credentials: { kind: 'header', name: 'X-Api-Key', value: PASSWORD }, parts: {} });
const BASIC = `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`;

const keyed = (url: string): Login => ({ origin: url, credentials: null, parts: { token: PASSWORD } });
const may = (origin: string, to: string): boolean => mayHear(origin, new URL(to));

/** A server that sends on from `/0` to what `next` says. */
const sendsOn = (status: number, next: () => string): Promise<Served> =>
  serve((request, response) => {
    if (request.url?.startsWith('/0')) response.writeHead(status, { location: next() }).end();
    else sends('ok')(request, response);
  });

const heard = ({ requests }: Served): string => requests.map(({ url, headers }) => JSON.stringify([url, headers])).join('\n');

describe('a sign-in', () => {
  it('that stands before a host without a scheme is one for https', () => {
    expect(signedAddress(`ann:${PASSWORD}@site.example/feed`, null)).toEqual({
      address: 'https://site.example/feed',
      written: 'site.example/feed',
      login: { origin: 'https://site.example', credentials: { kind: 'basic', user: 'ann', password: PASSWORD }, parts: {} },
    });
  });

  it('is sent with the first request, as a user and password or as a header', async () => {
    const site = await serve(sends('ok'));
    await fetcher({ askedBy: 'person', url: site.url, login: basic(site.url) });
    await fetcher({ askedBy: 'person', url: site.url, login: header(site.url) });
    expect(site.requests.map(({ headers }) => [headers.authorization, headers['x-api-key']])).toEqual([[BASIC, undefined], [undefined, PASSWORD]]);
  });

  it('writes a user and password of any script as UTF-8', async () => {
    const site = await serve(sends('ok'));
    await fetcher({ askedBy: 'person', url: site.url, login: { origin: site.url, credentials: { kind: 'basic', user: '安', password: '密码' }, parts: {} } });
    expect(Buffer.from(site.requests[0]?.headers.authorization?.slice(6) ?? '', 'base64').toString()).toBe('安:密码');
  });

  it.each([301, 302, 303, 307, 308])('goes along with a %s within its origin, and to no other', async (status) => {
    const other = await serve(sends('ok'));
    const site = await sendsOn(status, () => '/1');
    await fetcher({ askedBy: 'person', url: `${site.url}/0`, login: basic(site.url) });
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([BASIC, BASIC]);
    for (const login of [basic, header]) {
      const leaving = await sendsOn(status, () => other.url);
      await fetcher({ askedBy: 'person', url: `${leaving.url}/0`, login: login(leaving.url) });
    }
    // Another port of the same host is another origin.
    expect(other.requests).toHaveLength(2);
    expect(heard(other)).not.toContain(PASSWORD);
    expect(heard(other)).not.toContain('authorization');
  });

  it('does not come back to a trip that left its origin', async () => {
    let back = '';
    const other = await sendsOn(307, () => back);
    const site = await sendsOn(302, () => `${other.url}/0`);
    back = `${site.url}/1`;
    const result = await fetcher({ askedBy: 'person', url: `${site.url}/0`, login: basic(site.url) });
    expect(result).toMatchObject({ kind: 'fresh', finalUrl: back });
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([BASIC, undefined]);
  });

  it('is not sent to an address of another origin than its own', async () => {
    const site = await serve(sends('ok'));
    await fetcher({ askedBy: 'person', url: site.url, login: basic('https://127.0.0.1') });
    expect(heard(site)).not.toContain('authorization');
  });

  it('may follow its host to https and nowhere else', () => {
    expect(may('http://a.example', 'https://a.example/x')).toBe(true);
    expect(may('https://a.example', 'http://a.example/x')).toBe(false);
    expect(may('http://a.example:8080', 'https://a.example/x')).toBe(false);
    expect(may('http://a.example', 'https://a.example:8443/x')).toBe(false);
    expect(may('https://a.example', 'https://www.a.example/x')).toBe(false);
    expect(may('https://a.example', 'https://a.example.evil.example/')).toBe(false);
  });
});

describe('a key in an address', () => {
  it('is put in for the request alone: nothing of the answer holds it', async () => {
    const site = await serve((request, response) => sends(`<link>http://x/?a=1&amp;token=${PASSWORD}</link>`)(request, response));
    const result = await fetcher({ askedBy: 'person', url: `${site.url}/feed?token=***`, login: keyed(site.url) });
    expect(site.requests[0]?.url).toBe(`/feed?token=${PASSWORD}`);
    if (result.kind !== 'fresh') throw new Error(result.kind);
    expect(result.finalUrl).toBe(`${site.url}/feed?token=***`);
    expect(Buffer.from(result.body).toString()).toBe('<link>http://x/?a=1&amp;token=***</link>');
    for (const encoding of ['utf16le', 'utf16be'] as const) {
      const wide = (text: string): Buffer => (encoding === 'utf16le' ? Buffer.from(text, 'utf16le') : Buffer.from(text, 'utf16le').swap16());
      const utf16 = await serve((request, response) => sends(wide(`稀土 ?token=${PASSWORD}`))(request, response));
      const { body } = (await fetcher({ askedBy: 'person', url: utf16.url, login: keyed(utf16.url) })) as { body: Uint8Array };
      expect(Buffer.from(body)).toEqual(wide('稀土 ?token=***'));
    }
  });

  it('is found in an answer and in a redirect also where the server writes it otherwise', async () => {
    const key = 'a%2Bb%26c';
    const login = (url: string): Login => ({ origin: url, credentials: { kind: 'basic', user: 'ann', password: 'p@ss' }, parts: { token: key } });
    const other = await serve(sends('ok'));
    const written = `token=a+b&amp;c token=a+b&c https%3A%2F%2Fx%2F%3Ftoken%3D${encodeURIComponent(key)} //ann:p%40ss@x/ //ann:p@ss@x/`;
    const site = await serve((request, response) => {
      if (request.url?.startsWith('/out')) response.writeHead(302, { location: `${other.url}/?next=${encodeURIComponent(`/feed?token=${key}`)}` }).end();
      else sends(written)(request, response);
    });
    const { body } = (await fetcher({ askedBy: 'person', url: `${site.url}/feed?token=***`, login: login(site.url) })) as { body: Uint8Array };
    expect(Buffer.from(body).toString()).toBe('token=*** token=*** https%3A%2F%2Fx%2F%3Ftoken%3D*** //x/ //x/');
    await fetcher({ askedBy: 'person', url: `${site.url}/out?token=***`, login: login(site.url) });
    expect(other.requests[0]?.url).toBe(`/?next=${encodeURIComponent('/feed?token=')}***`);
  });

  it('does not go along with a trip that waits before another host, nor in what is remembered of it', async () => {
    const other = await serve(sends(`?token=${PASSWORD}`));
    const site = await serve((request, response) => void response.writeHead(301, { location: `${other.url}${request.url}` }).end());
    const request = { askedBy: 'person' as const, url: `${site.url}/feed?token=***`, login: { ...keyed(site.url), ...basic(site.url), parts: { token: PASSWORD } }, staysOnHost: true };
    const led = await fetcher(request);
    expect(JSON.stringify(led)).not.toContain(PASSWORD);
    if (led.kind !== 'failed' || !led.onward) throw new Error(led.kind);
    expect(other.requests).toEqual([]);
    const there = await fetcher({ ...request, onward: led.onward });
    expect(there).toMatchObject({ kind: 'fresh', finalUrl: `${other.url}/feed?token=***`, permanentUrl: `${other.url}/feed?token=***` });
    expect(heard(other)).not.toContain(PASSWORD);
    expect(heard(other)).not.toContain('authorization');
  });

  it('stays behind where a server sends every request on as it came', async () => {
    const other = await serve(sends('ok'));
    const site = await serve((request, response) => void response.writeHead(301, { location: `${other.url}${request.url}` }).end());
    const result = await fetcher({ askedBy: 'person', url: `${site.url}/feed?token=***`, login: keyed(site.url) });
    expect(heard(other)).not.toContain(PASSWORD);
    expect(result).toMatchObject({ kind: 'fresh', permanentUrl: `${other.url}/feed?token=***` });
  });

  it('leaves the keys of a redirect itself alone, and remembers no address that needs one', async () => {
    const store = await serve(sends('ok'));
    const site = await serve((_, response) => void response.writeHead(301, { location: `${store.url}/x?signature=abc123def456` }).end());
    const result = await fetcher({ askedBy: 'person', url: `${site.url}/feed?token=***`, login: keyed(site.url) });
    expect(store.requests[0]?.url).toBe('/x?signature=abc123def456');
    expect(result).toMatchObject({ kind: 'fresh', permanentUrl: null });
    expect(await fetcher({ askedBy: 'person', url: site.url })).toMatchObject({ kind: 'fresh', permanentUrl: null });
  });

  it('that is not known is not asked without', async () => {
    const site = await serve(sends('ok'));
    for (const login of [keyed(site.url), { ...keyed('https://elsewhere.example'), parts: { apikey: PASSWORD } }, null]) {
      expect(await fetcher({ askedBy: 'person', url: `${site.url}/?apikey=***`, login })).toMatchObject({ kind: 'failed', code: 'sign-in-missing' });
    }
    expect(site.requests).toEqual([]);
  });

  it('and a user and password are left out of what a page is told it was come from', async () => {
    const site = await serve(sends('ok'));
    await fetcher({ askedBy: 'person', url: site.url, referrer: `https://ann:${PASSWORD}@site.example/story?token=${PASSWORD}` });
    expect(site.requests[0]?.headers.referer).toBe('https://site.example/story?token=***');
  });
});

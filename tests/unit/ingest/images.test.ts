import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { fetchImage } from '../../../electron/core/refresh/ingest-image.ts';
import type { ImageJob, ImageResult } from '../../../electron/core/refresh/ingest-job.ts';
import { sends, serve } from '../fetch/serve.ts';
import { gif, jpeg, png, svg } from '../image/made-images.ts';

const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 400 });
afterAll(() => fetcher.close());

const ARTICLE = 'https://metals.example/2026/story';

const fetchIt = (url: string, more: Partial<ImageJob> = {}): Promise<ImageResult> => fetchImage({ url, referrer: ARTICLE, from: 'http://127.0.0.1/feed', ...more }, { fetcher });

/** Serves an image to those who come with one of some Referers, and refuses the others in a way of its own. */
const wanting = (referrers: (string | undefined)[], refuse: (request: IncomingMessage, response: ServerResponse) => void) => (request: IncomingMessage, response: ServerResponse) =>
  (referrers.includes(request.headers.referer) ? sends(png(40, 30)) : refuse)(request, response);

describe('a host that looks at the Referer', () => {
  const forbidden = sends('no', {}, 403);
  const page = sends('<!doctype html>Do not link to our images', { 'content-type': 'image/png' });
  it.each([
    ['wants its article', [ARTICLE], forbidden, [ARTICLE]],
    ['wants its site', ['https://metals.example/'], forbidden, [ARTICLE, 'https://metals.example/']],
    ['wants none', [undefined], forbidden, [ARTICLE, 'https://metals.example/', undefined]],
    ['answers with a page instead', [undefined], page, [ARTICLE, 'https://metals.example/', undefined]],
  ])('%s', async (_, wanted, refuse, asked) => {
    const { url, requests } = await serve(wanting(wanted, refuse));
    expect(await fetchIt(`${url}/a.png`)).toMatchObject({ kind: 'image', image: { type: 'image/png', width: 40, height: 30 } });
    expect(requests.map(({ headers }) => headers.referer)).toEqual(asked);
    expect(requests[0]?.headers.accept).toContain('image/avif');
  });

  it('refuses everybody, and is told once what it said', async () => {
    const { url, requests } = await serve(forbidden);
    expect(await fetchIt(url)).toMatchObject({ kind: 'failed', code: 'forbidden', detail: { status: 403 } });
    expect(requests).toHaveLength(3);
  });

  it.each([[404, 'not-found'], [429, 'rate-limited'], [503, 'server-error']])('is not asked thrice where it says %i', async (status, code) => {
    const { url, requests } = await serve(sends('', { 'retry-after': '120' }, status));
    expect(await fetchIt(url)).toMatchObject({ kind: 'failed', code });
    expect(requests).toHaveLength(1);
  });
});

describe('what comes is looked at', () => {
  it.each([
    ['a GIF that is called a PNG', gif(40, 30), 'image/png', { kind: 'image', image: { type: 'image/gif' } }],
    ['a JPEG that is called a page', jpeg(40, 30), 'text/html', { kind: 'image', image: { type: 'image/jpeg' } }],
    ['an SVG that is called a PNG', svg(), 'image/png', { kind: 'image', image: { type: 'image/svg+xml', width: 320, height: 200 } }],
    ['a page that is called a PNG', '<html>', 'image/png', { kind: 'failed', code: 'not-an-image' }],
    ['a bomb', png(60_000, 60_000), 'image/png', { kind: 'failed', code: 'image-too-large', detail: { width: 60_000, height: 60_000 } }],
    ['eleven megabytes', Buffer.alloc(11 * 1024 * 1024), 'image/png', { kind: 'failed', code: 'body-too-large' }],
  ])('%s', async (_, bytes, type, expected) => {
    const { url } = await serve(sends(bytes, { 'content-type': type }));
    expect(await fetchIt(`${url}/a.png`, { referrer: null })).toMatchObject(expected);
  });

  it('an image that an address carries needs nobody', async () => {
    const address = `data:image/png;base64,${png(40, 30).toString('base64')}`;
    expect(await fetchIt(address)).toMatchObject({ kind: 'image', image: { type: 'image/png', width: 40, height: 30 } });
    expect(await fetchIt('data:image/png;base64,AAAA')).toMatchObject({ kind: 'failed', code: 'not-an-image' });
    expect(await fetchIt('data:text/html;base64,AAAA')).toMatchObject({ kind: 'failed', code: 'unsupported-scheme' });
  });
});

describe('an image that never ends', () => {
  it('in bytes is cut off at its limit', async () => {
    const { url } = await serve((_, response) => {
      const flood = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
      };
      response.on('drain', flood);
      flood();
    });
    expect(await fetchImage({ url, referrer: null, from: url }, { fetcher: (asked, signal) => fetcher({ ...asked, timeoutMs: 20_000 }, signal) })).toMatchObject({ kind: 'failed', code: 'body-too-large' });
  });

  it('in time is given up', async () => {
    const { url } = await serve((_, response) => void response.write(png(40, 30)));
    expect(await fetchIt(url, { referrer: null })).toMatchObject({ kind: 'failed', code: 'timeout' });
  });
});

describe('where an image may lead', () => {
  it('a public feed leads to nobody in the private network', async () => {
    const { url, requests } = await serve(sends(png(40, 30)));
    expect(await fetchIt(url, { from: 'https://metals.example/feed' })).toMatchObject({ kind: 'failed', code: 'private-network' });
    // What an article says of its own address opens nothing.
    expect(await fetchIt(url, { from: 'https://metals.example/feed', referrer: `${url}/story` })).toMatchObject({ kind: 'failed', code: 'private-network' });
    expect(requests).toHaveLength(0);
  });

  it('nor does a redirect, which waits for its turn at the other host', async () => {
    const inner = await serve(sends(png(40, 30)));
    const outer = await serve(sends('', { location: `${inner.url}/a.png` }, 302));
    // The one private host that is excepted is that of the feed itself.
    const led = await fetchIt(outer.url, { from: 'http://127.0.0.1/feed' });
    expect(led).toMatchObject({ kind: 'failed', onward: { url: `${inner.url}/a.png` }, attempt: 0 });
    expect(inner.requests).toHaveLength(0);
    if (led.kind !== 'failed' || !led.onward) throw new Error('led nowhere');
    expect(await fetchIt(outer.url, { onward: led.onward, attempt: 0, from: 'https://metals.example/feed' })).toMatchObject({ kind: 'failed', code: 'private-network' });
    expect(await fetchIt(outer.url, { onward: led.onward, attempt: 0 })).toMatchObject({ kind: 'image' });
    expect(inner.requests.map(({ headers }) => headers.referer)).toEqual([ARTICLE]);
  });

  it('a redirect loop ends', async () => {
    const { url } = await serve((request, response) => sends('', { location: request.url === '/a' ? '/b' : '/a' }, 302)(request, response));
    expect(await fetchIt(`${url}/a`)).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
  });
});

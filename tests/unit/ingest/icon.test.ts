import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import type { IconJob, IconResult } from '../../../electron/core/refresh/ingest-job.ts';
import { sends, serve } from '../fetch/serve.ts';
import { gif, ico, jpeg, png, svg } from '../image/made-images.ts';

const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 2000 });
afterAll(() => fetcher.close());

const ask = (url: string, more: Partial<IconJob> = {}): Promise<IconResult> => createIngest({ fetcher }).icon({ url, want: 'icon', from: 'http://127.0.0.1/feed', ...more });

const onwardOf = (result: IconResult) => (result.kind === 'failed' ? (result.onward ?? null) : null);

/** A site without rules for programs, or with these. */
const site = (paths: Record<string, (request: IncomingMessage, response: ServerResponse) => void>) => (request: IncomingMessage, response: ServerResponse) =>
  (paths[request.url ?? ''] ?? sends('not here', {}, 404))(request, response);

describe('an icon is known by its bytes', () => {
  it.each([
    ['an icon file', ico([{ kind: 'bmp', side: 16 }, { kind: 'png', side: 32 }]), { kind: 'image', image: { type: 'image/x-icon', width: 32, height: 32 } }],
    ['a GIF', gif(16, 16), { kind: 'image', image: { type: 'image/gif' } }],
    ['a drawing that says no size', svg('', ''), { kind: 'image', image: { type: 'image/svg+xml' } }],
    ['a large drawing', svg('', 'viewBox="0 0 2000 2000"'), { kind: 'image' }],
    ['nearly a square', png(88, 64), { kind: 'image' }],
    ['a banner', png(144, 48), { kind: 'failed', code: 'not-an-image' }],
    ['a pixel that counts readers', gif(1, 1), { kind: 'failed', code: 'not-an-image' }],
    ['the cover of a podcast', jpeg(1400, 1400), { kind: 'failed', code: 'image-too-large', detail: { width: 1400, height: 1400 } }],
    ['a page that says what is missing', '<!doctype html><title>Not found</title>', { kind: 'failed', code: 'not-an-image' }],
    ['more bytes than an icon has', Buffer.alloc(600 * 1024), { kind: 'failed', code: 'body-too-large' }],
  ])('%s', async (_, bytes, expected) => {
    const { url } = await serve(site({ '/favicon.ico': sends(bytes, { 'content-type': 'image/x-icon' }) }));
    expect(await ask(`${url}/favicon.ico`)).toMatchObject(expected);
  });

  it.each([
    ['a drawing as it is written', 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', 'image/svg+xml'],
    ['a drawing with escapes', 'data:image/svg+xml;utf8,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%20viewBox=%220%200%209%209%22/%3E', 'image/svg+xml'],
    ['a PNG', `data:image/png;base64,${png(32, 32).toString('base64')}`, 'image/png'],
  ])('that a page carries itself: %s', async (_, url, type) => expect(await ask(url)).toMatchObject({ kind: 'image', image: { type } }));

  it('that a page carries itself and is none', async () => expect(await ask('data:text/html,<svg/>')).toMatchObject({ kind: 'failed', code: 'not-an-image' }));
});

describe('a page is asked for what it names', () => {
  it('by the address where it was found', async () => {
    const { url } = await serve(site({
      '/': (_, response) => void response.writeHead(302, { location: '/en/' }).end(),
      '/en/': sends('<link rel="icon" href="mark.png">', { 'content-type': 'text/html' }),
    }));
    expect(await ask(`${url}/`, { want: 'page' })).toMatchObject({ kind: 'links', icons: [`${url}/en/mark.png`], finalUrl: `${url}/en/` });
  });
});

describe('nobody chose it', () => {
  it('is asked for as robots.txt allows, which is asked first', async () => {
    const { url, requests } = await serve(site({ '/robots.txt': sends('User-agent: *\nDisallow: /favicon.ico\nCrawl-delay: 7'), '/favicon.ico': sends(png(16, 16)), '/': sends('<link rel="icon" href="/a.png">') }));
    expect(await ask(`${url}/favicon.ico`)).toMatchObject({ kind: 'failed', code: 'robots-disallowed', crawlDelayMs: 7000 });
    expect(await ask(`${url}/`, { want: 'page' })).toMatchObject({ kind: 'links', crawlDelayMs: 7000 });
    expect(requests.map((request) => request.url)).toEqual(['/robots.txt', '/robots.txt', '/']);
  });

  it('tells who asks, and neither where it was named nor who the person is', async () => {
    const { url, requests } = await serve(site({ '/favicon.ico': sends(png(16, 16)) }));
    await ask(`${url}/favicon.ico`, { from: 'http://reader:secret@127.0.0.1/feed?key=secret' });
    for (const { headers } of requests) {
      expect([headers['user-agent'], headers.referer, headers.authorization, headers.cookie]).toEqual(['Monazite/test', undefined, undefined, undefined]);
    }
  });

  it('leads from no public source into the private network, and asks nothing there', async () => {
    const { url, requests } = await serve(sends(png(16, 16)));
    for (const want of ['icon', 'page'] as const) expect(await ask(`${url}/`, { want, from: 'https://metals.example/feed' })).toMatchObject({ kind: 'failed', code: 'private-network' });
    expect(requests).toEqual([]);
  });

  it('ends before another host, and goes on there by its rules', async () => {
    const other = await serve(site({ '/robots.txt': sends('User-agent: *\nDisallow: /no'), '/mark.png': sends(png(16, 16)), '/no.png': sends(png(16, 16)) }));
    const { url } = await serve(site({
      '/a.png': (_, response) => void response.writeHead(302, { location: `${other.url}/mark.png` }).end(),
      '/b.png': (_, response) => void response.writeHead(302, { location: `${other.url}/no.png` }).end(),
    }));
    const first = await ask(`${url}/a.png`);
    expect(first).toMatchObject({ kind: 'failed', onward: { url: `${other.url}/mark.png` } });
    expect(other.requests).toEqual([]);
    expect(await ask(`${url}/a.png`, { onward: onwardOf(first) })).toMatchObject({ kind: 'image' });
    expect(await ask(`${url}/b.png`, { onward: onwardOf(await ask(`${url}/b.png`)) })).toMatchObject({ kind: 'failed', code: 'robots-disallowed' });
  });
});

import { randomBytes } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetcher, fresh, textOf } from './honest-fetcher.ts';
import { sends, serve } from './serve.ts';

describe('a body', () => {
  const text = 'neodymium '.repeat(500);
  it.each([
    ['gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['gzip', Buffer.from(text)],
    ['utf-8', Buffer.from(text)],
  ])('is decoded from %s', async (encoding, body) => {
    const { url } = await serve(sends(body, { 'content-encoding': encoding }));
    expect(textOf(await fetcher({ askedBy: 'person', url }))).toBe(text);
  });

  it('that is a gzip file itself is opened, under the same cap; what only begins like one stays what it is', async () => {
    const bodies: Record<string, Buffer> = { '/feed.xml.gz': gzipSync(text), '/bomb.gz': gzipSync(Buffer.alloc(50_000_000)), '/cut.gz': gzipSync(randomBytes(5000)).subarray(0, 3000) };
    const { url } = await serve((request, response) => {
      const [path = '', sent] = (request.url ?? '').split('?');
      const body = bodies[path] ?? Buffer.alloc(0);
      sends(sent ? gzipSync(body) : body, { 'content-type': 'application/gzip', ...(sent && { 'content-encoding': 'gzip' }) })(request, response);
    });
    for (const path of ['/feed.xml.gz', '/feed.xml.gz?sent']) expect(textOf(await fetcher({ askedBy: 'person', url: url + path }))).toBe(text);
    expect(await fetcher({ askedBy: 'person', url: `${url}/bomb.gz` })).toMatchObject({ code: 'body-too-large', detail: { limit: 100_000 } });
    expect(fresh(await fetcher({ askedBy: 'person', url: `${url}/cut.gz` })).body).toHaveLength(3000);
  });

  it('behaviour 10: stops a gzip bomb at the cap of what comes out', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).toBeLessThan(100_000);
    const { url } = await serve(sends(bomb, { 'content-encoding': 'gzip' }));
    expect(await fetcher({ askedBy: 'person', url })).toMatchObject({ kind: 'failed', code: 'body-too-large', detail: { limit: 100_000 } });
  });

  it('behaviour 10: refuses a body that is announced too large, and cuts one that grows too large', async () => {
    let sent = 0;
    let isCut = false;
    const { url } = await serve((request, response) => {
      if (request.url === '/announced') response.writeHead(200, { 'content-length': '200000000' });
      const more = () => {
        while (!response.destroyed && response.write(randomBytes(65_536))) sent += 65_536;
      };
      response.on('drain', more).on('close', () => (isCut = true));
      more();
    });
    expect(await fetcher({ askedBy: 'person', url: `${url}/announced` })).toMatchObject({ code: 'body-too-large' });
    expect(await fetcher({ askedBy: 'person', url: `${url}/growing` })).toMatchObject({ code: 'body-too-large' });
    await expect.poll(() => isCut).toBe(true);
    expect(sent).toBeLessThan(50_000_000);
  });

  it('fails where its compression is damaged, and is not taken for whole where it ends early', async () => {
    const { url } = await serve((request, response) => {
      if (request.url === '/gzip') sends(gzipSync(randomBytes(5000)).subarray(0, 3000), { 'content-encoding': 'gzip' })(request, response);
      else response.writeHead(200, { 'content-length': '1000' }).write('half', () => response.destroy());
    });
    expect(await fetcher({ askedBy: 'person', url: `${url}/gzip` })).toMatchObject({ code: 'http-error', detail: { reason: 'content-encoding' } });
    expect(await fetcher({ askedBy: 'person', url: `${url}/short` })).toMatchObject({ code: 'host-unreachable' });
  });

  it('of no bytes has its own code', async () => {
    const { url } = await serve(sends(''));
    expect(await fetcher({ askedBy: 'person', url })).toMatchObject({ code: 'empty-body' });
  });
});

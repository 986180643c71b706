import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpBridge } from '../../../../renderer/client/http-bridge.ts';

let server: Server | null = null;

async function serve(listener: RequestListener): Promise<string> {
  const opened = createServer(listener);
  server = opened;
  await new Promise<void>((resolve) => {
    opened.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

describe('the loopback bridge', () => {
  it('posts a call as JSON and hands on the answer', async () => {
    const base = await serve((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const value = { method: request.method, url: request.url, type: request.headers['content-type'], body };
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ ok: true, value }));
      });
    });
    expect(await createHttpBridge(base).call('getArticle', { articleId: 7 })).toEqual({
      ok: true,
      value: { method: 'POST', url: '/call/getArticle', type: 'application/json', body: '{"articleId":7}' },
    });
  });

  it('says engine-stopped where nobody answers', async () => {
    const base = await serve(() => undefined);
    await new Promise<void>((resolve) => {
      server?.close(() => resolve());
    });
    expect(await createHttpBridge(base).call('counts', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped' } });
  });

  it('says engine-stopped where the door no longer knows the page', async () => {
    const base = await serve((_request, response) => response.writeHead(401, { 'content-type': 'text/plain' }).end('no'));
    expect(await createHttpBridge(base).call('counts', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped', message: 'HTTP 401' } });
  });
});

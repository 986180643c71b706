import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpBridge } from '../../../../renderer/client/http-bridge.ts';
import type { HttpBridge, StreamState } from '../../../../renderer/client/http-bridge.ts';

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

  describe('its stream of events', () => {
    class Source {
      static opened: Source[] = [];
      static readonly CLOSED = 2;
      readonly readyState = 1;
      onopen: (() => void) | null = null;
      onmessage: ((message: { data: string }) => void) | null = null;
      onerror: (() => void) | null = null;
      readonly told = new Map<string, () => void>();
      readonly url: string;
      constructor(url: URL) {
        this.url = `${url.pathname}${url.search}`;
        Source.opened.push(this);
      }
      addEventListener(name: string, listener: () => void): void {
        this.told.set(name, listener);
      }
    }

    beforeEach(() => {
      Source.opened = [];
      vi.stubGlobal('EventSource', Source);
    });
    afterEach(() => vi.unstubAllGlobals());

    async function opened(listener: RequestListener): Promise<{ readonly bridge: HttpBridge; readonly source: Source; readonly states: StreamState[] }> {
      const bridge = createHttpBridge(await serve(listener));
      const states: StreamState[] = [];
      bridge.onStream((state) => states.push(state));
      bridge.onEvent(() => undefined);
      await vi.waitFor(() => expect(Source.opened).toHaveLength(1));
      return { bridge, source: Source.opened[0]!, states };
    }

    it('begins where the first answers end, which are asked for once', async () => {
      const asked: (string | undefined)[] = [];
      const { bridge, source, states } = await opened((request, response) => {
        asked.push(`${request.method} ${request.url}`);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ told: 7, answer: { ok: true, value: { calls: [] } } }));
      });
      expect(source.url).toBe('/events?after=7');
      expect(await bridge.call('firstScreen', {})).toEqual({ ok: true, value: { calls: [] } });
      expect(asked).toEqual(['GET /first']);
      source.onopen?.();
      // Dropped and opened again: whoever shows anything asks anew.
      source.onopen?.();
      source.told.get('missed')?.();
      expect(states).toEqual(['whole', 'open', 'missed']);
    });

    it('opens without first answers where these cannot be had', async () => {
      const { bridge, source, states } = await opened((_request, response) => response.writeHead(500, { 'content-type': 'text/plain' }).end('no'));
      expect(source.url).toBe('/events');
      source.onopen?.();
      expect(states).toEqual(['open']);
      expect(await bridge.call('firstScreen', {})).toMatchObject({ ok: false, error: { code: 'engine-stopped', message: 'HTTP 500' } });
    });
  });
});

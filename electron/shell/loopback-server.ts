import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReaderBridge } from '../contract/api.ts';
import { createBenchReady } from './bench-ready.ts';
import { answerFromBundle } from './bundle-answer.ts';
import type { BundleHandler } from './bundle-answer.ts';
import { createEventStream } from './event-stream.ts';
import { createLoopbackAuth, foreignReason } from './loopback-auth.ts';
import { answerCall } from './read-call.ts';

const HOST = '127.0.0.1';

export interface LoopbackServerOptions {
  readonly bridge: ReaderBridge;
  readonly serveBundle: BundleHandler;
  /** 0: any free one. */
  readonly port?: number;
  /** Address of this machine that is told when the list has painted; see createBenchReady. */
  readonly benchReadyUrl?: string | undefined;
  /** Told of faults that no page can be told of. */
  readonly onFault?: (error: unknown) => void;
}

export interface LoopbackServer {
  readonly origin: string;
  /** Opens the app in any browser of this machine as long as the server runs. */
  readonly address: string;
  /** An address that opens the app once, within a minute. */
  issueAddress(): string;
  /** Pages that are open now. */
  readonly pages: number;
  close(): Promise<void>;
}

/** Serves window, calls, events and images on 127.0.0.1, to our own pages alone. Rejects where the port is taken. */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const server = createServer({ keepAliveTimeout: 65_000 });
  const port = await listen(server, options.port ?? 0);
  const host = `${HOST}:${port}`;
  const origin = `http://${host}`;
  const auth = createLoopbackAuth(port);
  const events = createEventStream((listener) => options.bridge.onEvent(listener));
  const benchReady = createBenchReady(options.benchReadyUrl);
  const onFault = options.onFault ?? (() => {});

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (foreignReason(request.headers, host) !== null || url.origin !== origin) return page(response, 403, 'This address answers to Monazite alone.');
    const token = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (token !== null && request.method === 'GET') return enter(response, auth.exchange(token));
    if (!auth.hasCookie(request.headers)) return page(response, 401, 'Open Monazite by the address that it printed when it started.');
    if (url.pathname.startsWith('/call/')) return call(request, response, url.pathname.slice('/call/'.length));
    if (request.method !== 'GET' && request.method !== 'HEAD') return page(response, 405, 'Method not allowed.');
    if (url.pathname === '/events' && request.method === 'GET') return events.open(response);
    if (url.pathname === '/bench-ready') {
      response.writeHead(204, { 'cache-control': 'no-store' }).end();
      return benchReady?.(url.searchParams.get('t'));
    }
    return answerFromBundle(options.serveBundle, origin, request, response);
  }

  async function call(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    if (request.method !== 'POST') return page(response, 405, 'Method not allowed.');
    // A form or a script of another origin cannot send this type without asking first, and asking is refused.
    if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) return page(response, 415, 'Send application/json.');
    const body = JSON.stringify(await answerCall(request, method, (name, args) => options.bridge.call(name, args)));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    response.end(body);
  }

  server.on('request', (request, response) => {
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('x-frame-options', 'DENY');
    answer(request, response).catch((error: unknown) => {
      // A page that left in the middle of its answer is no fault.
      if (response.destroyed) return;
      onFault(error);
      if (response.headersSent) response.destroy();
      else page(response, 500, 'Monazite could not answer.');
    });
  });

  return {
    origin,
    address: `${origin}/?token=${auth.token}`,
    issueAddress: () => `${origin}/?token=${auth.issueOnce()}`,
    get pages() {
      return events.size;
    },
    async close() {
      events.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function enter(response: ServerResponse, cookie: string | null): void {
  if (cookie === null) return page(response, 401, 'This address has been used or is not from this run. Open the one that Monazite printed.');
  response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  response.end(`${text}\n`);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ReaderBridge } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import { settingsPlaceOf } from '../contract/settings-place.ts';
import type { BundleFile } from './app-protocol.ts';
import { createBenchReady } from './bench-ready.ts';
import { answerFromBundle } from './bundle-answer.ts';
import type { BundleHandler } from './bundle-answer.ts';
import { createEventStream } from './event-stream.ts';
import { createFirstAnswers } from './first-answer.ts';
import { createLoopbackAuth, foreignReason } from './loopback-auth.ts';
import type { LoopbackAuth } from './loopback-auth.ts';
import { answerCall, readOpenCall } from './read-call.ts';

const HOST = '127.0.0.1';

export interface LoopbackServerOptions {
  readonly bridge: ReaderBridge;
  readonly serveBundle: BundleHandler;
  /** Reads a file of the window, asked before `serveBundle`: what Node knows of the web's requests and answers takes it longer to load than a start's files to be served. */
  readonly readBundle?: (pathname: string) => Promise<BundleFile | null>;
  /** 0: any free one. */
  readonly port?: number;
  /** Opens a link of a window of ours in the person's browser; resolves to whether it did. Null where we open no windows. */
  readonly openOutside?: ((url: string) => Promise<boolean>) | null;
  /** Address of this machine that is told when the list has painted; see createBenchReady. */
  readonly benchReadyUrl?: string | undefined;
  /** Told of faults that no page can be told of. */
  readonly onFault?: (error: unknown) => void;
}

export interface LoopbackServer {
  /** Everything lies below it; ends with a slash. Its path is known to our pages alone. */
  readonly base: string;
  /** Opens the app in any browser of this machine as long as the server runs. */
  readonly address: string;
  /** An address that opens the app once, within a minute. */
  issueAddress(): string;
  /** Pages that are open now. */
  readonly pages: number;
  /** The library is open: what the first page asks before all else is asked now, while its browser starts. */
  prepareFirst(): void;
  close(): Promise<void>;
}

/** Added to the address of a page in a window of ours, which asks us to open its links. */
const OWN_WINDOW = '?own-window';

/** Has the browser ask for it as soon as it hears of the page; it is a fetch of the page's own, and comes with its cookie. */
const ASKED_FIRST = '<first>; rel=preload; as=fetch; crossorigin';

/** Serves window, calls, events and images on 127.0.0.1, to our own pages alone. Rejects with `invalid-argument` where the port cannot be had. */
export async function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const server = createServer({ keepAliveTimeout: 65_000 });
  const port = await listen(server, options.port ?? 0);
  const host = `${HOST}:${port}`;
  const origin = `http://${host}`;
  const auth = createLoopbackAuth();
  const base = `${origin}${auth.base}`;
  const events = createEventStream((listener) => options.bridge.onEvent(listener));
  const firstAnswers = createFirstAnswers({ ask: () => options.bridge.call('firstScreen', {}), told: () => events.told, now: Date.now });
  const benchReady = createBenchReady(options.benchReadyUrl);
  const onFault = options.onFault ?? (() => {});

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    if (foreignReason(request.headers, host) !== null || url.origin !== origin) return page(response, 403, 'This address answers to Monazite alone.');
    // Browsers ask for it wherever a page names no icon; a 404 would stand in the page's console.
    if (url.pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (!url.pathname.startsWith(auth.base)) return page(response, 404, 'Not found.');
    const path = url.pathname.slice(auth.base.length);
    const token = path === '' ? url.searchParams.get('token') : null;
    if (token !== null && request.method === 'GET') return enter(response, auth, token);
    if (!auth.hasCookie(request.headers)) return page(response, 401, 'Open Monazite by the address that it printed when it started.');
    if (path.startsWith('call/')) return call(request, response, path.slice('call/'.length));
    if (path === 'open') return open(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD' && path !== 'exchange') return page(response, 405, 'Method not allowed.');
    if (path === 'events' && request.method === 'GET') return events.open(response, numberOf(request.headers['last-event-id'] ?? url.searchParams.get('after')));
    // What the page asks before all else, so that it can be on its way while its scripts are. `told` is where its events begin.
    if (path === 'first' && request.method === 'GET') return json(response, await firstAnswers.take());
    if (path === '' && request.method === 'GET' && settingsPlaceOf(url.search) === null) response.setHeader('link', ASKED_FIRST);
    if (path === 'bench-ready') {
      response.writeHead(204, { 'cache-control': 'no-store' }).end();
      return benchReady?.(url.searchParams.get('t'));
    }
    const file = request.method === 'GET' || request.method === 'HEAD' ? await options.readBundle?.(`/${path}`) : null;
    if (file) return void response.writeHead(200, file.headers).end(request.method === 'HEAD' ? undefined : file.bytes);
    return answerFromBundle(options.serveBundle, new URL(`/${path}`, origin), request, response);
  }

  async function call(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    if (isJsonPost(request, response)) json(response, await answerCall(request, method, (name, args) => options.bridge.call(name, args)));
  }

  /** `{ url }` is answered with `{ opened }`; where it is false, the page opens the address itself. */
  async function open(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isJsonPost(request, response)) return;
    const url = await readOpenCall(request);
    json(response, { opened: url !== null && (await options.openOutside?.(url)) === true });
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
    base,
    address: `${base}?token=${auth.token}`,
    issueAddress: () => `${base}?token=${auth.issueOnce()}`,
    get pages() {
      return events.size;
    },
    prepareFirst: () => firstAnswers.prepare(),
    async close() {
      events.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function enter(response: ServerResponse, auth: LoopbackAuth, token: string): void {
  const entry = auth.exchange(token);
  if (entry === null) return page(response, 401, 'This address has been used or is not from this run. Open the one that Monazite printed.');
  const location = `${auth.base}${entry.ownWindow ? OWN_WINDOW : ''}`;
  response.writeHead(303, { location, 'set-cookie': entry.cookie, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).end();
}

/** A form or a script of another origin cannot send this type without asking first, and asking is refused. */
function isJsonPost(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'POST') page(response, 405, 'Method not allowed.');
  else if (!/^application\/json(?:;|$)/i.test(request.headers['content-type'] ?? '')) page(response, 415, 'Send application/json.');
  else return true;
  return false;
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify(value));
}

function page(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(`${text}\n`);
}

function numberOf(text: string | readonly string[] | null): number | undefined {
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(portRefused(port, error));
    server.once('error', fail);
    server.listen(port, HOST, () => {
      server.off('error', fail);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

function portRefused(port: number, error: NodeJS.ErrnoException): ReaderError {
  const reason = error.code ?? error.message;
  return new ReaderError('invalid-argument', `Port ${port} of ${HOST} cannot be used (${reason}); name another with --port, or none`, { path: 'port', reason }, { cause: error });
}

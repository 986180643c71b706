import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface FeedServer {
  readonly origin: string;
  /** Answers a path from now on. */
  on(path: string, handler: Handler): string;
  /** Requests so far, in order. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** The most requests that were open at one moment. */
  readonly mostAtOnce: number;
  countOf(path: string): number;
  close(): Promise<void>;
}

/** A real HTTP server on a free port of 127.0.0.1. */
export async function startFeedServer(port = 0): Promise<FeedServer> {
  const handlers = new Map<string, Handler>();
  const requests: FeedServer['requests'] = [];
  let open = 0;
  let mostAtOnce = 0;
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers });
    open += 1;
    mostAtOnce = Math.max(mostAtOnce, open);
    response.on('close', () => {
      open -= 1;
    });
    const handler = handlers.get(path);
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    on(path, handler) {
      handlers.set(path, handler);
      return origin + path;
    },
    requests,
    get mostAtOnce() {
      return mostAtOnce;
    },
    countOf: (path) => requests.filter((request) => request.path === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An RSS document of the items named. */
export function rss(title: string, items: readonly string[]): string {
  const entries = items
    .map((item) => `<item><guid isPermaLink="false">${title}/${item}</guid><title>${item}</title><link>https://${title}.example/${item}</link><description>&lt;p&gt;Text of ${item} in ${title}.&lt;/p&gt;</description><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>`)
    .join('');
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://${title}.example/</link>${entries}</channel></rss>`;
}

/** Answers with a document, or 304 where the request carries its ETag. */
export function feed(text: () => string, headers: Record<string, string> = {}): Handler {
  return (request, response) => {
    const body = text();
    const etag = `"${Buffer.from(body).toString('base64').slice(-40)}${body.length}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag, ...headers }).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', etag, ...headers }).end(body);
  };
}

export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_request, response) => void response.writeHead(code, headers).end();
}

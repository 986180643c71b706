import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const USER = 'ann';
export const PASSWORD = 'Schluessel-4711';
export const BEARER = 'tok_9f8e7d6c5b4a';
export const KEY = 'k3y-0123456789abcdef';

/** Everything under which a secret might be found again. */
export const TRACES: readonly string[] = [PASSWORD, BEARER, KEY].flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')]).concat(
  Buffer.from(`${USER}:${PASSWORD}`).toString('base64').replace(/=+$/, ''),
);

export interface PrivateServer {
  readonly origin: string;
  readonly asked: IncomingMessage[];
  /** From now on nobody is let in. */
  lock(): void;
  publish(title: string): void;
  close(): Promise<void>;
}

/** A publisher that lets in readers alone: `/basic` by user and password, `/header` by a header, `/key` by its address. */
export async function startPrivateServer(): Promise<PrivateServer> {
  const asked: IncomingMessage[] = [];
  const titles = ['First', 'Second'];
  let locked = false;

  function mayRead({ headers, url }: IncomingMessage): boolean {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://x');
    if (locked) return false;
    if (pathname === '/basic') return headers.authorization === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    if (pathname === '/header') return headers['x-reader'] === BEARER;
    return pathname !== '/key' || searchParams.get('apikey') === KEY;
  }

  const server = createServer((request, response) => {
    asked.push(request);
    const self = `http://${request.headers.host}${request.url}`.replaceAll('&', '&amp;');
    if (!mayRead(request)) return response.writeHead(401, { 'www-authenticate': 'Basic realm="readers"' }).end('readers only');
    // As many do, it repeats the address it was asked at.
    const items = titles.map((title) => `<item><title>${title}</title><link>${self}#${title}</link><guid>${self}/${title}</guid><description>Text of ${title} from ${self}</description></item>`);
    return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(`<rss version="2.0"><channel><title>Private ${request.url?.split('?')[0]}</title><link>${self}</link>${items.join('')}</channel></rss>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    lock: () => void (locked = true),
    publish: (title) => void titles.push(title),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

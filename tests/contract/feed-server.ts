import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOUR = 3_600_000;

/** One small publisher on 127.0.0.1: a feed that honours ETags, a page that names it, and addresses that fail. */
export interface FeedServer {
  readonly origin: string;
  readonly feedUrl: string;
  /** Adds an item, newer than all before. */
  publish(title: string): void;
  /** Publishes so many items at once that the feed shows only the last of them from now on; the others are on its further pages. */
  flood(items: number): void;
  /** Keeps whoever asks for the feed waiting. */
  hold(): { readonly asked: Promise<void>; release(): void };
  close(): Promise<void>;
}

export async function startFeedServer(items = 5): Promise<FeedServer> {
  const now = Date.now();
  const titles = Array.from({ length: items }, (_, n) => `Story ${n + 1}`);

  let atOnce = Infinity;

  function feed(origin: string, page: number): string {
    const end = titles.length - (page > 1 ? (page - 1) * atOnce : 0);
    const shown = titles.map((title, n) => ({ title, n })).slice(Math.max(0, end - atOnce), Math.max(0, end));
    const entries = shown.map(({ title, n }) => {
      const at = new Date(now - (24 * 30 - n) * HOUR).toUTCString();
      return `<item><title>${title}</title><link>${origin}/story-${n + 1}</link><guid isPermaLink="false">story-${n + 1}</guid><pubDate>${at}</pubDate>
        <description>&lt;p onclick="steal()"&gt;Text of ${title}, &lt;a href="/more"&gt;more&lt;/a&gt;.&lt;script&gt;steal()&lt;/script&gt;&lt;/p&gt;</description></item>`;
    });
    return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Separation Weekly</title><link>${origin}/</link><description>.</description><language>en</language>${atOnce < Infinity ? '<generator>https://wordpress.org/</generator>' : ''}${entries.join('')}</channel></rss>`;
  }

  let held: { readonly asked: () => void; readonly released: Promise<void> } | null = null;

  /** The page of a story: what the feed teases, and more. */
  function story(path: string): string | null {
    const at = Number(/^\/story-(\d+)$/.exec(path)?.[1] ?? 0);
    const title = titles[at - 1];
    return title === undefined ? null : `<!doctype html><title>${title}</title><article><h1>${title}</h1>${`<p>The whole text of ${title}, in which solvents, stages and prices are told at length.</p>`.repeat(8)}</article>`;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = `http://${request.headers.host}`;
    switch (new URL(request.url ?? '/', origin).pathname) {
      // No name that a reader would guess: `/plain` must lead nowhere.
      case '/separation-weekly': {
        held?.asked();
        await held?.released;
        const page = Number(new URL(request.url ?? '/', origin).searchParams.get('paged') ?? 1);
        const body = feed(origin, page);
        const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
        if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
        return void response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(body);
      }
      case '/':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><title>Separation</title><link rel="alternate" type="application/rss+xml" title="Separation Weekly" href="/separation-weekly">');
      case '/plain':
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Nothing here</title><p>No feed.');
      case '/forbidden':
        return void response.writeHead(403).end('no');
      case '/gone':
        return void response.writeHead(410).end('gone');
      default: {
        const page = story(request.url ?? '/');
        if (page !== null) return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
        return void response.writeHead(404).end('not found');
      }
    }
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    feedUrl: `${origin}/separation-weekly`,
    publish: (title) => void titles.push(title),
    flood(count) {
      titles.push(...Array.from({ length: count }, (_, n) => `Story ${titles.length + n + 1}`));
      atOnce = 5;
    },
    hold() {
      const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { asked: asked.resolve, released: released.promise };
      return {
        asked: asked.promise,
        release() {
          held = null;
          released.resolve();
        },
      };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

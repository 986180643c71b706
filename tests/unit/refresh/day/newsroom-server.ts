import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { windowAt, type Item, type Outlet } from './outlet.ts';
import type { Asked } from './request-log.ts';
import type { SimulatedTime } from './simulated-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface NewsroomServer {
  readonly log: readonly Asked[];
  /** Requests that are not waiting for a simulated moment. */
  readonly busy: number;
  /** Requests that wait for one. */
  readonly held: number;
  /** Where the fetcher connects for a name; throws as a resolver does. */
  route(url: URL): { address: string; port: number };
  /** Nothing outside is reached any more, or again. */
  cut(isCut: boolean): void;
  /** Every request under way ends as it does when a machine sleeps. */
  killAll(): void;
  close(): Promise<void>;
}

function documentOf(name: string, items: readonly Item[], head: string): string {
  const written = items.map(({ title, at }) => `<item><guid isPermaLink="false">${title}</guid><title>${title}</title><link>https://news.example/${encodeURIComponent(title)}</link><description>Text of ${title}.</description><pubDate>${new Date(at).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title><link>https://news.example/</link>${head}${written.join('')}</channel></rss>`;
}

const HEADS: Partial<Record<Outlet['behaviour'], string>> = {
  ttlZero: '<ttl>0</ttl>',
  ttlSixHours: '<ttl>360</ttl>',
  skipsHours: `<skipHours>${[1, 2, 3, 4, 5, 6].map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`,
};

/** All the servers of the newsroom behind one port of 127.0.0.1, told apart by the name in each request. */
export class DayServer implements NewsroomServer {
  readonly log: Asked[] = [];
  readonly #outlets: ReadonlyMap<string, Outlet>;
  /** Outlets by the path that they have on the host that they lead to. */
  readonly #elsewhere: ReadonlyMap<string, Outlet>;
  readonly #time: SimulatedTime;
  readonly #start: number;
  readonly #server = createServer((request, response) => this.#receive(request, response));
  readonly #open = new Map<Asked, Socket>();
  /** Addresses that redirects led to and that have not been asked since, and the hosts that led there. */
  readonly #hops: { readonly to: string; readonly from: string }[] = [];
  readonly #asks = new Map<string, number>();
  held = 0;
  #isCut = false;

  private constructor(outlets: readonly Outlet[], time: SimulatedTime) {
    this.#outlets = new Map(outlets.map((outlet) => [outlet.host + outlet.path, outlet]));
    this.#elsewhere = new Map(outlets.filter(({ behaviour }) => behaviour === 'ledToOne').map((outlet) => [outlet.path, outlet]));
    this.#time = time;
    this.#start = time.now();
  }

  static async open(outlets: readonly Outlet[], time: SimulatedTime): Promise<DayServer> {
    const server = new DayServer(outlets, time);
    await new Promise<void>((resolve) => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  get busy(): number {
    return this.#open.size - this.held;
  }

  readonly route = (url: URL): { address: string; port: number } => {
    if (this.#isCut) throw Object.assign(new Error('no route'), { code: 'ENETUNREACH' });
    if (url.host.startsWith('noname')) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return { address: '127.0.0.1', port: (this.#server.address() as AddressInfo).port };
  };

  cut(isCut: boolean): void {
    this.#isCut = isCut;
    if (isCut) this.killAll();
  }

  killAll(): void {
    for (const [asked, socket] of this.#open) {
      asked.killed = true;
      socket.destroy();
    }
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { host = '' } = request.headers;
    const path = request.url ?? '/';
    const hopAt = this.#hops.findIndex(({ to }) => to === host + path);
    const [hop] = hopAt >= 0 ? this.#hops.splice(hopAt, 1) : [];
    const fromOther = hop !== undefined && hop.from !== host;
    const asked: Asked = {
      at: this.#time.now(), host, path, hop: hop !== undefined, fromOther,
      validators: request.headers['if-none-match'] ?? request.headers['if-modified-since'] ?? null,
      besides: [...this.#open.keys()].filter((one) => one.host === host && (!one.hop || one.fromOther)).length,
      status: 0, endedAt: null, served: [], killed: false, retryAfterMs: null, gaveValidators: null,
    };
    this.log.push(asked);
    this.#open.set(asked, request.socket);
    response.on('close', () => {
      this.#open.delete(asked);
      asked.endedAt = this.#time.now();
    });
    if (path === '/robots.txt') this.#rules(asked, response);
    else this.#answer(asked, response);
  }

  #send(asked: Asked, response: ServerResponse, status: number, headers: Record<string, string> = {}, body = ''): void {
    asked.status = status;
    response.writeHead(status, headers).end(body);
  }

  #rules(asked: Asked, response: ServerResponse): void {
    const { host } = asked;
    if (host.startsWith('pageforbidden')) this.#send(asked, response, 200, {}, 'User-agent: *\nAllow: /\n\nUser-agent: Monazite\nDisallow: /page');
    else if (host.startsWith('pageslowly')) this.#send(asked, response, 200, {}, 'User-agent: *\nCrawl-delay: 30\nDisallow: /search');
    else if (host.startsWith('pagetrouble')) this.#send(asked, response, 503);
    else this.#send(asked, response, 404);
  }

  #redirect(asked: Asked, response: ServerResponse, status: number, to: string): void {
    this.#hops.push({ to: to.replace('http://', ''), from: asked.host });
    this.#send(asked, response, status, { location: to });
  }

  #answer(asked: Asked, response: ServerResponse): void {
    const at = asked.at - this.#start;
    const { host, path } = asked;
    const bare = path.replace(/^(\/new)+/, '');
    const depth = (path.length - bare.length) / '/new'.length;
    const isNew = depth > 0;
    const outlet = this.#outlets.get(host + bare) ?? this.#elsewhere.get(bare);
    if (!outlet) return this.#send(asked, response, 404);
    const asks = (this.#asks.get(outlet.name) ?? 0) + 1;
    this.#asks.set(outlet.name, asks);
    const to = `http://${host}/new${path}`;
    switch (outlet.behaviour) {
      case 'error500':
        return this.#send(asked, response, 500);
      case 'flaky':
        return asks % 3 === 2 ? this.#send(asked, response, 500) : this.#document(outlet, asked, response);
      case 'busy503':
        if (at < 4 * HOUR || at > 8 * HOUR) return this.#document(outlet, asked, response);
        // A date tells no parts of a second.
        asked.retryAfterMs = 2 * HOUR - 1000;
        return this.#send(asked, response, 503, { 'retry-after': asks % 2 === 0 ? '7200' : new Date(asked.at + 2 * HOUR).toUTCString() });
      case 'rate429':
        return at > 5 * HOUR && at < 7 * HOUR ? this.#send(asked, response, 429) : this.#document(outlet, asked, response);
      case 'cutOff':
        asked.status = -1;
        response.writeHead(200, { 'content-length': '4000' }).write('<rss>');
        return void setImmediate(() => response.destroy());
      case 'missing':
        return at > 3 * HOUR ? this.#send(asked, response, 404) : this.#document(outlet, asked, response);
      case 'gone':
        return at > 6 * HOUR ? this.#send(asked, response, 410) : this.#document(outlet, asked, response);
      case 'slow':
      case 'pageSlowly':
        return this.#later(20_000, asked, () => this.#document(outlet, asked, response));
      case 'moved301':
        if (isNew || at < 2 * HOUR) return this.#document(outlet, asked, response);
        return at > 20 * HOUR ? this.#send(asked, response, 410) : this.#redirect(asked, response, 301, to);
      case 'movedLate':
        return isNew || at < 23.2 * HOUR ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 301, to);
      case 'movedToFollowed':
        return this.#redirect(asked, response, 301, `http://publishing0.example/publishing-${outlet.name.endsWith('0') ? 0 : 1}`);
      case 'movedToParking':
        if (isNew) return this.#send(asked, response, 200, { 'content-type': 'text/html' }, '<html><body>This name is for sale.</body></html>');
        return at < 2 * HOUR ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 301, to);
      case 'moved302':
        return isNew ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 302, to);
      case 'movedForAWhile':
        return isNew || at > 40 * MINUTE ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 301, to);
      case 'ledToOne':
        return isNew ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 302, `http://one.example/new${path}`);
      case 'moved308twice':
        return depth === 2 ? this.#document(outlet, asked, response) : this.#redirect(asked, response, 308, to);
      case 'always304':
        return asked.validators === null ? this.#document(outlet, asked, response) : this.#send(asked, response, 304);
      default:
        return this.#document(outlet, asked, response);
    }
  }

  #later(ms: number, asked: Asked, answer: () => void): void {
    this.held++;
    this.#time.timers.set(() => {
      this.held--;
      if (!asked.killed) answer();
    }, ms);
  }

  #document(outlet: Outlet, asked: Asked, response: ServerResponse): void {
    const { behaviour, name } = outlet;
    const items = windowAt(outlet, asked.at);
    const body = documentOf(name, items, HEADS[behaviour] ?? '');
    const asks = this.#asks.get(name) ?? 0;
    const etag = `"${createHash('sha1').update(behaviour === 'sameBodyNewTag' ? `${body}${asks}` : body).digest('hex')}"`;
    const modified = new Date(behaviour === 'fromTheFuture' ? asked.at + 365 * 24 * HOUR : (items[0]?.at ?? 0)).toUTCString();
    const kind = behaviour === 'always304' || behaviour === 'sameBodyNewTag' ? 'etag' : behaviour === 'fromTheFuture' ? 'date' : outlet.validators;
    const validator = { etag, date: modified, none: null }[kind];
    const headers: Record<string, string> = { 'content-type': 'application/rss+xml', ...(kind === 'etag' && { etag }), ...(kind === 'date' && { 'last-modified': modified }) };
    if (behaviour === 'freshForYears') headers['cache-control'] = 'public, max-age=94608000';
    if (validator !== null && asked.validators === validator) return this.#send(asked, response, 304, headers);
    asked.served = items.map(({ title }) => title);
    asked.gaveValidators = validator;
    this.#send(asked, response, 200, headers, body);
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { storyPath } from './addresses.ts';
import { applyOrder } from './control.ts';
import { opml } from './feeds/opml.ts';
import { loadFeed } from './feeds/load-feed.ts';
import { hostileStory } from './hostile.ts';
import { OUTLETS } from './outlet.ts';
import type { PageShape } from './pages/announcements.ts';
import { indexPage } from './pages/index-page.ts';
import { Listening } from './server/listening.ts';
import { RequestLog } from './server/log.ts';
import type { LoggedRequest } from './server/log.ts';
import type { Fault } from './server/fault.ts';
import { OutletServer } from './server/outlet-server.ts';
import type { Where } from './server/outlet-server.ts';
import { respond } from './server/respond.ts';
import type { NewStory, Story } from './story.ts';
import { readDesk, summarize } from './story-file.ts';
import type { Desk } from './story-file.ts';

export interface NewsroomOptions {
  /** The index's port; outlet n listens on port + 1 + n. 0, the default, takes free ports for all. */
  readonly port?: number;
  /** Of the load feeds' texts. */
  readonly seed?: number;
}

/** A small news world on 127.0.0.1, every outlet on a port of its own. */
export class Newsroom {
  readonly startedAt: number = Date.now();
  readonly #seed: number;
  readonly #log = new RequestLog();
  readonly #servers = new Map<string, OutletServer>();
  readonly #desks = new Map<string, { -readonly [K in keyof Desk]: Desk[K] }>();
  #index: Listening | null = null;
  #loadRevision = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  async open(port: number): Promise<void> {
    const origins = (id: string): string => this.server(id).listening.origin;
    for (const [n, outlet] of OUTLETS.entries()) {
      const desk = outlet.hidden ? { published: [], reserve: [] } : readDesk(outlet, this.startedAt);
      const server = new OutletServer(outlet, desk.published, origins, this.#log);
      this.#servers.set(outlet.id, server);
      this.#desks.set(outlet.id, desk);
      await server.open(port === 0 ? 0 : port + 1 + n);
    }
    this.publish('hostile', hostileStory(this.origin('hostile')));
    this.#index = await Listening.open((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(400, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ error: String(error) }));
      });
    }, port);
  }

  /** `http://127.0.0.1:4780`: the index, the OPML, control and the load feeds. */
  get url(): string {
    if (!this.#index) throw new Error('the newsroom is not open');
    return this.#index.origin;
  }

  /** Throws where no outlet bears the id. */
  server(outletId: string): OutletServer {
    const server = this.#servers.get(outletId);
    if (!server) throw new Error(`no outlet is called ${outletId}`);
    return server;
  }

  origin(outletId: string): string {
    return this.server(outletId).listening.origin;
  }

  /** The address of an outlet's feed; its home page where it has none. */
  feedUrl(outletId: string): string {
    return this.origin(outletId) + (this.server(outletId).outlet.feedPath || '/');
  }

  storyUrl(outletId: string, slug: string): string {
    const { outlet, stories } = this.server(outletId);
    const story = stories.find((one) => one.slug === slug);
    if (!story) throw new Error(`${outletId} has no story ${slug}`);
    return this.origin(outletId) + storyPath(outlet, story);
  }

  stories(outletId: string): readonly Story[] {
    return this.server(outletId).stories;
  }

  /** The OPML of the outlets named, or of all that are not hidden. */
  opml(outletIds?: readonly string[]): string {
    const outlets = OUTLETS.filter((outlet) => (outletIds ? outletIds.includes(outlet.id) : !outlet.hidden));
    return opml(outlets, (id) => this.origin(id));
  }

  /** Publishes a story now: the one given, else the outlet's next in reserve, else a short note. */
  publish(outletId: string, story?: NewStory): Story {
    const server = this.server(outletId);
    const now = Date.now();
    const desk = this.#desks.get(outletId);
    const next = story ? undefined : desk?.reserve[0];
    if (next && desk) desk.reserve = desk.reserve.slice(1);
    const made = next ? next(now) : makeStory(story ?? { title: `Price note, ${new Date(now).toISOString().slice(11, 19)} UTC`, text: 'Quotes were unchanged at the time of this note. The desk publishes the next table at the close.' }, server.stories, now);
    server.stories = [made, ...server.stories].sort((a, b) => b.publishedAt - a.publishedAt);
    return made;
  }

  /** Changes a published story, as editors do; its date stays, its updated time is now. */
  edit(outletId: string, slug: string, change: { readonly title?: string; readonly text?: string; readonly html?: string }): Story {
    const server = this.server(outletId);
    const old = server.stories.find((one) => one.slug === slug);
    if (!old) throw new Error(`${outletId} has no story ${slug}`);
    const edited: Story = { ...old, ...change, updatedAt: Date.now() };
    server.stories = server.stories.map((one) => (one === old ? edited : one));
    return edited;
  }

  /** The story leaves feed and site. */
  withdraw(outletId: string, slug: string): void {
    const server = this.server(outletId);
    server.stories = server.stories.filter((one) => one.slug !== slug);
  }

  fail(outletId: string, fault: Fault, where: Where = 'feed'): void {
    const server = this.server(outletId);
    server.trouble = { ...server.trouble, fault, where };
  }

  /** Every answer comes `ms` late. */
  slow(outletId: string, ms: number, where: Where = 'feed'): void {
    const server = this.server(outletId);
    server.trouble = { ...server.trouble, ms, where };
  }

  /** The feed's address redirects to `path`, where the feed is from now on. */
  move(outletId: string, path: string, status = 301): void {
    this.server(outletId).moved = { path, status };
  }

  /** The page of an outlet without a feed looks another way from now on. */
  reshape(outletId: string, shape: PageShape): void {
    this.server(outletId).shape = shape;
  }

  /** One outlet, or all, cut every connection and refuse new ones. The index stays. */
  async goDark(outletId?: string): Promise<void> {
    await Promise.all(this.#chosen(outletId).map((server) => server.listening.goDark()));
  }

  async comeBack(outletId?: string): Promise<void> {
    await Promise.all(this.#chosen(outletId).map((server) => server.listening.comeBack()));
  }

  /** Ends every trouble of one outlet, or of all: faults, delays, moves, new shapes, darkness. */
  async recover(outletId?: string): Promise<void> {
    for (const server of this.#chosen(outletId)) {
      server.trouble = { where: 'feed', fault: null, ms: 0 };
      server.moved = null;
      server.shape = 'list';
    }
    await this.comeBack(outletId);
  }

  /** Every request that outlets have seen since the start or the last clearRequests, oldest first. */
  requests(outletId?: string): readonly LoggedRequest[] {
    return this.#log.all().filter((row) => outletId === undefined || row.outlet === outletId);
  }

  /** The outlets whose feed was asked for, once for each time; pictures and pages that come by themselves are left out. */
  askedFeeds(): readonly string[] {
    return this.#log.all().filter(({ outlet, path }) => path === this.server(outlet).outlet.feedPath).map(({ outlet }) => outlet).sort();
  }

  clearRequests(): void {
    this.#log.clear();
  }

  /** Adds one item to every load feed. */
  publishLoad(): void {
    this.#loadRevision += 1;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#index?.goDark(), ...this.#chosen(undefined).map((server) => server.listening.goDark())]);
  }

  #chosen(outletId: string | undefined): OutletServer[] {
    return outletId === undefined ? [...this.#servers.values()] : [this.server(outletId)];
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const shown = OUTLETS.filter((outlet) => !outlet.hidden);
    const load = /^\/load\/(\d+)\/(\d+)$/.exec(pathname);
    if (load) {
      const feed = loadFeed({ feed: Number(load[1]), items: Math.min(Number(load[2]), 5000), revision: this.#loadRevision, seed: this.#seed, origin: this.url, startedAt: this.startedAt - (this.startedAt % 86_400_000) - 100 * 3_600_000 });
      respond(request, response, { ...feed, modifiedAt: this.startedAt + this.#loadRevision * 1000 });
    } else if (pathname === '/load/opml') {
      const [feeds, items] = [Number(searchParams.get('feeds') ?? 200), Number(searchParams.get('items') ?? 50)];
      const rows = Array.from({ length: feeds }, (_, i) => `<outline type="rss" text="Load ${i}" xmlUrl="${this.url}/load/${i}/${items}"/>`);
      respond(request, response, { type: 'text/x-opml', body: Buffer.from(`<opml version="2.0"><head><title>Load</title></head><body>${rows.join('\n')}</body></opml>`) });
    } else if (pathname === '/opml') respond(request, response, { type: 'text/x-opml; charset=utf-8', body: Buffer.from(this.opml()) });
    else if (pathname === '/log') respond(request, response, { type: 'application/json', body: Buffer.from(JSON.stringify(this.requests())) });
    else if (pathname === '/control') {
      const answer = await applyOrder(this, request);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    } else if (pathname === '/') {
      const page = indexPage(shown, (id) => this.origin(id), (id) => this.stories(id).length);
      respond(request, response, { type: 'text/html; charset=utf-8', body: Buffer.from(page) });
    } else {
      response.writeHead(404);
      response.end();
    }
  }
}

function makeStory(story: NewStory, others: readonly Story[], now: number): Story {
  const publishedAt = now - (story.hours ?? 0) * 3_600_000;
  const slug = story.slug ?? `published-${others.length + 1}`;
  return {
    slug,
    title: story.title,
    summary: story.summary ?? summarize(story.text ?? story.title),
    text: story.text ?? null,
    html: story.html ?? (story.text === undefined ? `<p>${story.title}</p>` : null),
    author: story.author ?? '',
    tags: story.tags ?? [],
    picture: story.picture ?? null,
    publishedAt,
    updatedAt: publishedAt,
  };
}

/** Starts the newsroom; resolves once every outlet answers. Rejects where a port is taken. */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const newsroom = new Newsroom(options.seed ?? 1);
  try {
    await newsroom.open(options.port ?? 0);
  } catch (error) {
    await newsroom.stop().catch(() => undefined);
    throw error;
  }
  return newsroom;
}

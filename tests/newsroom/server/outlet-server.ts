import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { slugOf, storyPath } from '../addresses.ts';
import type { Origins } from '../addresses.ts';
import { commentsFeed } from '../feeds/comments-feed.ts';
import type { FeedSource } from '../feeds/feed-source.ts';
import { outletFeed } from '../feeds/outlet-feed.ts';
import { picture } from '../images/gallery.ts';
import { siteIcon } from '../images/site-icon.ts';
import type { Outlet } from '../outlet.ts';
import { articlePage } from '../pages/article-page.ts';
import { homePage } from '../pages/home-page.ts';
import type { PageShape } from '../pages/announcements.ts';
import type { Story } from '../story.ts';
import { answerBadly } from './fault.ts';
import type { Fault } from './fault.ts';
import { Listening } from './listening.ts';
import type { RequestLog } from './log.ts';
import { respond } from './respond.ts';

/** Which requests a fault, a delay or a move touches. */
export type Where = 'feed' | 'pictures' | 'everything';

export interface Trouble {
  readonly where: Where;
  readonly fault: Fault | null;
  readonly ms: number;
}

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** One outlet being served: its stories, its present troubles. */
export class OutletServer {
  readonly outlet: Outlet;
  stories: readonly Story[];
  trouble: Trouble = { where: 'feed', fault: null, ms: 0 };
  /** Where the feed has moved, with the redirect's status; null while it stays. */
  moved: { readonly path: string; readonly status: number } | null = null;
  /** How the front page of an outlet without a feed looks. */
  shape: PageShape = 'list';
  /** Answered before anything else, for paths that a test adds. */
  readonly extra = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  #listening: Listening | null = null;
  readonly #origins: Origins;
  readonly #log: RequestLog;

  constructor(outlet: Outlet, stories: readonly Story[], origins: Origins, log: RequestLog) {
    this.outlet = outlet;
    this.stories = stories;
    this.#origins = origins;
    this.#log = log;
  }

  get listening(): Listening {
    if (!this.#listening) throw new Error(`${this.outlet.id} is not open`);
    return this.#listening;
  }

  async open(port: number): Promise<void> {
    this.#listening = await Listening.open((request, response) => {
      this.#log.add(this.outlet.id, request, response);
      this.#answer(request, response).catch((error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    }, port);
  }

  #source(): FeedSource {
    return { outlet: this.outlet, stories: this.stories, origin: this.listening.origin, origins: this.#origins };
  }

  #touched(path: string): boolean {
    const { where } = this.trouble;
    if (where === 'everything') return true;
    if (where === 'pictures') return /\/(pictures|图片)\//.test(path);
    return path === (this.outlet.feedPath || '/') || path === this.moved?.path;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.listening.origin).pathname);
    if (this.#touched(path)) {
      if (this.trouble.ms > 0) await wait(this.trouble.ms);
      if (this.trouble.fault) {
        answerBadly(this.trouble.fault, request, response);
        return;
      }
    }
    const added = this.extra.get(path);
    if (added) added(request, response);
    else if (this.moved && path === this.outlet.feedPath) {
      response.writeHead(this.moved.status, { location: this.moved.path });
      response.end();
    } else await this.#serve(path, request, response);
  }

  async #serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { outlet } = this;
    const source = this.#source();
    const html = (body: string): void => respond(request, response, { type: 'text/html; charset=utf-8', body: Buffer.from(body) });
    if (path === '/') return html(homePage(source, this.shape));
    const feed = path === outlet.feedPath || path === this.moved?.path ? outletFeed(source) : null;
    if (feed) return respond(request, response, { ...feed, modifiedAt: Math.max(0, ...this.stories.map((story) => story.updatedAt)), cache: 'max-age=0' });
    if (outlet.comments && path === '/comments/feed/') return respond(request, response, commentsFeed(source));
    const name = /\/(?:pictures|图片)\/([a-z-]+)(?: 大图)?\.png$/.exec(path)?.[1];
    const png = name === undefined ? null : await picture(name);
    if (png) return respond(request, response, { type: 'image/png', body: png, cache: 'max-age=86400' });
    const icon = siteIcon(outlet, path);
    if (icon) return respond(request, response, icon);
    if (path === '/track/pixel.gif') return respond(request, response, { type: 'image/gif', body: PIXEL });
    if (path.startsWith('/track/')) return respond(request, response, { type: 'text/javascript', body: Buffer.from('window.tracked = true;') });
    if (path.startsWith('/tables/')) return respond(request, response, { type: 'text/csv', body: Buffer.from('product,unit,price\nDy2O3,CNY/t,1710000\n') });
    const found = /^\/find\/(.+)$/.exec(path)?.[1] ?? slugOf(path);
    const story = this.stories.find((one) => one.slug === found);
    if (story && path.startsWith('/find/')) {
      response.writeHead(302, { location: storyPath(outlet, story) });
      response.end();
      return undefined;
    }
    if (story) return html(articlePage(source, story));
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Not found</title><h1>Not found</h1>');
    return undefined;
  }
}

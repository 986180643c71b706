import { afterEach, beforeEach } from 'vitest';
import type { FullTextMode } from '../../../electron/contract/full-text.ts';
import type { ArticleId } from '../../../electron/contract/model.ts';
import { openReadingRoom, type ReadingRoom } from '../reader/reading-room.ts';
import { feed, startFeedServer, type FeedServer, type Handler } from '../refresh/feed-server.ts';

export const HOUR = 60 * 60_000;
export const TEASER = 'Halden puts off its study to the third quarter. The shares fell.';
export const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

/** A source of teasers whose pages hold the whole articles, and an engine that reads it; made anew for each test. */
export interface FullTextDesk {
  server: FeedServer;
  room: ReadingRoom;
  items: { slug: string; text: string; title?: string }[];
  /** Closed after the test, the last first. */
  open: (() => Promise<void>)[];
}

export const desk = {} as FullTextDesk;

beforeEach(async () => {
  const server = await startFeedServer();
  Object.assign(desk, { server, open: [() => server.close()], items: [{ slug: 'halden', text: TEASER }] } satisfies Partial<FullTextDesk>);
  desk.room = aRoom(false);
});

afterEach(async () => {
  for (const close of desk.open.toReversed()) await close();
});

export function aRoom(unattended: boolean): ReadingRoom {
  const opened = openReadingRoom({ unattended });
  desk.open.push(() => opened.close());
  return opened;
}

const document = (): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title>${desk.items
    .map(({ slug, text, title = slug }) => `<item><guid isPermaLink="false">${slug}</guid><title>${title}</title><link>${desk.server.origin}/${slug}</link><description>${text}</description></item>`)
    .join('')}</channel></rss>`;

export const page = (body = SENTENCES, type = 'text/html; charset=utf-8'): Handler => (_request, response) =>
  void response.writeHead(200, { 'content-type': type }).end(`<!doctype html><html lang="en"><title>Halden puts off its study</title><meta property="article:published_time" content="2026-11-02T08:00:00Z"><body><nav><a href="/">Home</a></nav><article><h1>Halden puts off its study</h1>${body}</article></body></html>`);

/** Follows the feed; the id of the newest article. */
export async function follow({ mode }: { mode?: FullTextMode } = {}): Promise<{ feedId: number; articleId: ArticleId }> {
  const { feedId } = await desk.room.api.subscribe({ url: desk.server.on('/feed', feed(document)) });
  if (mode) await desk.room.api.setFullText({ feedId, mode });
  const { articles } = await desk.room.api.listArticles({ scope: { kind: 'all' }, limit: 1 });
  return { feedId, articleId: articles[0]?.id ?? 0 };
}

export const asked = (): string[] => desk.server.requests.map(({ path }) => path).filter((path) => path !== '/feed');

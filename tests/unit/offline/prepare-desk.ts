import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Settings } from '../../../electron/contract/settings.ts';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import { openReadingRoom, type ReadingRoom, type ReadingRoomOptions } from '../reader/reading-room.ts';
import { feed, startFeedServer, type FeedServer, type Handler } from '../refresh/feed-server.ts';
import { png } from './png.ts';

export const SENTENCES = Array.from({ length: 12 }, (_, at) => `<p>Paragraph ${at} of the whole article, which tells of ore, acid and the price of both in some detail.</p>`).join('');

/** The server of a test, made anew for each. */
export const desk = {} as { server: FeedServer };
const ends: (() => unknown)[] = [];

beforeEach(async () => {
  desk.server = await startFeedServer();
  ends.push(() => desk.server.close());
});

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

export function aRoom(options: ReadingRoomOptions = {}): ReadingRoom {
  const room = openReadingRoom(options);
  ends.push(() => room.close());
  return room;
}

export function aProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'prepared-'));
  ends.push(() => rmSync(profile, { recursive: true, force: true }));
  return profile;
}

/** A disk of its own, or null where this account may mount none. */
export function smallDisk(size: string): string | null {
  const folder = aProfile();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  ends.push(() => execFileSync('umount', [folder]));
  return folder;
}

export const wanting = (offline: Partial<Settings['offline']>): Partial<Settings> => ({ offline: { ...DEFAULT_SETTINGS.offline, ...offline } });

export const page = (slug: string, images = 1): Handler => (_request, response) => {
  const pictures = Array.from({ length: images }, (_, at) => `<p><img src="/${slug}-${at}.png" alt="The pit" width="600" height="400"></p>`).join('');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><html lang="en"><title>${slug}</title><body><article><h1>${slug}</h1>${pictures}${SENTENCES}</article></body></html>`);
};

export const picture = (bytes: Buffer): Handler => (_request, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end(bytes);

/** A feed of teasers, the first the newest; each page has one image of its own. */
export function publish(count: number, { pictureBytes = 200, images = 1 }: { pictureBytes?: number | ((at: number) => number); images?: number } = {}): { url: string; slugs: string[] } {
  const { server } = desk;
  const slugs = Array.from({ length: count }, (_, at) => `story-${at}`);
  slugs.forEach((slug, at) => {
    server.on(`/${slug}`, page(slug, images));
    const bytes = typeof pictureBytes === 'number' ? pictureBytes : pictureBytes(at);
    for (let n = 0; n < images; n += 1) server.on(`/${slug}-${n}.png`, picture(png(bytes, (at * images + n) % 256)));
  });
  const items = slugs.map(
    (slug, at) =>
      `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${server.origin}/${slug}</link><pubDate>${new Date(Date.now() - at * 60_000).toUTCString()}</pubDate><description>What ${slug} tells in one line.</description></item>`,
  );
  return { slugs, url: server.on('/feed', feed(() => `<?xml version="1.0"?><rss version="2.0"><channel><title>Oxide</title>${items.join('')}</channel></rss>`)) };
}

export const illustrated = (slug: string): string =>
  `<item><guid isPermaLink="false">${slug}</guid><title>${slug}</title><link>${desk.server.origin}/${slug}</link><description>&lt;p&gt;&lt;img src="/${slug}-0.png" width="600" height="400"&gt;&lt;/p&gt;One line.</description></item>`;

export const asked = (): string[] => desk.server.requests.map(({ path }) => path).filter((path) => path !== '/feed' && path !== '/robots.txt');

export async function idsOf(room: ReadingRoom): Promise<Map<string, number>> {
  const { articles } = await room.api.listArticles({ scope: { kind: 'all' }, limit: 500 });
  return new Map(articles.map(({ title, id }) => [title, id]));
}

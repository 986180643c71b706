import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FeedId } from '../../../electron/contract/model.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { createGapFiller, type GapFiller } from '../../../electron/core/refresh/fill-gap.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { feed, startFeedServer, status, type FeedServer, type Handler } from './feed-server.ts';
import { openNewsdesk, type Newsdesk } from './newsdesk.ts';

const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 9, 1);

let server: FeedServer;
let desk: Newsdesk;
let gaps: GapFiller;

beforeEach(async () => {
  server = await startFeedServer();
  desk = openNewsdesk();
  gaps = createGapFiller({ store: desk.store, ingest: desk.ingest, now: () => desk.now(), announce: (event) => desk.events.push(event) });
});

afterEach(async () => {
  await gaps.close();
  await desk.close();
  await server.close();
});

/** Numbers from `last` down to `first`. */
const down = (last: number, first: number): number[] => Array.from({ length: last - first + 1 }, (_, n) => last - n);

function rss(numbers: readonly number[], head = ''): string {
  const items = numbers.map((n) => `<item><guid isPermaLink="false">${n}</guid><title>Story ${n}</title><description>Text ${n}</description><pubDate>${new Date(START + n * DAY).toUTCString()}</pubDate></item>`);
  return `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Metals</title>${head}${items.join('')}</channel></rss>`;
}

function json(numbers: readonly number[], next: string | null): string {
  const items = numbers.map((n) => ({ id: `j${n}`, title: `J ${n}`, content_text: `J ${n}`, date_published: new Date(START + n * DAY).toISOString() }));
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', ...(next && { next_url: next }), items });
}

const jsonFeed = (numbers: () => readonly number[]): Handler => feed(() => json(numbers(), null));

const WORDPRESS = '<generator>https://wordpress.org/?v=6.6</generator>';

/** Follows a feed that went from stories 1 to 4 to whatever it shows then, unseen between. */
async function missed(path: string, now: () => string): Promise<FeedId> {
  let text = rss(down(4, 1));
  const id = desk.follow(server.on(path, feed(() => text)));
  await desk.refresher.refresh({ feedIds: null });
  text = now();
  server.on(path, feed(now));
  desk.pass(DAY);
  await desk.refresher.refresh({ feedIds: null });
  expect(feedRecord(desk.store, id).gap).not.toBeNull();
  return id;
}

/** A WordPress of pages of one story each, of which the feed shows the first. */
function showPages(newest: number): void {
  server.on('/feed/', feed(() => rss([newest], `${WORDPRESS}<copyright>${'©'.repeat(newest)}</copyright>`)));
  for (let page = 2; page <= 60; page++) server.on(`/feed/?paged=${page}`, feed(() => rss([newest + 1 - page], WORDPRESS)));
}

async function manyPages(): Promise<FeedId> {
  const id = await missed('/feed/', () => rss([32], WORDPRESS));
  showPages(32);
  return id;
}

const titles = (): string[] => listArticles(desk.store, { scope: { kind: 'all' }, limit: 100 }, desk.now()).articles.map(({ title }) => title);
const stories = (last: number, first: number): string[] => down(last, first).map((n) => `Story ${n}`);

describe('a host that wants rest', () => {
  test('is not asked for what a feed has missed', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), WORDPRESS));
    const busy = desk.follow(server.on('/busy', status(429, { 'retry-after': '7200' })));
    await desk.refresher.refresh({ feedIds: [busy] });
    const before = server.requests.length;
    await expect(gaps.fill(id)).rejects.toMatchObject({ code: 'rate-limited', detail: { host: new URL(server.origin).host, until: desk.now() + 7_200_000 } });
    expect(server.requests.length).toBe(before);
  });

  test('is not asked by another way where it says so in between', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), `<atom:link rel="next" href="${server.origin}/older"/>${WORDPRESS}`));
    server.on('/older', status(429));
    const before = server.requests.length;
    expect(await gaps.fill(id)).toMatchObject({ asked: 2, added: 0, closed: false });
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual(['/feed/', '/older']);
  });
});

describe('a gap is filled', () => {
  test('from the pages of a WordPress feed, until what was had is reached', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), WORDPRESS));
    for (let page = 2; page <= 6; page++) server.on(`/feed/?paged=${page}`, feed(() => rss(down(24 - page * 4, 21 - page * 4), WORDPRESS)));
    expect(await gaps.fill(id)).toEqual({ asked: 5, added: 12, closed: true, via: 'paging' });
    expect(server.countOf('/feed/?paged=6')).toBe(0);
    expect(titles()).toEqual(stories(20, 1));
    expect(feedRecord(desk.store, id).gap).toBeNull();
    expect(listArticles(desk.store, { scope: { kind: 'unread' }, limit: 1 }, desk.now()).total).toBe(20);
    expect(desk.events).toContainEqual({ kind: 'articles', feedIds: [id] });
    await desk.refresher.refresh({ feedIds: null });
    expect(titles()).toEqual(stories(20, 1));
  });

  test('from an archive (RFC 5005 section 4), whose links lead from one document to the one before', async () => {
    const id = await missed('/news', () => rss(down(20, 17), '<atom:link rel="prev-archive" href="archive/3"/><atom:link rel="next" href="/never"/>'));
    server.on('/archive/3', feed(() => rss(down(16, 10), '<atom:link rel="prev-archive" href="/archive/2"/>')));
    server.on('/archive/2', feed(() => rss(down(9, 3), '<atom:link rel="prev-archive" href="/archive/1"/>')));
    expect(await gaps.fill(id)).toEqual({ asked: 3, added: 12, closed: true, via: 'archive' });
    expect(titles()).toEqual(stories(20, 1));
  });

  test('from a paged feed (RFC 5005 section 3), and from JSON Feed’s next_url', async () => {
    const id = await missed('/paged', () => rss(down(20, 12), '<atom:link rel="next" href="?p=2"/>'));
    server.on('/paged?p=2', feed(() => rss(down(11, 3))));
    expect(await gaps.fill(id)).toMatchObject({ added: 7, closed: true, via: 'paging' });
    let text = json(down(4, 1), null);
    const other = desk.follow(server.on('/feed.json', (_request, response) => void response.writeHead(200, { 'content-type': 'application/feed+json' }).end(text)));
    await desk.refresher.refresh({ feedIds: [other] });
    text = json(down(12, 9), `${server.origin}/feed.json?after=9`);
    await desk.refresher.refresh({ feedIds: [other] });
    server.on('/feed.json?after=9', (_request, response) => void response.writeHead(200, { 'content-type': 'application/feed+json' }).end(json(down(8, 2), null)));
    expect(await gaps.fill(other)).toEqual({ asked: 2, added: 4, closed: true, via: 'paging' });
  });

  test('from the further pages of a list that is itself the source', async () => {
    let numbers = down(4, 1);
    const id = desk.follow(server.on('/api/list?pageNo=1&size=4', jsonFeed(() => numbers)));
    await desk.refresher.refresh({ feedIds: null });
    numbers = down(12, 9);
    await desk.refresher.refresh({ feedIds: null });
    desk.store.run("UPDATE feeds SET kind = 'page'");
    server.on('/api/list?pageNo=2&size=4', jsonFeed(() => down(8, 5)));
    server.on('/api/list?pageNo=3&size=4', jsonFeed(() => down(4, 1)));
    expect(await gaps.fill(id)).toEqual({ asked: 3, added: 4, closed: true, via: 'listPage' });
  });

  test('in part where the source stops answering: what came stays, and the gap is smaller', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), WORDPRESS));
    server.on('/feed/?paged=2', feed(() => rss(down(16, 13), WORDPRESS)));
    server.on('/feed/?paged=3', status(429, { 'retry-after': '60' }));
    expect(await gaps.fill(id)).toEqual({ asked: 3, added: 4, closed: false, via: 'paging' });
    expect(feedRecord(desk.store, id).gap).toMatchObject({ after: START + 4 * DAY, before: START + 13 * DAY });
  });

  test('with ten documents at most', async () => {
    const id = await missed('/feed/', () => rss([500], WORDPRESS));
    for (let page = 2; page <= 30; page++) server.on(`/feed/?paged=${page}`, feed(() => rss([500 - page], WORDPRESS)));
    expect(await gaps.fill(id)).toEqual({ asked: 10, added: 9, closed: false, via: 'paging' });
  });

  test('the next fill goes on where the last one stopped, also in another run', async () => {
    const id = await manyPages();
    await gaps.fill(id);
    const another = createGapFiller({ store: desk.store, ingest: desk.ingest, now: () => desk.now(), announce: () => undefined });
    expect(await another.fill(id)).toEqual({ asked: 10, added: 10, closed: false, via: 'paging' });
    expect(await another.fill(id)).toEqual({ asked: 9, added: 8, closed: true, via: 'paging' });
    expect(titles()).toEqual(stories(32, 1));
    for (let page = 2; page <= 29; page++) expect(server.countOf(`/feed/?paged=${page}`)).toBe(1);
  });

  test('one that a server stopped goes on from the document that was refused, and says so where it still is', async () => {
    const id = await manyPages();
    server.on('/feed/?paged=4', status(429));
    expect(await gaps.fill(id)).toMatchObject({ asked: 4, added: 2 });
    await expect(gaps.fill(id)).rejects.toMatchObject({ code: 'rate-limited' });
    server.on('/feed/?paged=4', feed(() => rss([29], WORDPRESS)));
    expect(await gaps.fill(id)).toMatchObject({ asked: 10, added: 10 });
    expect(server.countOf('/feed/?paged=3')).toBe(1);
  });

  test('an archive is gone on with from its own link', async () => {
    const id = await missed('/news', () => rss([40], '<atom:link rel="prev-archive" href="/archive/39"/>'));
    for (let number = 39; number > 1; number--) server.on(`/archive/${number}`, feed(() => rss([number], `<atom:link rel="prev-archive" href="/archive/${number - 1}"/>`)));
    expect(await gaps.fill(id)).toMatchObject({ asked: 10, added: 9 });
    expect(await gaps.fill(id)).toEqual({ asked: 10, added: 10, closed: false, via: 'archive' });
    expect(server.countOf('/archive/39')).toBe(1);
  });

  test('a feed that has moved on again is filled from the top', async () => {
    const id = await missed('/feed/', () => rss([22], WORDPRESS));
    showPages(22);
    await gaps.fill(id);
    showPages(32);
    desk.pass(DAY);
    await desk.refresher.refresh({ feedIds: null });
    expect(await gaps.fill(id)).toMatchObject({ asked: 10, added: 9 });
    expect(titles().slice(0, 10)).toEqual(stories(32, 23));
  });

  test('a way that came to its end is begun anew', async () => {
    const id = await manyPages();
    server.on('/feed/?paged=5', status(404));
    expect(await gaps.fill(id)).toMatchObject({ asked: 5, added: 3, closed: false });
    expect(await gaps.fill(id)).toMatchObject({ asked: 5, added: 0, closed: false });
    expect(server.countOf('/feed/?paged=2')).toBe(2);
  });

  test('once, however often it is asked for at the same time', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), WORDPRESS));
    server.on('/feed/?paged=2', feed(() => rss(down(16, 4), WORDPRESS)));
    const [one, other] = await Promise.all([gaps.fill(id), gaps.fill(id)]);
    expect(one).toEqual(other);
    expect(server.countOf('/feed/?paged=2')).toBe(1);
    await expect(gaps.fill(id)).rejects.toMatchObject({ code: 'nothing-to-fill' });
  });
});

describe('a gap stays', () => {
  test('where the source offers nothing older', async () => {
    const id = await missed('/plain.xml', () => rss(down(20, 17)));
    expect(await gaps.fill(id)).toEqual({ asked: 1, added: 0, closed: false, via: null });
    expect(feedRecord(desk.store, id).gap).not.toBeNull();
  });

  test('where the server gives its first page under every number', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17)));
    server.on('/feed/?paged=2', feed(() => rss(down(20, 17))));
    expect(await gaps.fill(id)).toEqual({ asked: 2, added: 0, closed: false, via: null });
  });

  test('where the feed does not answer: that is why', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17)));
    server.on('/feed/', status(503));
    await expect(gaps.fill(id)).rejects.toMatchObject({ code: 'server-error' });
    expect(feedRecord(desk.store, id)).toMatchObject({ gap: { before: START + 17 * DAY }, failures: 0 });
  });

  test('where archives lead in a circle', async () => {
    const id = await missed('/news', () => rss(down(20, 17), '<atom:link rel="prev-archive" href="/a"/>'));
    server.on('/a', feed(() => rss([16], '<atom:link rel="prev-archive" href="/b"/>')));
    server.on('/b', feed(() => rss([15], '<atom:link rel="prev-archive" href="/a"/>')));
    expect(await gaps.fill(id)).toEqual({ asked: 3, added: 2, closed: false, via: 'archive' });
  });

  test('behaviour 8: stopped between two documents, it keeps what it had stored', async () => {
    const id = await missed('/feed/', () => rss(down(20, 17), WORDPRESS));
    server.on('/feed/?paged=2', feed(() => rss(down(16, 13), WORDPRESS)));
    const asked = new Promise<void>((resolve) => {
      server.on('/feed/?paged=3', () => resolve());
    });
    const filled = gaps.fill(id);
    await asked;
    await gaps.close();
    expect(await filled).toMatchObject({ added: 4, closed: false });
    expect(titles()).toEqual([...stories(20, 13), ...stories(4, 1)]);
  });

  test('where there is none, or no such feed, it is said', async () => {
    const id = desk.follow(server.on('/feed/', feed(() => rss(down(4, 1)))));
    await expect(gaps.fill(id)).rejects.toMatchObject({ code: 'nothing-to-fill' });
    await expect(gaps.fill(99)).rejects.toMatchObject({ code: 'feed-missing' });
  });
});

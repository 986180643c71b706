import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PageRules } from '../../../electron/contract/page.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createHostPace } from '../../../electron/core/pace/host-pace.ts';
import { courteousIngest } from '../../../electron/core/refresh/courteous-ingest.ts';
import { createHostCourtesy } from '../../../electron/core/refresh/host-courtesy.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { createPageShelf } from '../../../electron/core/refresh/page-shelf.ts';
import { hostHolds } from '../../../electron/core/store/host-holds.ts';
import { keepPageRules } from '../../../electron/core/store/page-rules.ts';
import { cardPage, type Listed } from '../ingest/list-page.ts';
import { feed, rss, startFeedServer, status, type FeedServer, type Handler } from '../refresh/feed-server.ts';
import { openNewsdesk } from '../refresh/newsdesk.ts';
import { openReadingRoom, type ReadingRoom } from './reading-room.ts';

const TWO_HOURS = 2 * 60 * 60_000;
const LISTED: readonly Listed[] = Array.from({ length: 8 }, (_, n) => ({ title: `A note on separation, number ${n}`, path: `/notes/${n}`, date: `2026-10-${String(n + 10)}` }));
const RULES: PageRules = { kind: 'html', item: 'article', title: 'a', link: 'a', date: null, summary: null };

let server: FeedServer;
let room: ReadingRoom;
let host: string;

beforeEach(async () => {
  server = await startFeedServer();
  host = new URL(server.origin).host;
  room = openReadingRoom();
});

afterEach(async () => {
  await room.close();
  await server.close();
});

const busy = status(429, { 'retry-after': '7200' });
const html = (text: string): Handler => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(text);

/** What a call says of a host that rests: within a minute of two hours from now. */
async function untilOf(call: Promise<unknown>, code = 'rate-limited'): Promise<void> {
  const error: unknown = await call.then(() => null, (rejected: unknown) => rejected);
  expect(error).toMatchObject({ code, detail: { host } });
  const { until } = (error as { detail: { until?: number } }).detail;
  expect(Math.abs((until ?? 0) - Date.now() - TWO_HOURS)).toBeLessThan(60_000);
}

describe('a host that a person’s ask finds in want of rest', () => {
  test.each<[string, (url: string) => Promise<unknown>]>([
    ['subscribe', (url) => room.api.subscribe({ url })],
    ['discover', (url) => room.api.discover({ url })],
    ['previewPage', (url) => room.api.previewPage({ url })],
  ])('%s says until when, and gives it to all', async (_name, ask) => {
    const url = server.on('/busy', busy);
    const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(() => rss('metals', ['one']))) });
    await untilOf(ask(url));
    const before = server.requests.length;
    expect((await room.api.refresh({ feedIds: [feedId] })).skipped).toEqual([{ feedId, reason: 'hostHeld' }]);
    expect(server.requests.length).toBe(before);
  });

  test('is remembered also where it answered 503, and told with the server’s own code', async () => {
    await untilOf(room.api.subscribe({ url: server.on('/busy', status(503, { 'retry-after': '7200' })) }), 'server-error');
    expect(hostHolds(room.store).map((hold) => hold.host)).toEqual([host]);
  });

  test('is not searched on, and named instead of a page without feeds', async () => {
    server.on('/', html('<html><head><link rel="alternate" type="application/rss+xml" href="/a"><link rel="alternate" type="application/rss+xml" href="/b"></head><body>Metals</body></html>'));
    server.on('/a', busy);
    await untilOf(room.api.discover({ url: server.origin }));
    // Two at a time: the second may have been on its way.
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });
});

describe('a host that rests', () => {
  test('is asked for nothing, whatever a person wants of it', async () => {
    const { feedId } = await room.api.subscribe({ url: server.on('/feed', feed(() => rss('metals', ['one']))) });
    const page = await room.api.subscribe({ url: server.on('/notes', feed(() => rss('notes', ['one']))) });
    room.store.run("UPDATE feeds SET kind = 'page' WHERE id = ?", page.feedId);
    keepPageRules(room.store, page.feedId, RULES);
    await untilOf(room.api.subscribe({ url: server.on('/busy', busy) }));
    const before = server.requests.length;
    const url = server.on('/other', feed(() => rss('other', ['one'])));
    await untilOf(room.api.subscribe({ url }));
    await untilOf(room.api.discover({ url }));
    await untilOf(room.api.previewPage({ url }));
    await untilOf(room.api.setFeedAddress({ feedId, url }));
    await untilOf(room.api.setCredentials({ feedId, credentials: { kind: 'basic', user: 'ann', password: 'geheim' } }));
    await untilOf(room.api.setPageRules({ feedId: page.feedId, rules: RULES }));
    expect(server.requests.length).toBe(before);
  });

  test('is not led to by another', async () => {
    await untilOf(room.api.subscribe({ url: server.on('/busy', busy) }));
    const before = server.requests.length;
    const signpost = await startFeedServer();
    const url = signpost.on('/feed', (_request, response) => void response.writeHead(302, { location: `${server.origin}/other` }).end());
    await untilOf(room.api.subscribe({ url }));
    await signpost.close();
    expect(server.requests.length).toBe(before);
  });

  test('is asked again when its rest is over, and no longer remembered when it answers', async () => {
    const desk = openNewsdesk();
    const ingest = courteousIngest(desk.ingest, createHostCourtesy({ store: desk.store, now: () => desk.now() }));
    const ask = (): ReturnType<typeof ingest.feed> => ingest.feed({ feedUrl: `${server.origin}/busy`, validators: null, bodyHash: null, now: desk.now() });
    server.on('/busy', busy);
    const first = await ask();
    expect([first, await ask()]).toMatchObject([{ code: 'rate-limited', trip: { status: 429 } }, { code: 'rate-limited', retryAt: desk.now() + TWO_HOURS }]);
    expect(server.countOf('/busy')).toBe(1);
    desk.pass(TWO_HOURS);
    server.on('/busy', feed(() => rss('metals', ['one'])));
    expect((await ask()).kind).toBe('fresh');
    expect(hostHolds(desk.store)).toEqual([]);
    await desk.close();
  });

  test('does not keep a page from being looked at that was shown already', async () => {
    const desk = openNewsdesk();
    const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000 });
    const courtesy = createHostCourtesy({ store: desk.store, now: () => desk.now() });
    const ingest = courteousIngest(createIngest({ fetcher, shelf: createPageShelf() }), courtesy);
    const url = server.on('/notes', html(cardPage(LISTED)));
    const [list] = (await ingest.page({ url, now: desk.now() })).lists;
    courtesy.rests.note(url, { kind: 'failed', code: 'rate-limited', detail: { host, status: 429 }, retryAt: desk.now() + TWO_HOURS });
    expect((await ingest.page({ url, rules: list?.rules, now: desk.now() })).lists).toHaveLength(1);
    await expect(ingest.page({ url, now: desk.now() })).rejects.toMatchObject({ code: 'rate-limited', detail: { until: desk.now() + TWO_HOURS } });
    expect(server.requests).toHaveLength(1);
    await Promise.all([desk.close(), fetcher.close()]);
  });
});

const redirect = (to: string): Handler => (_request, response) => void response.writeHead(302, { location: to }).end();
const refresh = (to: string): Handler => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><title>Moved</title><meta http-equiv="refresh" content="0; url=${to}"><p>Moved.</p>`);

describe('a page that a person saves and that leads to another host', () => {
  const story = html(`<!doctype html><html lang="en"><title>Moved house</title><article><h1>Moved house</h1>${'<p>A paragraph of a whole article, which tells of ore, acid and the price of both in some detail.</p>'.repeat(8)}</article></html>`);

  test.each([['by a redirect', redirect], ['by itself', refresh]] as const)('%s has its turn there, and is not asked for there while that host wants rest', async (_how, leads) => {
    const desk = openNewsdesk();
    const other = await startFeedServer();
    const waits: number[] = [];
    // A clock that goes on only while somebody waits.
    let clock = 1_000_000;
    const timers = { set: (run: () => void, ms: number) => { waits.push(ms); clock += ms; queueMicrotask(run); }, clear: () => undefined };
    const pace = createHostPace({ gapMs: (name) => (name === new URL(other.origin).host ? 5000 : 0), now: () => clock, timers });
    const { rests } = createHostCourtesy({ store: desk.store, now: () => desk.now() });
    const ingest = courteousIngest(desk.ingest, { rests, pace });
    const save = (path: string): ReturnType<typeof ingest.document> => ingest.document({ askedBy: 'person', url: server.on(path, leads(`${other.origin}/story`)), robots: false, now: desk.now(), path: join(desk.store.profile, 'never') });
    other.on('/story', story);

    expect(await save('/first')).toMatchObject({ kind: 'extracted', finalUrl: `${other.origin}/story` });
    expect(waits).toEqual([]);
    clock += 1000;
    expect(await save('/second')).toMatchObject({ kind: 'extracted', finalUrl: `${other.origin}/story` });
    expect(waits).toEqual([4000]);
    other.on('/story', status(429, { 'retry-after': '7200' }));
    expect(await save('/third')).toMatchObject({ kind: 'failed', code: 'rate-limited' });
    expect(await save('/fourth')).toMatchObject({ kind: 'failed', code: 'rate-limited', detail: { until: desk.now() + TWO_HOURS } });
    expect(other.countOf('/story')).toBe(3);
    await Promise.all([desk.close(), other.close()]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import { createIconKeeper, type IconKeeper } from '../../../electron/core/offline/icon-keeper.ts';
import { imagePath } from '../../../electron/core/offline/image-path.ts';
import { createHostPace, type HostPace } from '../../../electron/core/pace/host-pace.ts';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { createHostRests, type HostRests } from '../../../electron/core/refresh/host-rests.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { addFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { moveFeedTo } from '../../../electron/core/store/follow-move.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { sends, serve, type Served } from '../fetch/serve.ts';
import { ico, png } from '../image/made-images.ts';
import { DAY, documentOf, HOUR, NOON, testStore } from '../store/library.ts';

const clock = { time: NOON };
const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 2000, now: () => clock.time });
let store: Store;
let rests: HostRests;
let pace: HostPace;
let keeper: IconKeeper;
let may: boolean;
let online: boolean;
let events: ReaderEvent[];
let faults: unknown[];
/** What was asked for and not answered yet. */
let open: number;

beforeEach(() => {
  clock.time = NOON;
  [may, online, events, faults, open] = [true, true, [], [], 0];
  store = testStore({ clock });
  rests = createHostRests({ store, now: () => clock.time, random: () => 0.5 });
  pace = createHostPace({ gapMs: () => 0, now: () => clock.time });
  const ingest = createIngest({ fetcher });
  keeper = createIconKeeper({
    store, courtesy: { rests, pace }, now: () => clock.time, announce: (event) => events.push(event), onFault: (error) => faults.push(error), isOnline: () => online, mayFetch: () => may,
    ingest: {
      icon: async (job, signal) => {
        open += 1;
        return await ingest.icon(job, signal).finally(() => (open -= 1));
      },
    },
    lull: (work) => ({ soon: work, close: () => undefined }),
  });
});

afterEach(async () => {
  await keeper.close();
  if (faults.length > 0) throw new Error(`a fault was told: ${String(faults[0])}`);
});

interface Site {
  readonly [path: string]: RequestListener;
}

const MARK = png(32, 32);
const NONE = sends('not here', {}, 404);
const page = (head: string): RequestListener => sends(`<head>${head}</head>`, { 'content-type': 'text/html' });

async function serveSite(site: Site): Promise<Served & { readonly asked: () => string[] }> {
  const served = await serve((request, response) => (site[request.url ?? ''] ?? NONE)(request, response));
  return { ...served, asked: () => served.requests.splice(0).map(({ url }) => url ?? '').filter((path) => path !== '/robots.txt') };
}

/** Follows a feed that answered. */
function followed(feedUrl: string, { siteUrl = `${new URL(feedUrl).origin}/`, iconUrl = null }: { siteUrl?: string | null; iconUrl?: string | null } = {}): number {
  const facts = { title: 'Metals', siteUrl, lang: null };
  const { id } = addFeed(store, { feedUrl, kind: 'rss', facts, folderId: null, title: null });
  const document = documentOf([]);
  storeDocument(store, id, { ...document, facts: { ...document.facts, ...facts, iconUrl } }, clock.time);
  return id;
}

const nextAt = (id: number): number => store.get<{ at: number }>('SELECT next_at AS at FROM feed_icons WHERE feed_id = ?', id)?.at ?? 0;
const codeOf = (id: number): unknown => store.get('SELECT code, tries FROM feed_icons WHERE feed_id = ?', id);
const iconOf = (id: number): string | null => listFeeds(store, [id]).feeds[0]?.icon ?? null;

/** Looks for all icons whose time has come. */
async function look(): Promise<void> {
  keeper.wake();
  await vi.waitFor(() => expect([open, store.get('SELECT 1 FROM feeds f LEFT JOIN feed_icons i ON i.feed_id = f.id WHERE f.subscribed = 1 AND ifnull(i.next_at, 0) <= ? LIMIT 1', clock.time)]).toEqual([0, undefined]), 5000);
}

describe('where the icon of a source is looked for', () => {
  it('at the address that the feed names, and nowhere else then', async () => {
    const site = await serveSite({ '/icon.png': sends(MARK), '/': page('<link rel="icon" href="/other.png">') });
    const id = followed(`${site.url}/feed`, { iconUrl: `${site.url}/icon.png` });
    await look();
    expect(site.asked()).toEqual(['/icon.png']);
    const key = iconOf(id) ?? '';
    expect(readFileSync(imagePath(store.profile, key))).toEqual(MARK);
    expect(events).toEqual([{ kind: 'feeds', feedIds: [id] }]);
  });

  it('else at those that its page names, the best first, else at the usual place', async () => {
    const site = await serveSite({
      '/': page('<link rel="icon" sizes="32x32" href="/gone.png"><link rel="icon" sizes="48x48" href="/page.png">'),
      '/page.png': sends('<!doctype html>', { 'content-type': 'image/png' }), '/favicon.ico': sends(ico([{ kind: 'bmp', side: 16 }])), '/banner.png': sends(png(600, 60)),
    });
    const id = followed(`${site.url}/feed`, { iconUrl: `${site.url}/banner.png` });
    await look();
    expect(site.asked()).toEqual(['/banner.png', '/', '/gone.png', '/page.png', '/favicon.ico']);
    expect(iconOf(id)).not.toBeNull();
  });

  it('at the usual place of the site where its page is not to be had, and of the feed where no site is known', async () => {
    const site = await serveSite({ '/favicon.ico': sends(MARK) });
    const ids = [followed(`${site.url}/feed`, { siteUrl: `${site.url}/en/` }), followed(`${site.url}/other`, { siteUrl: null })];
    await look();
    expect(ids.map(iconOf)).toEqual([expect.any(String), expect.any(String)]);
    expect(site.asked().toSorted()).toEqual(['/', '/en/', '/favicon.ico']);
  });

  it('sources of one site share its answers and its file', async () => {
    const site = await serveSite({ '/': page('<link rel="icon" href="/mark.png">'), '/mark.png': sends(MARK) });
    const ids = Array.from({ length: 5 }, (_, n) => followed(`${site.url}/feed/${n}`));
    await look();
    expect(site.asked()).toEqual(['/', '/mark.png']);
    expect(new Set(ids.map(iconOf)).size).toBe(1);
    expect(readdirSync(`${store.profile}/images`)).toHaveLength(1);
  });
});

describe('when it is looked for', () => {
  it('not again for a month, and then an icon that changed takes the place of the old one', async () => {
    let mark = MARK;
    const site = await serveSite({ '/favicon.ico': (request, response) => sends(mark)(request, response) });
    const id = followed(`${site.url}/feed`);
    await look();
    const before = iconOf(id);
    site.asked();
    clock.time = NOON + 29 * DAY;
    await look();
    expect(site.asked()).toEqual([]);
    clock.time = NOON + 30 * DAY;
    await look();
    expect([site.asked(), iconOf(id)]).toEqual([['/', '/favicon.ico'], before]);
    mark = png(48, 48);
    clock.time = NOON + 60 * DAY;
    await look();
    expect(iconOf(id)).not.toBe(before);
    expect(existsSync(imagePath(store.profile, iconOf(id) ?? ''))).toBe(true);
  });

  it('when the source moved', async () => {
    const site = await serveSite({ '/favicon.ico': sends(MARK) });
    const id = followed(`${site.url}/feed`);
    await look();
    site.asked();
    clock.time = NOON + 2 * DAY;
    moveFeedTo(store, id, `${site.url}/feed.xml`);
    await look();
    expect(site.asked()).toEqual(['/', '/favicon.ico']);
  });

  it('a month after its site had none, and sooner after a failure, each later than the last', async () => {
    const site = await serveSite({});
    const id = followed(`${site.url}/feed`);
    await look();
    expect([nextAt(id) - clock.time, codeOf(id)]).toEqual([30 * DAY, { code: null, tries: 0 }]);

    const closed = await serveSite({ '/favicon.ico': sends('no', {}, 403) });
    const other = followed(`${closed.url}/feed`);
    const waits: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await look();
      waits.push((nextAt(other) - clock.time) / DAY);
      clock.time = nextAt(other);
    }
    expect(waits).toEqual([7, 14, 28, 28]);
    expect(codeOf(other)).toEqual({ code: 'forbidden', tries: 4 });
  });

  it('not where robots.txt says no', async () => {
    const site = await serveSite({ '/robots.txt': sends('User-agent: *\nDisallow: /'), '/favicon.ico': sends(MARK) });
    const id = followed(`${site.url}/feed`);
    await look();
    expect([site.asked(), iconOf(id), codeOf(id)]).toEqual([[], null, { code: 'robots-disallowed', tries: 1 }]);
  });

  it('not while its host wants rest, and a host that asks for rest gets it from all', async () => {
    const site = await serveSite({ '/': sends('later', { 'retry-after': '7200' }, 429), '/favicon.ico': sends(MARK) });
    const id = followed(`${site.url}/feed`);
    await look();
    expect([site.asked(), iconOf(id), rests.heldUntil(site.url)]).toEqual([['/'], null, NOON + 2 * HOUR]);
    expect(nextAt(id)).toBe(NOON + DAY);
    const other = followed(`${site.url}/other`);
    await look();
    expect([site.asked(), iconOf(other)]).toEqual([[], null]);
  });

  it('not where nothing may be fetched unasked, and no more once that is so', async () => {
    const site = await serveSite({ '/': (request, response) => {
      may = false;
      page('<link rel="icon" href="/mark.png">')(request, response);
    }, '/mark.png': sends(MARK) });
    const id = followed(`${site.url}/feed`);
    may = false;
    keeper.wake();
    expect(open).toBe(0);
    may = true;
    keeper.wake();
    await vi.waitFor(() => expect([may, open]).toEqual([false, 0]));
    expect([site.asked(), iconOf(id), nextAt(id)]).toEqual([['/'], null, 0]);
    may = true;
    await look();
    expect([site.asked(), iconOf(id)]).toEqual([['/mark.png'], expect.any(String)]);
  });

  it('a network that is gone counts against no source', async () => {
    online = false;
    const id = followed('http://127.0.0.1:9/feed');
    keeper.wake();
    await vi.waitFor(() => expect(open).toBe(1));
    await vi.waitFor(() => expect(open).toBe(0));
    expect([nextAt(id), codeOf(id)]).toEqual([0, undefined]);
    // Where others answer, it is the site's own.
    online = true;
    await look();
    expect(codeOf(id)).toEqual({ code: 'host-unreachable', tries: 1 });
  });

  it('nothing of the private network for a public source', async () => {
    const site = await serveSite({ '/': page(''), '/favicon.ico': sends(MARK) });
    const id = followed('https://metals.invalid/feed', { siteUrl: `${site.url}/`, iconUrl: `${site.url}/favicon.ico` });
    await look();
    expect([site.requests.length, iconOf(id), codeOf(id)]).toEqual([0, null, { code: 'private-network', tries: 1 }]);
  });

  it('not for a source that was left meanwhile', async () => {
    const site = await serveSite({ '/favicon.ico': (request, response) => {
      unsubscribe(store, id);
      sends(MARK)(request, response);
    } });
    const id = followed(`${site.url}/feed`);
    await look();
    expect([store.get('SELECT icon FROM feeds WHERE id = ?', id), codeOf(id), events]).toEqual([{ icon: null }, undefined, []]);
  });
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Offer } from '../../../electron/contract/desktop.ts';
import type { ReaderApi } from '../../../electron/contract/api.ts';
import { validateArgs } from '../../../electron/contract/validate.ts';
import { NO_DOOR } from '../../../electron/core/methods/desktop.ts';
import { startFeedServer, type FeedServer } from '../../contract/feed-server.ts';
import { openReadingRoom, type ReadingRoom, type ReadingRoomOptions } from './reading-room.ts';

let room: ReadingRoom | null = null;
let server: FeedServer | null = null;
afterEach(async () => {
  await room?.close();
  await server?.close();
  [room, server] = [null, null];
});

function open(options: ReadingRoomOptions = {}): ReadingRoom {
  room = openReadingRoom(options);
  return room;
}

const feed = (n: number): Offer => ({ kind: 'feed', url: `${n}.example` });

describe('what other programs hand over', () => {
  test('waits for a window, which is told, and is taken once, the oldest first', async () => {
    const { api, events } = open();
    expect(await api.takeOffer({})).toEqual({ offer: null });
    await api.offer({ offer: feed(1) });
    await api.offer({ offer: { kind: 'opml', name: 'mine.opml', base64: 'PG9wbWwvPg==' } });
    expect(events).toContainEqual({ kind: 'offers' });
    expect(await api.takeOffer({})).toEqual({ offer: feed(1) });
    expect(await api.takeOffer({})).toEqual({ offer: { kind: 'opml', name: 'mine.opml', base64: 'PG9wbWwvPg==' } });
    expect(await api.takeOffer({})).toEqual({ offer: null });
  });

  test('is no more than sixteen, the latest', async () => {
    const { api } = open();
    for (let n = 1; n <= 20; n++) await api.offer({ offer: feed(n) });
    const taken: (Offer | null)[] = [];
    for (let n = 1; n <= 17; n++) taken.push((await api.takeOffer({})).offer);
    expect(taken).toEqual([...Array.from({ length: 16 }, (_, n) => feed(n + 5)), null]);
  });

  test.each([{ kind: 'feed', url: '' }, { kind: 'run', url: 'x' }, { kind: 'article', articleId: 0 }, { kind: 'opml', name: 'a', base64: 'no base64' }, { kind: 'opml', name: 'a', base64: 'abc' }])('is held to its shape: %j', (offer) => {
    expect(() => validateArgs('offer' satisfies keyof ReaderApi, { offer })).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  });
});

test('an article’s link and title go to the door’s menu for sharing, where there is one', async () => {
  const feeds = await startFeedServer();
  server = feeds;
  const shared: unknown[] = [];
  const { api } = open({ door: { ...NO_DOOR, share: async (link) => shared.push(link) > 0 } });
  await api.subscribe({ url: feeds.feedUrl });
  const { articles: [first] } = await api.listArticles({ scope: { kind: 'all' }, limit: 1 });
  expect(await api.shareArticle({ articleId: first?.id ?? 0 })).toEqual({ shared: true });
  expect(shared).toEqual([{ url: first?.url, title: first?.title }]);
  await expect(api.shareArticle({ articleId: 404 })).rejects.toMatchObject({ code: 'article-missing' });
});

test('the settings are shown by the door, at what was asked for, where it has windows', async () => {
  const shown: unknown[] = [];
  const { api } = open({ door: { ...NO_DOOR, showSettings: async (place) => shown.push(place) > 0 } });
  expect(await api.showSettings({ section: 'storage', setting: 'evict' })).toEqual({ shown: true });
  expect(shown).toEqual([{ section: 'storage', setting: 'evict' }]);
  expect(await open({}).api.showSettings({})).toEqual({ shown: false });
  for (const args of [{ section: 'none' }, { setting: 'a&b' }, { url: 'https://a.example/' }]) {
    expect(() => validateArgs('showSettings' satisfies keyof ReaderApi, args)).toThrow(expect.objectContaining({ code: 'invalid-argument' }));
  }
});

describe('a refresh that nobody asked for', () => {
  const MINUTE = 60_000;

  /** When the next one is due after the first of a start, in minutes from now. */
  async function nextAfterFirst(quiet: boolean): Promise<number> {
    const asked: boolean[] = [];
    const { api } = open({ unattended: true, settings: { refreshMinutes: 30 }, door: { ...NO_DOOR, isQuiet: async () => asked.push(quiet) > 0 && quiet } });
    await vi.waitFor(async () => {
      expect(asked.length).toBeGreaterThan(1);
      expect(((await api.refreshProgress({})).nextAt ?? 0) - Date.now()).toBeGreaterThan(MINUTE);
    }, { timeout: 20_000 });
    return ((await api.refreshProgress({})).nextAt ?? 0) - Date.now();
  }

  test('waits while it is to be quiet, and is thought of again soon', async () => {
    expect(await nextAfterFirst(true)).toBeLessThan(3 * MINUTE);
  }, 30_000);

  test('runs else, by its interval', async () => {
    expect(await nextAfterFirst(false)).toBeGreaterThan(25 * MINUTE);
  }, 30_000);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { feedRecord, feedRecords } from '../../../electron/core/store/feeds.ts';
import { feed, rss, type FeedServer } from './feed-server.ts';
import type { Newsdesk } from './newsdesk.ts';
import { openings } from './openings.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const all = { feedIds: null };

const { anotherServer, aDesk } = openings();
let server: FeedServer;
let desk: Newsdesk;

beforeEach(async () => {
  server = await anotherServer();
  desk = aDesk();
});

describe('a library that cannot be written', () => {
  test('a full disk ends the refresh with that error, and the feeds are not blamed', async () => {
    for (const path of ['/a', '/b', '/c']) desk.follow(server.on(path, feed(() => rss(path.slice(1), Array.from({ length: 400 }, (_, n) => `item-${n}`)))));
    desk.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { page_count: pages } = desk.store.db.prepare('PRAGMA page_count').get() as { page_count: number };
    desk.store.db.exec(`PRAGMA max_page_count = ${pages + 4}`);
    await expect(desk.refresher.refresh(all)).rejects.toMatchObject({ code: 'disk-full' });
    expect(desk.refresher.running).toBe(false);
    desk.store.db.exec('PRAGMA max_page_count = 1000000');
    expect(feedRecords(desk.store).map(({ failure }) => failure)).toEqual([null, null, null]);
    expect(await desk.refresher.refresh(all)).toMatchObject({ fresh: 3, added: 1200 });
  });
});

describe('behaviour 11: offline', () => {
  test('no answer at all is the network, not the feeds; recovery needs no click', async () => {
    const port = Number(new URL(server.origin).port);
    const ids = ['/a', '/b'].map((path) => desk.follow(server.on(path, feed(() => rss(path.slice(1), ['one'])))));
    await desk.refresher.refresh(all);
    await server.close();
    desk.pass(HOUR);
    const offlineAt = desk.now();
    expect(await desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 2, fresh: 0, offline: true });
    expect(desk.refresher.progress()).toMatchObject({ offlineSince: offlineAt, failed: [] });
    desk.pass(HOUR);
    expect(await desk.refresher.refresh({ feedIds: [ids[0] as number] })).toMatchObject({ offline: true });
    expect(desk.refresher.progress().offlineSince).toBe(offlineAt);
    expect(feedRecords(desk.store).map(({ failure, failures }) => [failure, failures])).toEqual([[null, 0], [null, 0]]);

    server = await anotherServer(port);
    for (const path of ['/a', '/b']) server.on(path, feed(() => rss(path.slice(1), ['one', 'two'])));
    expect(await desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ fresh: 2, added: 2, offline: false });
    expect(desk.refresher.progress()).toMatchObject({ offlineSince: null, updatedAt: desk.now() });
  });

  test('one dead host among others that answer is that feed\'s failure, with since and count, until it recovers', async () => {
    const dead = await anotherServer();
    const port = Number(new URL(dead.origin).port);
    desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    const b = desk.follow(dead.on('/b', feed(() => rss('b', ['two']))));
    await dead.close();
    const since = desk.now();
    for (let count = 1; count <= 30; count += 1) {
      expect(await desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ offline: false, failed: [{ feedId: b, code: 'host-unreachable' }] });
      const { failure, nextAt } = feedRecord(desk.store, b);
      expect(failure).toMatchObject({ code: 'host-unreachable', since, count });
      expect(nextAt).toBeGreaterThan(desk.now());
      expect(nextAt).toBeLessThanOrEqual(desk.now() + DAY);
      desk.pass((nextAt ?? 0) - desk.now());
    }
    const back = await anotherServer(port);
    back.on('/b', feed(() => rss('b', ['two'])));
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, b)).toMatchObject({ failure: null, failures: 0 });
  });
});

describe('behaviour 10: one bad feed harms nobody', () => {
  test('of 300 feeds one never answers, one drips, one sends too much: the others are there, and the refresh ends', async () => {
    desk = aDesk({ timeoutMs: 1500, maxBytes: 200_000 });
    const healthy = Array.from({ length: 297 }, (_, n) => desk.follow(server.on(`/${n}`, feed(() => rss(`outlet${n}`, ['one', 'two'])))));
    const mute = desk.follow(server.on('/mute', () => undefined));
    const drip = desk.follow(
      server.on('/drip', (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss>');
        const dripping = setInterval(() => response.write(' '), 100);
        response.on('close', () => clearInterval(dripping));
      }),
    );
    let sent = 0;
    const flood = desk.follow(
      server.on('/flood', (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' });
        const pour = (): void => {
          while (!response.destroyed && sent < 200_000_000) {
            sent += 65_536;
            if (!response.write(Buffer.alloc(65_536, 32))) break;
          }
        };
        response.on('drain', pour);
        pour();
      }),
    );
    const started = performance.now();
    const arrivals: number[] = [];
    const refreshing = desk.refresher.refresh(all);
    await expect.poll(() => arrivals.push(desk.refresher.progress().done) && desk.refresher.progress().added, { timeout: 10_000, interval: 20 }).toBe(594);
    expect(desk.refresher.progress().running).toBe(true);
    const summary = await refreshing;
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(summary).toMatchObject({ asked: 300, fresh: healthy.length, added: 594, offline: false, cancelled: false });
    expect(new Map(summary.failed.map(({ feedId, code }) => [feedId, code]))).toEqual(
      new Map([
        [flood, 'body-too-large'],
        [mute, 'timeout'],
        [drip, 'timeout'],
      ]),
    );
    expect(sent).toBeLessThan(20_000_000);
    // They arrived as they came, not all at the end.
    expect(arrivals.some((done) => done > 0 && done < 297)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { feedRecord, feedRecords } from '../../../electron/core/store/feeds.ts';
import { feed, rss } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const all = { feedIds: null };

const room = refreshRoom();

describe('a library that cannot be written', () => {
  test('a full disk ends the refresh with that error, and the feeds are not blamed', async () => {
    for (const path of ['/a', '/b', '/c']) room.desk.follow(room.server.on(path, feed(() => rss(path.slice(1), Array.from({ length: 400 }, (_, n) => `item-${n}`)))));
    room.desk.store.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const { page_count: pages } = room.desk.store.db.prepare('PRAGMA page_count').get() as { page_count: number };
    room.desk.store.db.exec(`PRAGMA max_page_count = ${pages + 4}`);
    await expect(room.desk.refresher.refresh(all)).rejects.toMatchObject({ code: 'disk-full' });
    expect(room.desk.refresher.running).toBe(false);
    room.desk.store.db.exec('PRAGMA max_page_count = 1000000');
    expect(feedRecords(room.desk.store).map(({ failure }) => failure)).toEqual([null, null, null]);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 3, added: 1200 });
  });
});

describe('a document that cannot be stored', () => {
  test('fails alone and whole, and is told of once: those that were stored with it stand', async () => {
    const [a, b, c] = ['/a', '/b', '/c'].map((path) => room.desk.follow(room.server.on(path, feed(() => rss(path.slice(1), [`${path}-one`, `${path}-two`])))));
    room.desk.store.db.exec("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.articles WHEN NEW.title LIKE '%/b-one%' BEGIN SELECT RAISE(ABORT, 'refused'); END");
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 2, added: 4, failed: [{ feedId: b }] });
    const stored = room.desk.store.all('SELECT feed_id AS feedId, count(*) AS articles FROM articles GROUP BY feed_id ORDER BY feed_id');
    expect([stored, room.desk.faults.length]).toEqual([[{ feedId: a, articles: 2 }, { feedId: c, articles: 2 }], 1]);
    room.desk.store.db.exec('DROP TRIGGER refuse');
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 2, failed: [] });
  });
});

describe('behaviour 11: offline', () => {
  test('no answer at all is the network, not the feeds; recovery needs no click', async () => {
    const port = Number(new URL(room.server.origin).port);
    const ids = ['/a', '/b'].map((path) => room.desk.follow(room.server.on(path, feed(() => rss(path.slice(1), ['one'])))));
    await room.desk.refresher.refresh(all);
    await room.server.close();
    room.desk.pass(HOUR);
    const offlineAt = room.desk.now();
    expect(await room.desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 2, fresh: 0, offline: true });
    expect(room.desk.refresher.progress()).toMatchObject({ offlineSince: offlineAt, failed: [] });
    room.desk.pass(HOUR);
    expect(await room.desk.refresher.refresh({ feedIds: [ids[0] as number] })).toMatchObject({ offline: true });
    expect(room.desk.refresher.progress().offlineSince).toBe(offlineAt);
    expect(feedRecords(room.desk.store).map(({ failure, failures }) => [failure, failures])).toEqual([[null, 0], [null, 0]]);

    room.server = await room.anotherServer(port);
    for (const path of ['/a', '/b']) room.server.on(path, feed(() => rss(path.slice(1), ['one', 'two'])));
    expect(await room.desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ fresh: 2, added: 2, offline: false });
    expect(room.desk.refresher.progress()).toMatchObject({ offlineSince: null, updatedAt: room.desk.now() });
  });

  test('one dead host among others that answer is that feed\'s failure, with since and count, until it recovers', async () => {
    const dead = await room.anotherServer();
    const port = Number(new URL(dead.origin).port);
    room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    const b = room.desk.follow(dead.on('/b', feed(() => rss('b', ['two']))));
    await dead.close();
    const since = room.desk.now();
    for (let count = 1; count <= 30; count += 1) {
      expect(await room.desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ offline: false, failed: [{ feedId: b, code: 'host-unreachable' }] });
      const { failure, nextAt } = feedRecord(room.desk.store, b);
      expect(failure).toMatchObject({ code: 'host-unreachable', since, count });
      expect(nextAt).toBeGreaterThan(room.desk.now());
      expect(nextAt).toBeLessThanOrEqual(room.desk.now() + DAY);
      room.desk.pass((nextAt ?? 0) - room.desk.now());
    }
    const back = await room.anotherServer(port);
    back.on('/b', feed(() => rss('b', ['two'])));
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, b)).toMatchObject({ failure: null, failures: 0 });
  });
});

describe('behaviour 10: one bad feed harms nobody', () => {
  test('of 300 feeds one never answers, one drips, one sends too much: the others are there, and the refresh ends', async () => {
    room.desk = room.aDesk({ timeoutMs: 1500, maxBytes: 200_000 });
    const healthy = Array.from({ length: 297 }, (_, n) => room.desk.follow(room.server.on(`/${n}`, feed(() => rss(`outlet${n}`, ['one', 'two'])))));
    const mute = room.desk.follow(room.server.on('/mute', () => undefined));
    const drip = room.desk.follow(
      room.server.on('/drip', (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss>');
        const dripping = setInterval(() => response.write(' '), 100);
        response.on('close', () => clearInterval(dripping));
      }),
    );
    let sent = 0;
    const flood = room.desk.follow(
      room.server.on('/flood', (_request, response) => {
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
    const refreshing = room.desk.refresher.refresh(all);
    await expect.poll(() => arrivals.push(room.desk.refresher.progress().done) && room.desk.refresher.progress().added, { timeout: 10_000, interval: 20 }).toBe(594);
    expect(room.desk.refresher.progress().running).toBe(true);
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

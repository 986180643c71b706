import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { feedRecord, feedRecords, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { feed, rss, startFeedServer, status, type FeedServer } from './feed-server.ts';
import { openNewsdesk, type Newsdesk, type NewsdeskOptions } from './newsdesk.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let server: FeedServer;
let desk: Newsdesk;
const open: (() => Promise<void>)[] = [];

beforeEach(async () => {
  server = await anotherServer();
  desk = aDesk();
});

afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function anotherServer(port = 0): Promise<FeedServer> {
  const started = await startFeedServer(port);
  open.push(() => started.close());
  return started;
}

function aDesk(options: NewsdeskOptions = {}): Newsdesk {
  const opened = openNewsdesk(options);
  open.push(() => opened.close());
  return opened;
}

/** A feed whose server takes its time. */
function slow(one: FeedServer, path: string): string {
  return one.on(path, (request, response) => void setTimeout(() => feed(() => rss(path.slice(1), ['x']))(request, response), 20));
}

const all = { feedIds: null };

describe('a refresh', () => {
  test('tells of each feed that answered, whatever the answer, and of no other', async () => {
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    desk.follow(server.on('/b', feed(() => rss('b', ['two']))));
    const missing = desk.follow(`${server.origin}/missing`);
    await desk.refresher.refresh({ feedIds: [a, missing] });
    await desk.refresher.refresh({ feedIds: [a] });
    const told = desk.events.flatMap((event) => (event.kind === 'feeds' ? [event.feedIds] : []));
    expect(told.slice(0, 2)).toEqual(expect.arrayContaining([[a], [missing]]));
    expect(told.slice(2)).toEqual([[a]]);
  });

  test('asks every feed, stores what is new, and sums up', async () => {
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one', 'two']))));
    const b = desk.follow(server.on('/b', feed(() => rss('b', ['three']))));
    const missing = desk.follow(`${server.origin}/missing`);
    expect(await desk.refresher.refresh(all)).toEqual({
      asked: 3,
      fresh: 2,
      notModified: 0,
      failed: [{ feedId: missing, code: 'not-found', detail: expect.objectContaining({ status: 404 }) }],
      skipped: [],
      added: 3,
      updated: 0,
      cancelled: false,
      offline: false,
    });
    expect([feedRecord(desk.store, a).title, feedRecord(desk.store, b).title]).toEqual(['a', 'b']);
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 3, fresh: 0, notModified: 2, added: 0 });
    expect(server.requests.find(({ path }) => path === '/a')?.headers['user-agent']).toMatch(/^Monazite\//);
  });

  test('tells which feeds changed, and nothing of those that did not', async () => {
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    await desk.refresher.refresh(all);
    expect(desk.events.filter(({ kind }) => kind === 'articles')).toEqual([{ kind: 'articles', feedIds: [a] }]);
    desk.events.length = 0;
    await desk.refresher.refresh(all);
    expect(desk.events.filter(({ kind }) => kind === 'articles')).toEqual([]);
    expect(desk.events.at(-1)).toEqual({ kind: 'refresh' });
  });

  test('asks a host one thing at a time, and several hosts at once', async () => {
    const other = await anotherServer();
    desk = aDesk({ refresher: { limits: { total: 24, perHost: () => 1 } } });
    for (const path of ['/a', '/b', '/c', '/d']) {
      desk.follow(slow(server, path));
      desk.follow(slow(other, path));
    }
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 8, fresh: 8 });
    expect([server.mostAtOnce, other.mostAtOnce]).toEqual([1, 1]);
  });

  test('asks a host two things at a time where it may', async () => {
    desk = aDesk({ refresher: { limits: { total: 24, perHost: () => 2 } } });
    for (const path of ['/a', '/b', '/c', '/d']) {
      desk.follow(slow(server, path));
    }
    await desk.refresher.refresh(all);
    expect(server.mostAtOnce).toBe(2);
  });

  test('leaves out with a reason what is not due', async () => {
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    await desk.refresher.refresh(all);
    expect(await desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 0, skipped: [{ feedId: a, reason: 'notDue' }] });
    desk.pass(HOUR);
    expect(await desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 1, skipped: [] });
  });

  test('a feed unsubscribed while it is being asked is no failure', async () => {
    const a = desk.follow(
      server.on('/a', (request, response) => {
        unsubscribe(desk.store, a);
        feed(() => rss('a', ['one']))(request, response);
      }),
    );
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 0, failed: [], skipped: [{ feedId: a, reason: 'gone' }] });
    expect([feedRecords(desk.store), desk.faults]).toEqual([[], []]);
  });

  test('the progress counts, and tells when it ended', async () => {
    desk.follow(server.on('/a', feed(() => rss('a', ['one', 'two']))));
    desk.follow(`${server.origin}/missing`);
    const refreshing = desk.refresher.refresh(all);
    expect(desk.refresher.progress()).toMatchObject({ running: true, asked: 2, done: 0, startedAt: desk.now(), endedAt: null, updatedAt: null });
    await refreshing;
    expect(desk.refresher.progress()).toMatchObject({ running: false, asked: 2, done: 2, added: 2, endedAt: desk.now(), updatedAt: desk.now() });
    expect(desk.refresher.progress().failed).toHaveLength(1);
    expect(desk.restart().progress()).toMatchObject({ running: false, startedAt: null, updatedAt: desk.now() });
  });
});

describe('cancelling', () => {
  test('keeps what is stored, skips the rest, and ends the downloads', async () => {
    const fast = desk.follow(server.on('/fast', feed(() => rss('fast', ['one']))));
    const hung = Promise.withResolvers<void>();
    const stuck = desk.follow(
      server.on('/stuck', (_request, response) => {
        response.on('close', hung.resolve);
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss>');
      }),
    );
    const refreshing = desk.refresher.refresh(all);
    await expect.poll(() => desk.refresher.progress().done).toBe(1);
    desk.refresher.cancel();
    const summary = await refreshing;
    expect(summary).toMatchObject({ asked: 1, fresh: 1, added: 1, cancelled: true, skipped: [{ feedId: stuck, reason: 'cancelled' }] });
    await hung.promise;
    expect([feedRecord(desk.store, fast).failure, feedRecord(desk.store, stuck).failure]).toEqual([null, null]);
    expect(desk.refresher.progress()).toMatchObject({ running: false, cancelled: true });
  });
});

describe('joining', () => {
  test('a refresh asked for while one runs asks only what is left', async () => {
    const gate = Promise.withResolvers<void>();
    desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    const slow = desk.follow(
      server.on('/b', (request, response) => void gate.promise.then(() => feed(() => rss('b', ['two']))(request, response))),
    );
    const first = desk.refresher.refresh(all);
    await expect.poll(() => desk.refresher.progress().done).toBe(1);
    const second = desk.refresher.refresh(all);
    const clicked = desk.refresher.refresh({ feedIds: [slow] });
    gate.resolve();
    expect(await first).toMatchObject({ asked: 2, added: 2 });
    expect(await second).toMatchObject({ asked: 2, added: 2 });
    expect(await clicked).toMatchObject({ asked: 1, added: 1 });
    expect([server.countOf('/a'), server.countOf('/b')]).toEqual([1, 1]);
  });

  test('a feed that a person names is asked again, although the running refresh is done with it', async () => {
    const gate = Promise.withResolvers<void>();
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one']))));
    desk.follow(server.on('/b', (request, response) => void gate.promise.then(() => feed(() => rss('b', ['two']))(request, response))));
    const first = desk.refresher.refresh(all);
    await expect.poll(() => desk.refresher.progress().done).toBe(1);
    expect(await desk.refresher.refresh({ feedIds: [a] })).toMatchObject({ asked: 1, notModified: 1 });
    expect(server.countOf('/a')).toBe(2);
    gate.resolve();
    await first;
  });
});

describe('what servers ask for', () => {
  test('a permanent redirect moves the feed once two asks an hour apart found it there', async () => {
    const target = server.on('/new', feed(() => rss('moved', ['one'])));
    const a = desk.follow(server.on('/old', status(301, { location: '/new' })));
    const broken = desk.follow(server.on('/elsewhere', status(301, { location: '/nothing' })));
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, a)).toMatchObject({ feedUrl: `${server.origin}/old`, movedUrl: target });
    desk.pass(HOUR);
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, a)).toMatchObject({ feedUrl: target, movedUrl: null });
    expect(feedRecord(desk.store, broken)).toMatchObject({ feedUrl: `${server.origin}/elsewhere`, movedUrl: null });
    await desk.refresher.refresh({ feedIds: [a] });
    expect([server.countOf('/old'), articleCount()]).toEqual([2, 1]);
  });

  test('a temporary redirect moves nothing', async () => {
    server.on('/new', feed(() => rss('moved', ['one'])));
    const a = desk.follow(server.on('/old', status(302, { location: '/new' })));
    expect(await desk.refresher.refresh(all)).toMatchObject({ fresh: 1 });
    expect(feedRecord(desk.store, a).feedUrl).toBe(`${server.origin}/old`);
  });

  test('a feed that moves to the address of another stays where it is', async () => {
    desk.follow(server.on('/new', feed(() => rss('moved', ['one']))));
    const a = desk.follow(server.on('/old', status(308, { location: '/new' })));
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 2, fresh: 2, failed: [] });
    expect(feedRecord(desk.store, a).feedUrl).toBe(`${server.origin}/old`);
  });

  test('a feed that says 410 is asked no more, and keeps its articles', async () => {
    let gone = false;
    const a = desk.follow(server.on('/a', (request, response) => (gone ? status(410) : feed(() => rss('a', ['one'])))(request, response)));
    await desk.refresher.refresh(all);
    gone = true;
    expect(await desk.refresher.refresh(all)).toMatchObject({ failed: [{ feedId: a, code: 'gone' }] });
    expect(feedRecord(desk.store, a)).toMatchObject({ nextAt: null, failure: { code: 'gone' } });
    desk.pass(30 * DAY);
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 0, skipped: [{ feedId: a, reason: 'gone' }] });
    expect([server.countOf('/a'), articleCount()]).toEqual([2, 1]);
  });

  test('behaviour 11: 429 and 503 hold the whole host for as long as Retry-After says, also after a restart', async () => {
    desk = aDesk({ refresher: { limits: { total: 1, perHost: () => 1 } } });
    const other = await anotherServer();
    const busy = desk.follow(server.on('/busy', status(429, { 'retry-after': '7200' })));
    const sibling = desk.follow(server.on('/sibling', feed(() => rss('sibling', ['one']))));
    const stranger = desk.follow(other.on('/stranger', feed(() => rss('stranger', ['two']))));
    expect(await desk.refresher.refresh(all)).toMatchObject({
      fresh: 1,
      failed: [{ feedId: busy, code: 'rate-limited' }],
      skipped: [{ feedId: sibling, reason: 'hostHeld' }],
    });
    desk.pass(2 * HOUR - 1);
    for (const refresher of [desk.refresher, desk.restart()]) {
      expect((await refresher.refresh(all)).skipped).toEqual([
        { feedId: busy, reason: 'hostHeld' },
        { feedId: sibling, reason: 'hostHeld' },
      ]);
    }
    desk.pass(1);
    server.on('/busy', feed(() => rss('busy', ['three'])));
    expect(await desk.refresher.refresh(all)).toMatchObject({ asked: 3, fresh: 2, notModified: 1, failed: [], skipped: [] });
    expect(feedRecord(desk.store, busy).failure).toBeNull();
    expect(feedRecord(desk.store, stranger).failure).toBeNull();
  });

  test('Cache-Control max-age puts off the next unattended ask', async () => {
    const a = desk.follow(server.on('/a', feed(() => rss('a', ['one']), { 'cache-control': 'max-age=7200' })));
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, a).nextAt).toBe(desk.now() + 2 * HOUR);
  });
});

describe('behaviour 9: validators after commit', () => {
  const refuseArticles = "CREATE TRIGGER refuse BEFORE INSERT ON articles BEGIN SELECT raise(ABORT, 'refused'); END";

  test('where storing fails, the next request carries the old validators, and the feed recovers', async () => {
    let items = ['one'];
    const a = desk.follow(server.on('/a', feed(() => rss('a', items))));
    const b = desk.follow(server.on('/b', feed(() => rss('b', ['other']))));
    await desk.refresher.refresh(all);
    const before = feedRecord(desk.store, a).validators;
    expect(before?.etag).toBeTruthy();
    items = ['one', 'two'];
    desk.store.db.exec(refuseArticles);
    expect(await desk.refresher.refresh(all)).toMatchObject({ notModified: 1, failed: [{ feedId: a, code: 'database-failed' }] });
    expect(feedRecord(desk.store, a)).toMatchObject({ validators: before, failure: { code: 'database-failed', count: 1 } });
    expect(feedRecord(desk.store, b).failure).toBeNull();
    desk.store.db.exec('DROP TRIGGER refuse');
    expect(await desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 1, failed: [] });
    const asked = server.requests.filter(({ path }) => path === '/a').map(({ headers }) => headers['if-none-match']);
    expect(asked).toEqual([undefined, before?.etag, before?.etag]);
    expect(feedRecord(desk.store, a)).toMatchObject({ failure: null, failures: 0 });
  });

  test('where parsing fails, the next request carries the old validators', async () => {
    let text = rss('a', ['one']);
    const a = desk.follow(server.on('/a', feed(() => text)));
    await desk.refresher.refresh(all);
    const before = feedRecord(desk.store, a).validators;
    text = '<html><body>Maintenance</body></html>';
    expect((await desk.refresher.refresh(all)).failed).toEqual([expect.objectContaining({ feedId: a })]);
    expect(feedRecord(desk.store, a).validators).toEqual(before);
    text = rss('a', ['one', 'two']);
    expect(await desk.refresher.refresh(all)).toMatchObject({ added: 1 });
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, before?.etag, before?.etag]);
  });

  test('a server that answers 304 to everything still updates after 8 days', async () => {
    let items = ['one'];
    desk.follow(
      server.on('/a', (request, response) => {
        if (request.headers['if-none-match']) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"always"' }).end(rss('a', items));
      }),
    );
    await desk.refresher.refresh(all);
    items = ['one', 'two'];
    for (let day = 1; day < 8; day += 1) {
      desk.pass(DAY);
      expect(await desk.refresher.refresh(all)).toMatchObject({ notModified: 1, added: 0 });
    }
    desk.pass(DAY);
    expect(await desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 1 });
  });

  test('the same body under a new ETag is no news', async () => {
    let version = 0;
    desk.follow(server.on('/a', (_request, response) => void response.writeHead(200, { etag: `"${(version += 1)}"` }).end(rss('a', ['one']))));
    await desk.refresher.refresh(all);
    expect(await desk.refresher.refresh(all)).toMatchObject({ fresh: 0, notModified: 1 });
    expect(feedRecords(desk.store)[0]?.validators?.etag).toBe('"2"');
  });

  test('a window that moved past the last item seen is flagged as a gap', async () => {
    let items = ['one', 'two'];
    const a = desk.follow(server.on('/a', feed(() => rss('a', items))));
    await desk.refresher.refresh(all);
    items = ['two', 'three'];
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, a).gap).toBeNull();
    items = ['seven', 'eight'];
    await desk.refresher.refresh(all);
    expect(feedRecord(desk.store, a).gap).toMatchObject({ after: Date.UTC(2026, 10, 2, 8), before: Date.UTC(2026, 10, 2, 8) });
  });
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

function articleCount(): number {
  return (desk.store.db.prepare('SELECT count(*) AS count FROM articles').get() as { count: number }).count;
}

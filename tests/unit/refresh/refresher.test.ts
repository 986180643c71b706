import { describe, expect, test } from 'vitest';
import { feedRecord, feedRecords, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { feed, rss, type FeedServer } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const HOUR = 60 * 60_000;
const all = { feedIds: null };

const room = refreshRoom();

/** A feed whose server takes its time. */
function slow(one: FeedServer, path: string): string {
  return one.on(path, (request, response) => void setTimeout(() => feed(() => rss(path.slice(1), ['x']))(request, response), 20));
}

describe('a refresh', () => {
  test('tells of each feed that answered, whatever the answer, and of no other', async () => {
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    room.desk.follow(room.server.on('/b', feed(() => rss('b', ['two']))));
    const missing = room.desk.follow(`${room.server.origin}/missing`);
    await room.desk.refresher.refresh({ feedIds: [a, missing] });
    await room.desk.refresher.refresh({ feedIds: [a] });
    const told = room.desk.events.flatMap((event) => (event.kind === 'feeds' ? [event.feedIds] : []));
    expect(told.slice(0, 2)).toEqual(expect.arrayContaining([[a], [missing]]));
    expect(told.slice(2)).toEqual([[a]]);
  });

  test('asks every feed, stores what is new, and sums up', async () => {
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one', 'two']))));
    const b = room.desk.follow(room.server.on('/b', feed(() => rss('b', ['three']))));
    const missing = room.desk.follow(`${room.server.origin}/missing`);
    expect(await room.desk.refresher.refresh(all)).toEqual({
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
    expect([feedRecord(room.desk.store, a).title, feedRecord(room.desk.store, b).title]).toEqual(['a', 'b']);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 3, fresh: 0, notModified: 2, added: 0 });
    expect(room.server.requests.find(({ path }) => path === '/a')?.headers['user-agent']).toMatch(/^Monazite\//);
  });

  test('tells which feeds changed, and nothing of those that did not', async () => {
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    await room.desk.refresher.refresh(all);
    expect(room.desk.events.filter(({ kind }) => kind === 'articles')).toEqual([{ kind: 'articles', feedIds: [a] }]);
    room.desk.events.length = 0;
    await room.desk.refresher.refresh(all);
    expect(room.desk.events.filter(({ kind }) => kind === 'articles')).toEqual([]);
    expect(room.desk.events.at(-1)).toEqual({ kind: 'refresh' });
  });

  test('asks a host one thing at a time, and several hosts at once', async () => {
    const other = await room.anotherServer();
    room.desk = room.aDesk({ refresher: { limits: { total: 24, perHost: () => 1 } } });
    for (const path of ['/a', '/b', '/c', '/d']) {
      room.desk.follow(slow(room.server, path));
      room.desk.follow(slow(other, path));
    }
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 8, fresh: 8 });
    expect([room.server.mostAtOnce, other.mostAtOnce]).toEqual([1, 1]);
  });

  test('asks a host two things at a time where it may', async () => {
    room.desk = room.aDesk({ refresher: { limits: { total: 24, perHost: () => 2 } } });
    for (const path of ['/a', '/b', '/c', '/d']) {
      room.desk.follow(slow(room.server, path));
    }
    await room.desk.refresher.refresh(all);
    expect(room.server.mostAtOnce).toBe(2);
  });

  test('leaves out with a reason what is not due', async () => {
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    await room.desk.refresher.refresh(all);
    expect(await room.desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 0, skipped: [{ feedId: a, reason: 'notDue' }] });
    room.desk.pass(HOUR);
    expect(await room.desk.refresher.refresh({ feedIds: null, onlyDue: true })).toMatchObject({ asked: 1, skipped: [] });
  });

  test('a feed unsubscribed while it is being asked is no failure', async () => {
    const a = room.desk.follow(
      room.server.on('/a', (request, response) => {
        unsubscribe(room.desk.store, a);
        feed(() => rss('a', ['one']))(request, response);
      }),
    );
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 0, failed: [], skipped: [{ feedId: a, reason: 'gone' }] });
    expect([feedRecords(room.desk.store), room.desk.faults]).toEqual([[], []]);
  });

  test('the progress counts, and tells when it ended', async () => {
    room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one', 'two']))));
    room.desk.follow(`${room.server.origin}/missing`);
    const refreshing = room.desk.refresher.refresh(all);
    expect(room.desk.refresher.progress()).toMatchObject({ running: true, asked: 2, done: 0, startedAt: room.desk.now(), endedAt: null, updatedAt: null });
    await refreshing;
    expect(room.desk.refresher.progress()).toMatchObject({ running: false, asked: 2, done: 2, added: 2, endedAt: room.desk.now(), updatedAt: room.desk.now() });
    expect(room.desk.refresher.progress().failed).toHaveLength(1);
    expect(room.desk.restart().progress()).toMatchObject({ running: false, startedAt: null, updatedAt: room.desk.now() });
  });
});

describe('cancelling', () => {
  test('keeps what is stored, skips the rest, and ends the downloads', async () => {
    const fast = room.desk.follow(room.server.on('/fast', feed(() => rss('fast', ['one']))));
    const hung = Promise.withResolvers<void>();
    const stuck = room.desk.follow(
      room.server.on('/stuck', (_request, response) => {
        response.on('close', hung.resolve);
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).write('<rss>');
      }),
    );
    const refreshing = room.desk.refresher.refresh(all);
    await expect.poll(() => room.desk.refresher.progress().done).toBe(1);
    room.desk.refresher.cancel();
    const summary = await refreshing;
    expect(summary).toMatchObject({ asked: 1, fresh: 1, added: 1, cancelled: true, skipped: [{ feedId: stuck, reason: 'cancelled' }] });
    await hung.promise;
    expect([feedRecord(room.desk.store, fast).failure, feedRecord(room.desk.store, stuck).failure]).toEqual([null, null]);
    expect(room.desk.refresher.progress()).toMatchObject({ running: false, cancelled: true });
  });
});

describe('joining', () => {
  test('a refresh asked for while one runs asks only what is left', async () => {
    const gate = Promise.withResolvers<void>();
    room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    const slow = room.desk.follow(
      room.server.on('/b', (request, response) => void gate.promise.then(() => feed(() => rss('b', ['two']))(request, response))),
    );
    const first = room.desk.refresher.refresh(all);
    await expect.poll(() => room.desk.refresher.progress().done).toBe(1);
    const second = room.desk.refresher.refresh(all);
    const clicked = room.desk.refresher.refresh({ feedIds: [slow] });
    gate.resolve();
    expect(await first).toMatchObject({ asked: 2, added: 2 });
    expect(await second).toMatchObject({ asked: 2, added: 2 });
    expect(await clicked).toMatchObject({ asked: 1, added: 1 });
    expect([room.server.countOf('/a'), room.server.countOf('/b')]).toEqual([1, 1]);
  });

  test('a feed that a person names is asked again, although the running refresh is done with it', async () => {
    const gate = Promise.withResolvers<void>();
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']))));
    room.desk.follow(room.server.on('/b', (request, response) => void gate.promise.then(() => feed(() => rss('b', ['two']))(request, response))));
    const first = room.desk.refresher.refresh(all);
    await expect.poll(() => room.desk.refresher.progress().done).toBe(1);
    expect(await room.desk.refresher.refresh({ feedIds: [a] })).toMatchObject({ asked: 1, notModified: 1 });
    expect(room.server.countOf('/a')).toBe(2);
    gate.resolve();
    await first;
  });
});

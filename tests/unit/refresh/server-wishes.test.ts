import { describe, expect, test } from 'vitest';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { feed, rss, status } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const all = { feedIds: null };

const room = refreshRoom();

describe('what servers ask for', () => {
  test('a permanent redirect moves the feed once two asks an hour apart found it there', async () => {
    const target = room.server.on('/new', feed(() => rss('moved', ['one'])));
    const a = room.desk.follow(room.server.on('/old', status(301, { location: '/new' })));
    const broken = room.desk.follow(room.server.on('/elsewhere', status(301, { location: '/nothing' })));
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, a)).toMatchObject({ feedUrl: `${room.server.origin}/old`, movedUrl: target });
    room.desk.pass(HOUR);
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, a)).toMatchObject({ feedUrl: target, movedUrl: null });
    expect(feedRecord(room.desk.store, broken)).toMatchObject({ feedUrl: `${room.server.origin}/elsewhere`, movedUrl: null });
    await room.desk.refresher.refresh({ feedIds: [a] });
    expect([room.server.countOf('/old'), articleCount()]).toEqual([2, 1]);
  });

  test('a temporary redirect moves nothing', async () => {
    room.server.on('/new', feed(() => rss('moved', ['one'])));
    const a = room.desk.follow(room.server.on('/old', status(302, { location: '/new' })));
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 1 });
    expect(feedRecord(room.desk.store, a).feedUrl).toBe(`${room.server.origin}/old`);
  });

  test('a feed that moves to the address of another stays where it is', async () => {
    room.desk.follow(room.server.on('/new', feed(() => rss('moved', ['one']))));
    const a = room.desk.follow(room.server.on('/old', status(308, { location: '/new' })));
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 2, fresh: 2, failed: [] });
    expect(feedRecord(room.desk.store, a).feedUrl).toBe(`${room.server.origin}/old`);
  });

  test('a feed that says 410 is asked no more, and keeps its articles', async () => {
    let gone = false;
    const a = room.desk.follow(room.server.on('/a', (request, response) => (gone ? status(410) : feed(() => rss('a', ['one'])))(request, response)));
    await room.desk.refresher.refresh(all);
    gone = true;
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ failed: [{ feedId: a, code: 'gone' }] });
    expect(feedRecord(room.desk.store, a)).toMatchObject({ nextAt: null, failure: { code: 'gone' } });
    room.desk.pass(30 * DAY);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 0, skipped: [{ feedId: a, reason: 'gone' }] });
    expect([room.server.countOf('/a'), articleCount()]).toEqual([2, 1]);
  });

  test('behaviour 11: 429 and 503 hold the whole host for as long as Retry-After says, also after a restart', async () => {
    room.desk = room.aDesk({ refresher: { limits: { total: 1, perHost: () => 1 } } });
    const other = await room.anotherServer();
    const busy = room.desk.follow(room.server.on('/busy', status(429, { 'retry-after': '7200' })));
    const sibling = room.desk.follow(room.server.on('/sibling', feed(() => rss('sibling', ['one']))));
    const stranger = room.desk.follow(other.on('/stranger', feed(() => rss('stranger', ['two']))));
    expect(await room.desk.refresher.refresh(all)).toMatchObject({
      fresh: 1,
      failed: [{ feedId: busy, code: 'rate-limited' }],
      skipped: [{ feedId: sibling, reason: 'hostHeld' }],
    });
    room.desk.pass(2 * HOUR - 1);
    for (const refresher of [room.desk.refresher, room.desk.restart()]) {
      expect((await refresher.refresh(all)).skipped).toEqual([
        { feedId: busy, reason: 'hostHeld' },
        { feedId: sibling, reason: 'hostHeld' },
      ]);
    }
    room.desk.pass(1);
    room.server.on('/busy', feed(() => rss('busy', ['three'])));
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ asked: 3, fresh: 2, notModified: 1, failed: [], skipped: [] });
    expect(feedRecord(room.desk.store, busy).failure).toBeNull();
    expect(feedRecord(room.desk.store, stranger).failure).toBeNull();
  });

  test('Cache-Control max-age puts off the next unattended ask', async () => {
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', ['one']), { 'cache-control': 'max-age=7200' })));
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, a).nextAt).toBe(room.desk.now() + 2 * HOUR);
  });
});

function articleCount(): number {
  return (room.desk.store.db.prepare('SELECT count(*) AS count FROM articles').get() as { count: number }).count;
}

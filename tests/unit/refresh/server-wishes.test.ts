import { beforeEach, describe, expect, test } from 'vitest';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { feed, rss, status, type FeedServer } from './feed-server.ts';
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

function articleCount(): number {
  return (desk.store.db.prepare('SELECT count(*) AS count FROM articles').get() as { count: number }).count;
}

import { describe, expect, test } from 'vitest';
import { feedRecord, pauseFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { feed, rss } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const all = { feedIds: null };

const room = refreshRoom();

describe('a clock that was wrong', () => {
  test('does not keep validators for ever with a server that answers 304 to everything', async () => {
    let text = rss('stuck', ['one']);
    const id = room.desk.follow(room.server.on('/stuck', (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { etag: '"always"' }).end(text);
    }));
    room.desk.pass(4000 * DAY);
    await room.desk.refresher.refresh(all);
    room.desk.pass(-4000 * DAY);
    text = rss('stuck', ['one', 'two']);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 1 });
    expect(feedRecord(room.desk.store, id).validatorsAt).toBe(room.desk.now());
  });

  test('nor asks for ever without them where nothing has changed', async () => {
    room.desk.follow(room.server.on('/same', feed(() => rss('same', ['one']))));
    room.desk.pass(4000 * DAY);
    await room.desk.refresher.refresh(all);
    room.desk.pass(-4000 * DAY);
    await room.desk.refresher.refresh(all);
    await room.desk.refresher.refresh(all);
    expect(room.server.requests.map(({ headers }) => headers['if-none-match'] !== undefined)).toEqual([false, false, true]);
  });

  test('does not keep a move from being made', async () => {
    const id = room.desk.follow(room.server.on('/old', (_request, response) => void response.writeHead(301, { location: '/new' }).end()));
    room.server.on('/new', feed(() => rss('moved', ['one'])));
    room.desk.pass(4000 * DAY);
    await room.desk.refresher.refresh(all);
    room.desk.pass(-4000 * DAY);
    await room.desk.refresher.refresh(all);
    room.desk.pass(2 * HOUR);
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, id).feedUrl).toBe(`${room.server.origin}/new`);
  });
});

describe('a feed that waits for its turn', () => {
  test('is not asked any more once it is unsubscribed or paused', async () => {
    const queued = room.aDesk({ refresher: { limits: { total: 4, perHost: () => 1 } } });
    const [left, paused, stays] = ['/left', '/paused', '/stays'].map((path) => room.server.on(path, feed(() => rss(path.slice(1), ['one']))));
    let ids: number[] = [];
    // The first of the host holds the turn; while it does, the others change.
    const first = room.server.on('/first', (request, response) => {
      unsubscribe(queued.store, ids[1] ?? 0);
      pauseFeed(queued.store, ids[2] ?? 0, true);
      feed(() => rss('first', ['one']))(request, response);
    });
    ids = [first, left, paused, stays].map((url) => queued.follow(url ?? ''));
    expect(await queued.refresher.refresh(all)).toMatchObject({ fresh: 2, skipped: [{ feedId: ids[1], reason: 'gone' }, { feedId: ids[2], reason: 'paused' }] });
    expect(['/first', '/left', '/paused', '/stays'].map((path) => room.server.countOf(path))).toEqual([1, 0, 0, 1]);
  });
});

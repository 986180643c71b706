import { describe, expect, test } from 'vitest';
import { feedRecord, feedRecords } from '../../../electron/core/store/feeds.ts';
import { feed, rss } from './feed-server.ts';
import { refreshRoom } from './refresh-room.ts';

const DAY = 24 * 60 * 60_000;
const all = { feedIds: null };

const room = refreshRoom();

describe('behaviour 9: validators after commit', () => {
  const refuseArticles = "CREATE TRIGGER refuse BEFORE INSERT ON articles BEGIN SELECT raise(ABORT, 'refused'); END";

  test('where storing fails, the next request carries the old validators, and the feed recovers', async () => {
    let items = ['one'];
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', items))));
    const b = room.desk.follow(room.server.on('/b', feed(() => rss('b', ['other']))));
    await room.desk.refresher.refresh(all);
    const before = feedRecord(room.desk.store, a).validators;
    expect(before?.etag).toBeTruthy();
    items = ['one', 'two'];
    room.desk.store.db.exec(refuseArticles);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ notModified: 1, failed: [{ feedId: a, code: 'database-failed' }] });
    expect(feedRecord(room.desk.store, a)).toMatchObject({ validators: before, failure: { code: 'database-failed', count: 1 } });
    expect(feedRecord(room.desk.store, b).failure).toBeNull();
    room.desk.store.db.exec('DROP TRIGGER refuse');
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 1, failed: [] });
    const asked = room.server.requests.filter(({ path }) => path === '/a').map(({ headers }) => headers['if-none-match']);
    expect(asked).toEqual([undefined, before?.etag, before?.etag]);
    expect(feedRecord(room.desk.store, a)).toMatchObject({ failure: null, failures: 0 });
  });

  test('where parsing fails, the next request carries the old validators', async () => {
    let text = rss('a', ['one']);
    const a = room.desk.follow(room.server.on('/a', feed(() => text)));
    await room.desk.refresher.refresh(all);
    const before = feedRecord(room.desk.store, a).validators;
    text = '<html><body>Maintenance</body></html>';
    expect((await room.desk.refresher.refresh(all)).failed).toEqual([expect.objectContaining({ feedId: a })]);
    expect(feedRecord(room.desk.store, a).validators).toEqual(before);
    text = rss('a', ['one', 'two']);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ added: 1 });
    expect(room.server.requests.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, before?.etag, before?.etag]);
  });

  test('a server that answers 304 to everything still updates after 8 days', async () => {
    let items = ['one'];
    room.desk.follow(
      room.server.on('/a', (request, response) => {
        if (request.headers['if-none-match']) response.writeHead(304).end();
        else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"always"' }).end(rss('a', items));
      }),
    );
    await room.desk.refresher.refresh(all);
    items = ['one', 'two'];
    for (let day = 1; day < 8; day += 1) {
      room.desk.pass(DAY);
      expect(await room.desk.refresher.refresh(all)).toMatchObject({ notModified: 1, added: 0 });
    }
    room.desk.pass(DAY);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 1, added: 1 });
  });

  test('the same body under a new ETag is no news', async () => {
    let version = 0;
    room.desk.follow(room.server.on('/a', (_request, response) => void response.writeHead(200, { etag: `"${(version += 1)}"` }).end(rss('a', ['one']))));
    await room.desk.refresher.refresh(all);
    expect(await room.desk.refresher.refresh(all)).toMatchObject({ fresh: 0, notModified: 1 });
    expect(feedRecords(room.desk.store)[0]?.validators?.etag).toBe('"2"');
  });

  test('a window that moved past the last item seen is flagged as a gap', async () => {
    let items = ['one', 'two'];
    const a = room.desk.follow(room.server.on('/a', feed(() => rss('a', items))));
    await room.desk.refresher.refresh(all);
    items = ['two', 'three'];
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, a).gap).toBeNull();
    items = ['seven', 'eight'];
    await room.desk.refresher.refresh(all);
    expect(feedRecord(room.desk.store, a).gap).toMatchObject({ after: Date.UTC(2026, 10, 2, 8), before: Date.UTC(2026, 10, 2, 8) });
  });
});

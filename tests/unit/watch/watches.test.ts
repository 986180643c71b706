import { describe, expect, test } from 'vitest';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { countArrived } from '../../../electron/core/query/count-arrived.ts';
import { addFoundAt } from '../../../electron/core/store/add-found-at.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { unsubscribe } from '../../../electron/core/store/feeds.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { mute, unmute } from '../../../electron/core/store/mute.ts';
import { markAllRead, setBookmarked, setRead, undoMarkAllRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { addRule, changeRule } from '../../../electron/core/rules/rule-store.ts';
import { addWatch, changeWatch, findWatch, listWatches, moveWatch, removeWatch } from '../../../electron/core/watch/watches.ts';
import { watchReport } from '../../../electron/core/watch/watch-report.ts';
import { seededRandom } from '../../seeded-random.ts';
import { DAY, documentOf, failureOf, follow, HOUR, incoming, NOON, temporaryProfile, testStore } from '../store/library.ts';
import { watchRoom, type WatchRoom } from './watch-room.ts';

const search = (query: string) => ({ watched: { kind: 'search', query, exact: false } }) as const;
const titles = (room: WatchRoom, id: number): string[] => listArticles(room.store, { scope: { kind: 'watch', id }, limit: 100 }, NOON).articles.map(({ title }) => title);
const countsOf = (room: WatchRoom): (readonly [number, number])[] => listWatches(room.store).map(({ total, unread }) => [total, unread]);

/** The same counts by walking everything. */
function recounted({ store, finder }: WatchRoom): (readonly [number, number])[] {
  const ids = store.all<{ id: number }>('SELECT id FROM articles').map(({ id }) => id);
  const visible = new Map(store.all<{ id: number; read: number }>('SELECT article_id AS id, read FROM statuses WHERE visible = 1').map(({ id, read }) => [id, read]));
  const named = finder.entitiesOf(ids);
  return listWatches(store).map(({ watched }) => {
    const matched = watched.kind === 'search' ? finder.matching(watched, ids) : ids.filter((id) => named.get(id)?.includes(watched.entityId));
    const shown = matched.filter((id) => visible.has(id));
    return [shown.length, shown.filter((id) => visible.get(id) === 0).length] as const;
  });
}

describe('watches', () => {
  test('count and list what was there before them and what comes', async () => {
    const room = watchRoom();
    const [old = 0] = room.publish([{ guid: '1', title: 'Dysprosium up' }, { guid: '2', title: 'Copper' }]);
    const { id, looking } = addWatch(room.store, room.finder, { watched: { kind: 'entity', entityId: 'element:Dy' } });
    expect({ looking, counts: countsOf(room) }).toEqual({ looking: true, counts: [[0, 0]] });
    await room.looks.run();
    expect(findWatch(room.store, id)).toMatchObject({ total: 1, unread: 1, looking: false, mark: 'element' });
    room.publish([{ guid: '3', title: 'Dysprosium down' }, { guid: '1', title: 'Dysprosium up' }, { guid: '2', title: 'Copper' }]);
    setRead(room.store, [old], true);
    expect(titles(room, id)).toEqual(['Dysprosium down', 'Dysprosium up']);
    expect(countsOf(room)).toEqual([[2, 1]]);
    expect(listArticles(room.store, { scope: { kind: 'watch', id }, limit: 10, unreadOnly: true }, NOON)).toMatchObject({ total: 1, articles: [{ title: 'Dysprosium down' }] });
    expect(room.events).toContainEqual({ kind: 'watch' });
  });

  test('where nothing is watched, what comes waits for nobody; a rule that is switched off looks at nothing', async () => {
    const room = watchRoom();
    const waiting = () => room.store.all('SELECT * FROM pending_arrivals');
    room.publish([{ guid: '1', title: 'Terbium' }]);
    expect(waiting()).toEqual([]);
    const rule = addRule(room.store, room.finder, { title: '', enabled: false, when: { query: 'terbium' }, effects: { markRead: true } });
    const [second = 0] = room.publish([{ guid: '2', title: 'More terbium' }]);
    changeRule(room.store, room.finder, rule.id, { enabled: true });
    const [third = 0] = room.publish([{ guid: '3', title: 'Terbium again' }]);
    expect(waiting()).toEqual([]);
    expect(room.store.all('SELECT article_id AS id, read FROM statuses WHERE article_id IN (?, ?) ORDER BY id', second, third)).toEqual([second, third].toSorted((a, b) => a - b).map((id) => ({ id, read: id === third ? 1 : 0 })));
  });

  test('a correction by the publisher comes in and goes out', async () => {
    const room = watchRoom();
    const { id } = addWatch(room.store, room.finder, search('terbium'));
    await room.looks.run();
    room.publish([{ guid: '1', title: 'Terbium quota' }, { guid: '2', title: 'Quota' }]);
    expect(titles(room, id)).toEqual(['Terbium quota']);
    room.publish([{ guid: '1', title: 'Thulium quota' }, { guid: '2', title: 'Quota for terbium' }]);
    expect(titles(room, id)).toEqual(['Quota for terbium']);
    expect(countsOf(room)).toEqual([[1, 1]]);
  });

  test('another query is looked for anew; a bad one changes nothing; one that fails later says so and harms no other', async () => {
    const room = watchRoom();
    room.publish([{ guid: '1', title: 'Terbium' }, { guid: '2', title: 'Quota' }]);
    const { id } = addWatch(room.store, room.finder, search('terbium'));
    const other = addWatch(room.store, room.finder, search('quota'));
    await room.looks.run();
    expect(failureOf(() => changeWatch(room.store, room.finder, id, search('(')))).toMatchObject({ code: 'invalid-argument' });
    expect(failureOf(() => addWatch(room.store, room.finder, { watched: { kind: 'entity', entityId: 'element:Xx' } })).code).toBe('entity-missing');
    expect(titles(room, id)).toEqual(['Terbium']);
    changeWatch(room.store, room.finder, id, search('quota'));
    await room.looks.run();
    expect(titles(room, id)).toEqual(['Quota']);
    room.store.run("UPDATE watches SET query = '(' WHERE id = ?", id);
    room.publish([{ guid: '3', title: 'Quota again' }]);
    expect(findWatch(room.store, id)).toMatchObject({ total: 1, failure: { code: 'invalid-argument', detail: { query: '(' } } });
    expect(findWatch(room.store, other.id)).toMatchObject({ total: 2, failure: null });
    expect(room.faults).toEqual([]);
  });

  test('are put in order, removed and added again where they were', () => {
    const room = watchRoom();
    const ids = ['a', 'b', 'c'].map((query) => addWatch(room.store, room.finder, search(query)).id);
    const order = (): string[] => listWatches(room.store).map(({ watched, position }) => `${position}${watched.kind === 'search' ? watched.query : ''}`);
    expect(moveWatch(room.store, ids[2] ?? 0, 0)).toBe(2);
    expect(order()).toEqual(['0c', '1a', '2b']);
    const removed = removeWatch(room.store, ids[0] ?? 0);
    expect(order()).toEqual(['0c', '1b']);
    addWatch(room.store, room.finder, removed);
    expect(order()).toEqual(['0c', '1a', '2b']);
    expect(failureOf(() => moveWatch(room.store, 99, 0))).toEqual({ code: 'watch-missing', detail: { watchId: 99 } });
    expect(failureOf(() => listArticles(room.store, { scope: { kind: 'watch', id: 99 }, limit: 1 }, NOON)).code).toBe('watch-missing');
  });

  test('what asks for read marks and tags follows them', async () => {
    const room = watchRoom();
    const [first = 0, second = 0] = room.publish([{ guid: '1', title: 'Quota one' }, { guid: '2', title: 'Quota two' }]);
    const { id } = addWatch(room.store, room.finder, search('quota is:unread'));
    const tagged = addWatch(room.store, room.finder, search('tag:keep'));
    await room.looks.run();
    setRead(room.store, [first], true);
    room.arrivals.statusChanged([first]);
    expect(titles(room, id)).toHaveLength(1);
    tagArticles(room.store, { articleIds: [second], add: ['keep'], remove: [] });
    room.arrivals.statusChanged([second]);
    expect(findWatch(room.store, tagged.id).total).toBe(1);
    const { batch } = markAllRead(room.store, { kind: 'watch', id }, room.store.stamp(), NOON);
    room.arrivals.statusChanged('many');
    await room.looks.run();
    expect(titles(room, id)).toEqual([]);
    undoMarkAllRead(room.store, batch);
    room.arrivals.statusChanged('many');
    await room.looks.run();
    expect(findWatch(room.store, id)).toMatchObject({ total: 1, unread: 1 });
  });

  test('what arrived since a moment, and the days and names of a report', async () => {
    const room = watchRoom({ clock: { time: NOON } });
    room.publish([
      { guid: '1', title: 'Dysprosium and terbium', publishedAt: NOON - 2 * DAY }, { guid: '2', title: 'Dysprosium', publishedAt: NOON - 2 * DAY - HOUR },
      { guid: '3', title: 'Dysprosium, neodymium, terbium', publishedAt: NOON - HOUR }, { guid: '4', title: 'Dysprosium long ago', publishedAt: NOON - 200 * DAY },
    ]);
    const { id } = addWatch(room.store, room.finder, { watched: { kind: 'entity', entityId: 'element:Dy' } });
    await room.looks.run();
    const since = room.store.stamp();
    room.publish([{ guid: '5', title: 'Dysprosium new' }]);
    expect(countArrived(room.store, { scope: { kind: 'watch', id }, since }, NOON)).toEqual({ count: 1 });
    const report = watchReport(room.store, room.finder, { watchId: id, days: 4, zone: 'UTC', now: NOON });
    expect(report).toEqual({
      days: [{ day: '2026-11-20', count: 0 }, { day: '2026-11-21', count: 2 }, { day: '2026-11-22', count: 0 }, { day: '2026-11-23', count: 2 }],
      total: 5,
      since: NOON - 200 * DAY,
      often: [{ entityId: 'element:Tb', count: 2 }, { entityId: 'element:Nd', count: 1 }],
    });
    // Eight hours on, the noon of yesterday's yesterday is another day.
    expect(watchReport(room.store, room.finder, { watchId: id, days: 2, zone: 'Pacific/Kiritimati', now: NOON }).days).toEqual([{ day: '2026-11-23', count: 0 }, { day: '2026-11-24', count: 2 }]);
  });

  test('what looking back finds after a list was drawn comes below, and is not marked read with what was shown', async () => {
    const room = watchRoom();
    room.publish(Array.from({ length: 450 }, (_, n) => ({ guid: `${n}`, title: `Terbium ${n}` })));
    const { id } = addWatch(room.store, room.finder, search('terbium'));
    room.publish([{ guid: 'a', title: 'Terbium today' }, { guid: 'b', title: 'Terbium today' }]);
    const scope = { kind: 'watch', id } as const;
    const drawn = listArticles(room.store, { scope, limit: 1 }, NOON);
    await room.looks.run();
    expect(listArticles(room.store, { scope, limit: 500, cursor: drawn.nextCursor }, NOON).articles).toHaveLength(451);
    const { changed, batch } = markAllRead(room.store, scope, drawn.asOf, NOON);
    expect([changed, findWatch(room.store, id).unread]).toEqual([2, 450]);
    undoMarkAllRead(room.store, batch);
    expect(markAllRead(room.store, scope, room.store.stamp(), NOON).changed).toBe(452);
  });

  test('what was found counts as found after a new start with the clock set back', async () => {
    const profile = temporaryProfile();
    const room = watchRoom({ profile });
    const { id } = addWatch(room.store, room.finder, search('terbium'));
    room.publish([{ guid: '1', title: 'Terbium' }]);
    room.clock.time += DAY;
    room.store.run('UPDATE watches SET below = ?', Number.MAX_SAFE_INTEGER);
    room.store.run('DELETE FROM watch_hits');
    await room.looks.run();
    room.store.close();
    const again = watchRoom({ profile });
    expect(markAllRead(again.store, { kind: 'watch', id }, again.store.stamp(), NOON).changed).toBe(1);
  });

  test('a library of before keeps its hits, as found before anything was drawn', () => {
    const profile = temporaryProfile();
    const old = testStore({ profile, migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addFoundAt)) });
    const [article = 0] = storeDocument(old, follow(old).id, documentOf([incoming({ guid: '1', title: 'Terbium' })]), NOON).added;
    old.run("INSERT INTO watches (id, kind, query, position, created_at) VALUES (1, 'search', 'terbium', 0, 0)");
    old.run('INSERT INTO watch_hits VALUES (1, ?)', article);
    old.close();
    const { store } = watchRoom({ profile });
    expect(listArticles(store, { scope: { kind: 'watch', id: 1 }, limit: 9 }, NOON).articles).toMatchObject([{ id: article }]);
    expect(markAllRead(store, { kind: 'watch', id: 1 }, store.stamp(), NOON).changed).toBe(1);
  });

  test('looking back goes on after a new start where it stopped', async () => {
    const profile = temporaryProfile();
    const room = watchRoom({ profile });
    room.publish(Array.from({ length: 450 }, (_, n) => ({ guid: `${n}`, title: `Terbium ${n}` })));
    const { id } = addWatch(room.store, room.finder, search('terbium'));
    const looking = room.looks.run();
    room.share.close();
    await expect(looking).rejects.toMatchObject({ code: 'engine-stopped' });
    room.store.run('UPDATE watches SET below = (SELECT article_id FROM statuses ORDER BY article_id DESC LIMIT 1 OFFSET 199)');
    room.store.run('INSERT INTO watch_hits (watch_id, article_id) SELECT ?, article_id FROM statuses ORDER BY article_id DESC LIMIT 200', id);
    room.store.close();
    const again = watchRoom({ profile });
    await again.looks.run();
    expect(findWatch(again.store, id)).toMatchObject({ total: 450, unread: 450, looking: false });
  });
});

test('after thousands of random operations the counts of every watch equal a walk over everything', async () => {
  const random = seededRandom(31);
  const below = (limit: number): number => Math.floor(random() * limit);
  const room = watchRoom();
  const { store } = room;
  const words = ['Dysprosium', 'Terbium', 'Neodymium', 'quota', 'price', 'mine'];
  const ids: number[] = [];
  const batches: number[] = [];
  const checked: [unknown, unknown][] = [];
  let made = 0;
  for (const query of ['quota', 'price mine', 'nothing']) addWatch(store, room.finder, search(query));
  addWatch(store, room.finder, { watched: { kind: 'entity', entityId: 'element:Dy' } });
  const windows = new Map<string, { guid: string; title: string }[]>();
  const any = (): number[] => Array.from({ length: 1 + below(4) }, () => ids[below(ids.length)] ?? 0);
  for (let step = 0; step < 4000; step += 1) {
    room.clock.time += below(60_000);
    const what = below(14);
    const feed = `https://feed-${below(4)}.example/`;
    if (what < 3) {
      const items = windows.get(feed) ?? [];
      made += 1;
      items.unshift({ guid: `${made}`, title: `${words[below(6)] ?? ''} ${words[below(6)] ?? ''} ${made}` });
      const old = items[below(items.length)];
      if (old) old.title = `${words[below(6)] ?? ''} ${old.title}`.slice(0, 60);
      items.splice(10);
      windows.set(feed, items);
      ids.push(...room.publish(items, feed));
    } else if (what < 7) setRead(store, any(), below(2) === 0);
    else if (what === 7) mute(store, any(), { by: null, at: store.stamp() });
    else if (what === 8) unmute(store, any());
    else if (what === 9) {
      const [id = 0] = any();
      if (store.get('SELECT 1 FROM articles WHERE id = ?', id)) setBookmarked(store, id, below(2) === 0);
    } else if (what === 10) batches.push(markAllRead(store, { kind: 'watch', id: 1 + below(4) }, store.stamp(), room.clock.time).batch);
    else if (what === 11 && batches.length > 0) {
      try {
        undoMarkAllRead(store, batches.pop() ?? 0);
      } catch {
        // Nothing may be left of it.
      }
    } else if (what === 12 && below(20) === 0) await cleanUp(store, { before: room.clock.time - HOUR });
    else if (what === 13 && below(20) === 0) {
      const followed = store.get<{ id: number }>('SELECT id FROM feeds WHERE feed_url = ? AND subscribed = 1', feed);
      if (followed) unsubscribe(store, followed.id);
      else follow(store, { url: feed });
    }
    if (step % 500 === 499) {
      await room.looks.run();
      checked.push([countsOf(room), recounted(room)]);
    }
  }
  await room.looks.run();
  expect(countsOf(room)).toEqual(recounted(room));
  expect(checked.map(([counted]) => counted)).toEqual(checked.map(([, walked]) => walked));
  expect(countsOf(room)[0]?.[0]).toBeGreaterThan(20);
  const total = store.get<{ n: number }>('SELECT sum(total) AS n FROM feed_tallies')?.n;
  expect(store.get('SELECT count(*) AS n FROM statuses WHERE visible = 1')).toEqual({ n: total });
  expect(store.all('PRAGMA foreign_key_check')).toEqual([]);
}, 60_000);

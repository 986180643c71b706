import { expect, test } from 'vitest';
import { counts } from '../../../electron/core/query/counts.ts';
import { dryRun } from '../../../electron/core/rules/dry-run.ts';
import { mute } from '../../../electron/core/store/mute.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { setPinned } from '../../../electron/core/store/pins.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { NOON, temporaryProfile } from '../store/library.ts';
import { watchRoom, type WatchRoom } from '../watch/watch-room.ts';
import { lot, rule } from './rule-room.ts';

/** Everything that a rule may change, row by row, and every tally. What a bookmark that was taken back leaves behind is no part of it. */
function state({ store }: WatchRoom): unknown {
  return {
    statuses: store.all('SELECT article_id, read, read_at, bookmarked, visible, muted_at, muted_by, raised_at FROM statuses ORDER BY article_id'),
    tags: store.all('SELECT article_id, title FROM article_tags JOIN tags ON tags.id = tag_id ORDER BY 1, 2'),
    tallies: store.all('SELECT feed_id, total, unread, "full", unread_full FROM feed_tallies'),
    watches: store.all('SELECT id, total, unread FROM watches'),
  };
}

test('a dry run counts, shows the newest and writes nothing', async () => {
  const room = watchRoom();
  room.publish(lot(900));
  const before = state(room);
  const answer = await dryRun(room, { query: 'quota' });
  expect(answer).toMatchObject({ count: 300, left: 0 });
  expect(answer.sample).toHaveLength(8);
  expect(answer.sample.map(({ id }) => id)).toEqual(answer.sample.map(({ id }) => id).toSorted((a, b) => b - a));
  expect(state(room)).toEqual(before);
  expect(await dryRun({ ...room, mostLookedAt: 400 }, { query: 'quota' })).toMatchObject({ left: 500 });
  await expect(dryRun(room, {})).rejects.toMatchObject({ code: 'rule-empty' });
});

test('a run does it all, and its undo restores exactly what was', async () => {
  const room = watchRoom();
  room.publish(lot(350));
  const ids = room.store.all<{ id: number }>("SELECT id FROM articles WHERE title LIKE 'Quota%' ORDER BY id").map(({ id }) => id);
  // Some of it is so already, by the person's hand.
  setRead(room.store, ids.slice(0, 20), true);
  setBookmarked(room.store, ids[3] ?? 0, true);
  tagArticles(room.store, { articleIds: ids.slice(5, 8), add: ['Policy'], remove: [] });
  mute(room.store, ids.slice(10, 12), { by: null, at: room.store.stamp() });
  const before = state(room);
  const { id } = rule(room, { query: 'quota' }, { markRead: true, mute: true, bookmark: true, raise: true, tags: ['Policy', 'quota'] });
  const run = await room.runs.run(id);
  expect(run).toMatchObject({ state: 'done', done: 350, total: 350, matched: 117, changed: 117 });
  expect(counts(room.store, NOON).bookmarks).toBe(117);
  expect(room.kept).toHaveLength(117 - 4);
  expect(await room.runs.undo(run.id)).toBe(117);
  expect(state(room)).toEqual(before);
  await expect(room.runs.undo(run.id)).rejects.toMatchObject({ code: 'nothing-to-undo' });
  await expect(room.runs.undo(77)).rejects.toMatchObject({ code: 'run-missing' });
  expect(room.runs.list()).toMatchObject([{ state: 'undone' }]);
});

test('an undo leaves what a person changed since', async () => {
  const room = watchRoom();
  room.publish([{ guid: '1', title: 'Quota one' }, { guid: '2', title: 'Quota two' }]);
  const ids = room.store.all<{ id: number }>('SELECT id FROM articles ORDER BY id').map(({ id }) => id);
  const [one = 0, two = 0] = ids;
  const { id } = rule(room, { query: 'quota' }, { markRead: true, bookmark: true });
  const run = await room.runs.run(id);
  setRead(room.store, [one], false);
  setRead(room.store, [one], true);
  setNote(room.store, two, 'Mine now.');
  await room.runs.undo(run.id);
  expect(room.store.all('SELECT read, bookmarked FROM statuses ORDER BY article_id')).toEqual([{ read: 1, bookmarked: 0 }, { read: 0, bookmarked: 1 }]);
});

test('an undo leaves the bookmark of what a person tagged or pinned since, and takes the tags of the run all the same', async () => {
  const room = watchRoom();
  room.publish(['tagged', 'pinned', 'noted', 'left'].map((title) => ({ guid: title, title: `Quota ${title}` })));
  const idOf = (title: string): number => room.store.get<{ id: number }>('SELECT id FROM articles WHERE title = ?', `Quota ${title}`)?.id ?? 0;
  const { id } = rule(room, { query: 'quota' }, { bookmark: true, tags: ['Policy'] });
  const run = await room.runs.run(id);
  tagArticles(room.store, { articleIds: [idOf('tagged')], add: ['Important'], remove: [] });
  setPinned(room.store, idOf('pinned'), true);
  setNote(room.store, idOf('noted'), 'Mine now.');
  await room.runs.undo(run.id);
  expect(room.store.all<{ title: string }>('SELECT title FROM articles JOIN statuses ON article_id = id WHERE bookmarked = 1 ORDER BY title').map(({ title }) => title)).toEqual(['Quota noted', 'Quota pinned', 'Quota tagged']);
  expect(room.store.all('SELECT article_id AS id, title FROM article_tags JOIN tags ON tags.id = tag_id')).toEqual([{ id: idOf('tagged'), title: 'Important' }]);
});

test('one at a time; stopped by a person it keeps what it did; a kill goes on after the next start, undo included', async () => {
  const profile = temporaryProfile();
  const room = watchRoom({ profile });
  room.publish(lot(450));
  const before = state(room);
  const { id } = rule(room, { query: 'quota' }, { markRead: true });
  const running = room.runs.run(id);
  await expect(room.runs.run(id)).rejects.toMatchObject({ code: 'run-running' });
  room.runs.cancel();
  expect(await running).toMatchObject({ state: 'stopped', done: 100 });
  const second = room.runs.run(id);
  room.share.close();
  await expect(second).rejects.toMatchObject({ code: 'engine-stopped' });
  room.store.close();

  const again = watchRoom({ profile });
  await again.runs.resume();
  const [last, first] = again.runs.list();
  expect([last, first]).toMatchObject([{ state: 'done', done: 450 }, { state: 'stopped' }]);
  const undoing = again.runs.undo(last?.id ?? 0);
  again.share.close();
  await expect(undoing).rejects.toMatchObject({ code: 'engine-stopped' });
  again.store.close();

  const third = watchRoom({ profile });
  await third.runs.resume();
  await third.runs.undo(first?.id ?? 0);
  expect(third.runs.list()).toMatchObject([{ state: 'undone' }, { state: 'undone' }]);
  expect(state(third)).toEqual(before);
});

test('a run whose query fails stops, and the rule says why', async () => {
  const room = watchRoom();
  room.publish(lot(3));
  const { id } = rule(room, { query: 'quota' }, { markRead: true });
  room.store.run(`UPDATE rules SET conditions = '{"query":"("}'`);
  await expect(room.runs.run(id)).rejects.toMatchObject({ code: 'invalid-argument' });
  expect(counts(room.store, NOON).unread).toBe(3);
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup, putInPlace } from '../../../electron/core/store/backup.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { salvage } from '../../../electron/core/store/salvage.ts';
import { watchRoom } from '../watch/watch-room.ts';
import { lower } from '../../../electron/core/store/mute.ts';
import { takeNotices } from '../../../electron/core/watch/alerts.ts';
import { addRule, changeRule, listRules, removeRule } from '../../../electron/core/rules/rule-store.ts';
import { addWatch, changeWatch, listWatches, removeWatch } from '../../../electron/core/watch/watches.ts';
import { NOON, temporaryProfile, testStore } from './library.ts';

test('watchlists and rules that are newer than the copy are taken over, once, and what a rule muted is still its', () => {
  const profile = temporaryProfile();
  const room = watchRoom({ profile });
  const { store, finder } = room;
  const watch = (query: string) => addWatch(store, finder, { watched: { kind: 'search', query, exact: false }, alert: 'digest' });
  watch('old');
  const copy = makeBackup(store.db, profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  watch('new');
  addRule(store, finder, { title: 'Ads', enabled: true, when: { query: 'sponsored' }, effects: { mute: true } });
  room.publish([{ guid: '1', title: 'Sponsored', text: 'All of it.' }, { guid: '2', title: 'New', text: 'All of it.' }]);
  store.close();
  const damaged = join(profile, 'library', 'aside.db');
  putInPlace(profile, copy, damaged);

  const after = testStore({ profile });
  for (const time of ['once', 'twice']) {
    expect(salvage(after, damaged, NOON)).toMatchObject({ articles: time === 'once' ? 2 : 0, whole: true });
    expect(listWatches(after)).toMatchObject([{ watched: { query: 'old' }, position: 0 }, { watched: { query: 'new' }, position: 1, alert: 'digest', looking: true, total: 0 }]);
    expect(listRules(after)).toMatchObject([{ title: 'Ads', position: 0, muted: 1 }]);
  }
});

test('what was told of is not told again, and a rule acts no second time, when its articles come back', () => {
  const profile = temporaryProfile();
  const room = watchRoom({ profile });
  const { store, finder } = room;
  addWatch(store, finder, { watched: { kind: 'search', query: 'clay', exact: false }, alert: 'notify' });
  addRule(store, finder, { title: 'Old news', enabled: true, when: { query: 'clay' }, effects: { raise: true } });
  const copy = makeBackup(store.db, profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  const [id = 0] = room.publish([{ guid: '1', title: 'Clay', text: 'All of it.' }]);
  expect(takeNotices(store, NOON)).toHaveLength(1);
  lower(store, [id]);
  store.close();
  const damaged = join(profile, 'library', 'aside.db');
  putInPlace(profile, copy, damaged);

  const salvaged = testStore({ profile });
  expect(salvage(salvaged, damaged, NOON)).toMatchObject({ articles: 1, whole: true });
  salvaged.close();
  const after = watchRoom({ profile });
  after.publish([{ guid: '2', title: 'More clay', text: 'All of it.' }]);
  expect(takeNotices(after.store, NOON)).toMatchObject([{ articleTitle: 'More clay', count: 1 }]);
  expect(after.store.all('SELECT raised_at IS NOT NULL AS raised FROM statuses ORDER BY article_id = ?', id)).toEqual([{ raised: 1 }, { raised: 0 }]);
  expect(listWatches(after.store)).toMatchObject([{ total: 2, unread: 2 }]);
});

test('watchlists and rules that were changed since the copy are as they were last, and each once', () => {
  const profile = temporaryProfile();
  const room = watchRoom({ profile });
  const { store, finder } = room;
  const [clay, ore] = ['clay', 'ore'].map((query) => addWatch(store, finder, { watched: { kind: 'search', query, exact: false }, alert: 'off' }).id);
  const rule = addRule(store, finder, { title: 'Ads', enabled: true, when: { query: 'sponsored' }, effects: { mute: true } }).id;
  room.publish([{ guid: '1', title: 'Clay', text: 'All of it.' }]);
  const copy = makeBackup(store.db, profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  changeWatch(store, finder, clay ?? 0, { watched: { kind: 'search', query: 'ionic clay', exact: false }, title: 'Clays', alert: 'notify' });
  changeWatch(store, finder, ore ?? 0, { alert: 'digest' });
  changeRule(store, finder, rule, { title: 'Paid', enabled: false, when: { query: 'advertorial' } });
  store.close();
  const damaged = join(profile, 'library', 'aside.db');
  putInPlace(profile, copy, damaged);

  const after = testStore({ profile });
  for (const _ of ['once', 'twice']) {
    salvage(after, damaged, NOON);
    expect(listWatches(after)).toMatchObject([{ watched: { query: 'ionic clay' }, title: 'Clays', alert: 'notify', looking: true, total: 0 }, { watched: { query: 'ore' }, alert: 'digest' }]);
    expect(listRules(after)).toMatchObject([{ title: 'Paid', enabled: false, when: { query: 'advertorial' } }]);
  }
});

/** Three watchlists and two rules, of which the second watchlist and the first rule were removed after the copy was made, and another of each added. */
function removedSince(): { profile: string; damaged: string; roots: Readonly<Record<'watches' | 'rules', number>> } {
  const profile = temporaryProfile();
  const { store, finder, clock } = watchRoom({ profile });
  const watch = (query: string): number => addWatch(store, finder, { watched: { kind: 'search', query, exact: false }, alert: 'notify' }).id;
  const rule = (title: string): number => addRule(store, finder, { title, enabled: true, when: { query: title }, effects: { mute: true } }).id;
  const [, ore = 0] = ['clay', 'ore', 'ash'].map(watch);
  const [ads = 0] = ['Ads', 'Sport'].map(rule);
  const copy = makeBackup(store.db, profile, { version: MIGRATIONS.length, at: NOON, kind: 'daily' });
  clock.time += 1000;
  removeWatch(store, ore);
  removeRule(store, ads);
  watch('brine');
  rule('Weather');
  const rootOf = (table: string): number => store.get<{ page: number }>('SELECT rootpage AS page FROM sqlite_schema WHERE name = ?', table)?.page ?? 0;
  const roots = { watches: rootOf('watches'), rules: rootOf('rules') };
  store.close();
  const damaged = join(profile, 'library', 'aside.db');
  putInPlace(profile, copy, damaged);
  return { profile, damaged, roots };
}

test('watchlists and rules that were removed since the copy do not come back', () => {
  const { profile, damaged } = removedSince();
  const after = testStore({ profile });
  for (const _ of ['once', 'twice']) {
    salvage(after, damaged, NOON);
    expect(listWatches(after)).toMatchObject([{ watched: { query: 'clay' }, position: 0 }, { watched: { query: 'ash' }, position: 1 }, { watched: { query: 'brine' }, position: 2 }]);
    expect(listRules(after)).toMatchObject([{ title: 'Sport', position: 0 }, { title: 'Weather', position: 1 }]);
  }
});

test('what a damaged table lacks may be lost, not removed: it stays', () => {
  const { profile, damaged, roots } = removedSince();
  const bytes = readFileSync(damaged);
  for (const page of Object.values(roots)) bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(damaged, bytes);
  const after = testStore({ profile });
  expect(salvage(after, damaged, NOON)).toMatchObject({ whole: false });
  expect(listWatches(after).map(({ watched }) => watched)).toMatchObject([{ query: 'clay' }, { query: 'ore' }, { query: 'ash' }]);
  expect(listRules(after).map(({ title }) => title)).toEqual(['Ads', 'Sport']);
});

test('what was added to the copy after a salvage that failed is not taken for removed', () => {
  const { profile, damaged } = removedSince();
  const { store, finder } = watchRoom({ profile, clock: { time: NOON + 60_000 } });
  addWatch(store, finder, { watched: { kind: 'search', query: 'gallium', exact: false }, alert: 'off' });
  salvage(store, damaged, NOON);
  expect(listWatches(store).map(({ watched }) => watched)).toMatchObject([{ query: 'clay' }, { query: 'ash' }, { query: 'gallium' }, { query: 'brine' }]);
});

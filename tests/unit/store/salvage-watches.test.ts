import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listRules } from '../../../electron/core/rules/rule-store.ts';
import { makeBackup, putInPlace } from '../../../electron/core/store/backup.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { salvage } from '../../../electron/core/store/salvage.ts';
import { listWatches } from '../../../electron/core/watch/watches.ts';
import { watchRoom } from '../watch/watch-room.ts';
import { lower } from '../../../electron/core/store/mute.ts';
import { takeNotices } from '../../../electron/core/watch/alerts.ts';
import { addRule, changeRule } from '../../../electron/core/rules/rule-store.ts';
import { addWatch, changeWatch } from '../../../electron/core/watch/watches.ts';
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
    expect(salvage(after, damaged)).toMatchObject({ articles: time === 'once' ? 2 : 0, whole: true });
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
  expect(salvage(salvaged, damaged)).toMatchObject({ articles: 1, whole: true });
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
    salvage(after, damaged);
    expect(listWatches(after)).toMatchObject([{ watched: { query: 'ionic clay' }, title: 'Clays', alert: 'notify', looking: true, total: 0 }, { watched: { query: 'ore' }, alert: 'digest' }]);
    expect(listRules(after)).toMatchObject([{ title: 'Paid', enabled: false, when: { query: 'advertorial' } }]);
  }
});

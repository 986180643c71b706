import { describe, expect, test } from 'vitest';
import type { RuleConditions } from '../../../electron/contract/rules.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { evidence } from '../../../electron/core/query/evidence.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { addRule, changeRule, findRule, listRules, moveRule, removeRule } from '../../../electron/core/rules/rule-store.ts';
import { addFeed, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { createFolder } from '../../../electron/core/store/folders.ts';
import { mutedBy, unmute } from '../../../electron/core/store/mute.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { failureOf, NOON, temporaryProfile } from '../store/library.ts';
import { watchRoom, type WatchRoom } from '../watch/watch-room.ts';
import { lot, rule } from './rule-room.ts';

const shown = (room: WatchRoom): string[] => listArticles(room.store, { scope: { kind: 'all' }, limit: 500 }, NOON).articles.map(({ title }) => title).toSorted();

describe('on arrival', () => {
  test('a rule does each thing that it says, in the transaction of the article', () => {
    const room = watchRoom();
    const { id } = rule(room, { query: 'quota' }, { markRead: true, bookmark: true, raise: true, tags: ['Policy'] });
    const ids = room.publish([{ guid: '1', title: 'Quota', text: '<p>All of it.</p>' }, { guid: '2', title: 'Other' }]);
    const [quota] = listArticles(room.store, { scope: { kind: 'all' }, limit: 9 }, NOON).articles.filter(({ title }) => title === 'Quota');
    expect(quota).toMatchObject({ read: true, bookmarked: true, raised: true });
    expect(evidence(room.store, quota?.id ?? 0)).toMatchObject({ tags: [{ title: 'Policy' }], copies: [{}] });
    expect(counts(room.store, NOON)).toMatchObject({ all: 2, unread: 1, bookmarks: 1 });
    expect(findRule(room.store, id)).toMatchObject({ acted: 1, failure: null });
    expect(room.kept).toEqual([quota?.id]);
    expect(ids).toHaveLength(2);
    expect(room.events).toContainEqual({ kind: 'status', articleIds: [quota?.id] });
  });

  test('what is muted is in no list and no count, can be shown again, and a bookmark shows it', () => {
    const room = watchRoom();
    const { id } = rule(room, { query: 'sponsored' }, { mute: true });
    room.publish([{ guid: '1', title: 'Sponsored one' }, { guid: '2', title: 'Sponsored two' }, { guid: '3', title: 'News' }]);
    expect(shown(room)).toEqual(['News']);
    expect(counts(room.store, NOON)).toMatchObject({ all: 1, unread: 1, today: 1 });
    const muted = mutedBy(room.store, id);
    expect(findRule(room.store, id)).toMatchObject({ muted: 2 });
    setBookmarked(room.store, muted[0] ?? 0, true);
    expect(shown(room)).toHaveLength(2);
    setBookmarked(room.store, muted[0] ?? 0, false);
    expect(shown(room)).toEqual(['News']);
    expect(unmute(room.store, muted)).toHaveLength(2);
    expect(shown(room)).toHaveLength(3);
    expect(counts(room.store, NOON)).toMatchObject({ all: 3, unread: 3 });
  });

  test('a source that is followed again brings what was muted back as muted', () => {
    const room = watchRoom();
    const { id } = rule(room, { query: 'sponsored' }, { mute: true });
    const drafts = [{ guid: '1', title: 'Sponsored' }, { guid: '2', title: 'News' }];
    room.publish(drafts);
    const feedId = room.store.get<{ id: number }>('SELECT id FROM feeds')?.id ?? 0;
    unsubscribe(room.store, feedId);
    room.publish(drafts);
    expect(shown(room)).toEqual(['News']);
    expect(mutedBy(room.store, id)).toHaveLength(1);
  });

  test('conditions are joined: words, sources, folders with those below them, languages', () => {
    const room = watchRoom();
    const { store } = room;
    const outer = createFolder(store, { title: 'Outer' });
    const inner = createFolder(store, { title: 'Inner', parentId: outer.id });
    const feed = (name: string, folderId: number | null, lang: string): number => addFeed(store, { feedUrl: `https://${name}.example/feed`, kind: 'rss', facts: { title: name, siteUrl: null, lang }, folderId, title: null }).id;
    const one = feed('one', inner.id, 'zh-CN');
    feed('two', null, 'en');
    const raised = (when: RuleConditions): string[] => {
      store.run('DELETE FROM rules');
      rule(room, when, { raise: true });
      const at = store.stamp();
      for (const name of ['one', 'two']) room.publish([{ guid: `${at}`, title: `Quota ${name} ${at}` }, { guid: `${at}x`, title: `Other ${name} ${at}` }], `https://${name}.example/feed`);
      return store.all<{ title: string }>('SELECT a.title FROM articles a JOIN statuses s ON s.article_id = a.id WHERE raised_at > ? ORDER BY title', at).map(({ title }) => title.replace(/ \d+$/, ''));
    };
    expect(raised({ feedIds: [one] })).toEqual(['Other one', 'Quota one']);
    expect(raised({ folderIds: [outer.id] })).toEqual(['Other one', 'Quota one']);
    expect(raised({ query: 'quota', folderIds: [outer.id] })).toEqual(['Quota one']);
    expect(raised({ query: 'quota' })).toEqual(['Quota one', 'Quota two']);
    expect(raised({ langs: ['EN'] })).toHaveLength(4);
    store.run('UPDATE articles SET lang = NULL');
    expect(raised({ langs: ['de'] })).toEqual([]);
    expect(raised({ langs: ['EN'], feedIds: [], folderIds: [] })).toHaveLength(4);
  });

  test('a rule acts once on an article: what a person gives back stays', () => {
    const room = watchRoom();
    rule(room, { query: 'quota' }, { markRead: true });
    const [id = 0] = room.publish([{ guid: '1', title: 'Quota' }]);
    setRead(room.store, [id], false);
    room.publish([{ guid: '1', title: 'Quota, corrected' }]);
    expect(counts(room.store, NOON).unread).toBe(1);
  });

  test('a rule that fails says so and harms neither the article nor the other rules', () => {
    const room = watchRoom();
    const { id } = rule(room, { query: 'quota' }, { mute: true });
    rule(room, { query: 'quota' }, { markRead: true });
    room.store.run(`UPDATE rules SET conditions = '{"query":"("}' WHERE id = ?`, id);
    room.publish([{ guid: '1', title: 'Quota' }]);
    expect(shown(room)).toEqual(['Quota']);
    expect(counts(room.store, NOON).unread).toBe(0);
    expect(findRule(room.store, id)).toMatchObject({ failure: { code: 'invalid-argument', detail: { query: '(' } } });
    changeRule(room.store, room.finder, id, { when: { query: 'quota' } });
    expect(findRule(room.store, id).failure).toBeNull();
    expect(room.faults).toEqual([]);
  });

  test('a rule whose folder went away fails by name', () => {
    const room = watchRoom();
    const folder = createFolder(room.store, { title: 'Gone' });
    const { id } = rule(room, { folderIds: [folder.id] }, { mute: true });
    room.store.run('DELETE FROM folders');
    room.publish([{ guid: '1', title: 'Quota' }]);
    expect(findRule(room.store, id).failure).toMatchObject({ code: 'folder-missing' });
  });

  test('rules act in their order, and one that is off does not', () => {
    const room = watchRoom();
    const first = rule(room, { query: 'quota' }, { mute: true }, 'first');
    const second = rule(room, { query: 'quota' }, { mute: true }, 'second');
    moveRule(room.store, second.id, 0);
    const [id = 0] = room.publish([{ guid: '1', title: 'Quota' }]);
    expect(room.store.get('SELECT muted_by AS by FROM statuses WHERE article_id = ?', id)).toEqual({ by: second.id });
    changeRule(room.store, room.finder, second.id, { enabled: false });
    room.publish([{ guid: '2', title: 'Quota 2' }]);
    expect(mutedBy(room.store, first.id)).toHaveLength(1);
    expect(listRules(room.store).map(({ title }) => title)).toEqual(['second', 'first']);
  });

  test('needs a condition and something to do, of what is there', () => {
    const room = watchRoom();
    expect(failureOf(() => rule(room, {}, { mute: true }))).toEqual({ code: 'rule-empty', detail: { part: 'when' } });
    expect(failureOf(() => rule(room, { query: 'a' }, { mute: false, tags: [] }))).toEqual({ code: 'rule-empty', detail: { part: 'effects' } });
    expect(failureOf(() => rule(room, { feedIds: [7] }, { mute: true })).code).toBe('feed-missing');
    expect(failureOf(() => rule(room, { query: '(' }, { mute: true })).code).toBe('invalid-argument');
    expect(failureOf(() => findRule(room.store, 5))).toEqual({ code: 'rule-missing', detail: { ruleId: 5 } });
  });

  test('removed and added again it stands where it stood', () => {
    const room = watchRoom();
    const [, second] = ['one', 'two', 'three'].map((title) => rule(room, { query: title }, { mute: true }, title));
    const removed = removeRule(room.store, second?.id ?? 0);
    addRule(room.store, room.finder, removed);
    expect(listRules(room.store).map(({ title, position }) => [title, position])).toEqual([['one', 0], ['two', 1], ['three', 2]]);
  });
});

describe('kill-safety', () => {
  test('what was stored and not looked at before the end is looked at after the next start', async () => {
    const profile = temporaryProfile();
    const room = watchRoom({ profile });
    const { id } = rule(room, { query: 'quota' }, { markRead: true, mute: true });
    room.store.run('UPDATE rules SET enabled = 0');
    room.publish([{ guid: '0', title: 'Quota before' }]);
    room.store.run('UPDATE rules SET enabled = 1');
    // As a way of storing that ends before anything is settled.
    const feedId = room.store.get<{ id: number }>('SELECT id FROM feeds')?.id ?? 0;
    const { storeDocument } = await import('../../../electron/core/store/store-document.ts');
    const { documentOf, incoming } = await import('../store/library.ts');
    storeDocument(room.store, feedId, documentOf(lot(700).map((draft) => incoming({ ...draft, guid: `b${draft.guid}` }))), NOON);
    room.store.close();
    const again = watchRoom({ profile });
    await again.arrivals.catchUp();
    expect(findRule(again.store, id)).toMatchObject({ acted: 234, muted: 234 });
    expect(again.store.get('SELECT count(*) AS n FROM pending_arrivals')).toEqual({ n: 0 });
    expect(shown(again)).toHaveLength(467);
  });

  test('where settling fails as a whole the article stands, and is looked at with what comes next', () => {
    const room = watchRoom();
    rule(room, { query: 'quota' }, { raise: true });
    room.store.db.exec("CREATE TRIGGER broken BEFORE DELETE ON pending_arrivals BEGIN SELECT raise(ABORT, 'no'); END");
    const [id = 0] = room.publish([{ guid: '1', title: 'Quota' }]);
    const isRaised = (): unknown => room.store.get('SELECT raised_at IS NOT NULL AS raised FROM statuses WHERE article_id = ?', id);
    expect([isRaised(), room.faults.length]).toEqual([{ raised: 0 }, 1]);
    room.store.db.exec('DROP TRIGGER broken');
    room.publish([{ guid: '2', title: 'Other' }, { guid: '1', title: 'Quota' }]);
    expect(isRaised()).toEqual({ raised: 1 });
  });
});

import { expect, test } from 'vitest';
import { addFeed, feedRecord, findFeedByUrl, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { moveFeedTo } from '../../../electron/core/store/follow-move.ts';
import { recordNotModified, storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/store.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { DAY, documentOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const OLD = 'https://metals.example/feed';
const NEW = 'https://metals.example/new';
const ONE = incoming({ guid: '1', title: 'One', text: '<p>1</p>', publishedAt: NOON - HOUR });
const OTHER = incoming({ guid: '9', title: 'Domain for sale', text: '<p>Buy it</p>', publishedAt: NOON });

function followed(): { store: Store; id: number } {
  const store = testStore();
  const { id } = follow(store, { url: OLD });
  storeDocument(store, id, documentOf([ONE]), NOON);
  return { store, id };
}

const found = (store: Store, id: number, at: number, permanentUrl: string | null = NEW): void => void storeDocument(store, id, documentOf([ONE], { permanentUrl }), at);
const notModified = (store: Store, id: number, at: number, permanentUrl: string | null): void =>
  void recordNotModified(store, id, { validators: { etag: null, lastModified: null }, permanentUrl, nextAt: at, at });

test('a permanent redirect moves a feed once it led to the same place for an hour, and nothing becomes unread', () => {
  const { store, id } = followed();
  setRead(store, store.all<{ id: number }>('SELECT id FROM articles').map((row) => row.id), true);
  found(store, id, NOON + HOUR);
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedUrl: NEW, movedSince: NOON + HOUR, movedTimes: 1 });
  found(store, id, NOON + 2 * HOUR - 1);
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedTimes: 2 });
  notModified(store, id, NOON + 2 * HOUR, NEW);
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: NEW, movedUrl: null, movedSince: null, movedTimes: 0 });
  expect(store.get('SELECT count(*) AS articles, sum(read) AS read FROM statuses')).toEqual({ articles: 1, read: 1 });
});

test('a place that changes, or a redirect that ends, begins anew', () => {
  const { store, id } = followed();
  found(store, id, NOON + HOUR);
  found(store, id, NOON + 3 * HOUR, 'https://metals.example/elsewhere');
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedSince: NOON + 3 * HOUR, movedTimes: 1 });
  notModified(store, id, NOON + 4 * HOUR, null);
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedUrl: null, movedTimes: 0 });
});

test('a place where another feed is found is not moved to, however long it stays', () => {
  const { store, id } = followed();
  for (const at of [HOUR, 3 * HOUR, 9 * DAY]) {
    storeDocument(store, id, documentOf([OTHER], { permanentUrl: NEW, facts: { title: `Parked ${at}`, siteUrl: null, lang: null } }), NOON + at);
    store.run('DELETE FROM articles WHERE title = ?', OTHER.title);
    store.run("UPDATE statuses SET guid_key = 'x' || article_id, content_key = 'x' || article_id WHERE article_id NOT IN (SELECT id FROM articles)");
  }
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedUrl: NEW, movedTimes: 3 });
});

test.each([
  ['http://metals.example/feed', 'https://metals.example/feed'],
  ['https://metals.example/feed', 'https://www.metals.example/feed'],
  ['https://www.metals.example/feed', 'https://metals.example/feed/'],
])('an address that is only written otherwise is taken over at once: %s', (from, to) => {
  const store = testStore();
  const { id } = follow(store, { url: from });
  storeDocument(store, id, documentOf([ONE], { permanentUrl: to }), NOON);
  expect(feedRecord(store, id).feedUrl).toBe(to);
});

test.each([
  ['https://metals.example/feed', 'http://metals.example/feed'],
  ['https://metals.example/feed?key=1', 'https://metals.example/feed?key=2'],
  ['https://metals.example:8080/feed', 'https://metals.example/feed'],
])('another address is not: %s', (from, to) => {
  const store = testStore();
  const { id } = follow(store, { url: from });
  storeDocument(store, id, documentOf([ONE], { permanentUrl: to }), NOON);
  expect(feedRecord(store, id).feedUrl).toBe(from);
});

test('an address that another feed has is left to it, and both stay', () => {
  const { store, id } = followed();
  const other = follow(store, { url: NEW });
  found(store, id, NOON + HOUR);
  found(store, id, NOON + 9 * HOUR);
  expect(feedRecord(store, id)).toMatchObject({ feedUrl: OLD, movedUrl: NEW, succeededAt: NOON + 9 * HOUR });
  expect(findFeedByUrl(store, NEW)?.id).toBe(other.id);
});

test('a feed that is followed no more gives its address up, and can be followed again', () => {
  const { store, id } = followed();
  const other = follow(store, { url: NEW });
  unsubscribe(store, other.id);
  expect(moveFeedTo(store, id, NEW)).toBe(true);
  expect(findFeedByUrl(store, NEW)?.id).toBe(id);
  expect(() => addFeed(store, { feedUrl: NEW, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null })).toThrow(/followed already/);
});

import { expect, test } from 'vitest';
import type { ArticleOutline } from '../../../electron/core/normalize/incoming-article.ts';
import { cleanUp } from '../../../electron/core/store/clean-up.ts';
import { addFeed, feedRecord, unsubscribe } from '../../../electron/core/store/feeds.ts';
import { knownItems, WholeDocumentNeeded } from '../../../electron/core/store/known-items.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, documentOf, follow, HOUR, incoming, NOON, testStore } from './library.ts';

const ONE = incoming({ guid: '1', title: 'One', text: 'first' });
const TWO = incoming({ guid: '2', title: 'Two', text: 'second' });

function outline({ keys, title, url, publishedAt, placedAt, textLength, revision }: ArticleOutline): ArticleOutline {
  return { keys, title, url, publishedAt, placedAt, textLength, revision };
}

test('an outline counts as overlap, and leaves its article as it is', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf([ONE], { knownItems: 'one' }), NOON);
  const before = store.all('SELECT * FROM articles');
  expect(storeDocument(store, id, documentOf([TWO, outline(ONE)], { knownItems: 'both' }), NOON + HOUR)).toMatchObject({ added: [expect.any(Number)], updated: [], gap: false });
  expect(store.all('SELECT * FROM articles WHERE title = ?', 'One')).toEqual(before);
  expect(knownItems(store, id)).toBe('both');
});

test('what was cleaned up stays away', async () => {
  const store = testStore();
  const { id } = follow(store);
  setRead(store, storeDocument(store, id, documentOf([ONE]), NOON).added, true);
  await cleanUp(store, { before: NOON + DAY });
  expect(storeDocument(store, id, documentOf([outline(ONE)]), NOON + HOUR)).toEqual({ added: [], updated: [], gap: false });
  expect(store.all('SELECT id FROM articles')).toEqual([]);
});

test.each([
  ['is not stored', [TWO, outline({ ...ONE, keys: TWO.keys })]],
  ['differs from what is stored', [outline({ ...ONE, revision: 'other' })]],
])('an outline of an article that %s asks for the whole document, and nothing is stored', (_, articles) => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf([ONE], { knownItems: 'one' }), NOON);
  const before = [store.all('SELECT * FROM statuses'), feedRecord(store, id), knownItems(store, id)];
  expect(() => storeDocument(store, id, documentOf(articles, { validators: { etag: '"2"', lastModified: null } }), NOON + HOUR)).toThrow(WholeDocumentNeeded);
  expect([store.all('SELECT * FROM statuses'), feedRecord(store, id), knownItems(store, id)]).toEqual(before);
});

test('nothing is known of a feed that is followed no more, and an outline does not bring back what went with it', () => {
  const store = testStore();
  const feed = follow(store);
  storeDocument(store, feed.id, documentOf([ONE], { knownItems: 'one' }), NOON);
  unsubscribe(store, feed.id);
  expect(knownItems(store, feed.id)).toBeNull();
  addFeed(store, { feedUrl: feed.feedUrl, kind: 'rss', facts: { title: null, siteUrl: null, lang: null }, folderId: null, title: null });
  expect(() => storeDocument(store, feed.id, documentOf([outline(ONE)]), NOON)).toThrow(WholeDocumentNeeded);
  expect(storeDocument(store, feed.id, documentOf([ONE]), NOON).added).toHaveLength(1);
});

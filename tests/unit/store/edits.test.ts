import { expect, test } from 'vitest';
import { getArticle } from '../../../electron/core/query/get-article.ts';
import { markAllRead, setBookmarked } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { HOUR, NOON, documentOf, follow, incoming, testStore } from './library.ts';

const FIRST = { guid: 'g', url: 'https://metals.example/a', title: 'Export rules', text: '<p>Five metals.</p>', publishedAt: NOON - HOUR };

test('behaviour 4: an edit updates text and title under the same id, keeps the status, and keeps the earlier text', () => {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const feed = follow(store);
  const [id = 0] = storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).added;
  setBookmarked(store, id, true);
  markAllRead(store, { kind: 'all' }, store.stamp(), NOON);
  const before = getArticle(store, id);
  expect(before.revisedAt).toBeNull();

  clock.time = NOON + HOUR;
  const edited = incoming({ ...FIRST, title: 'Export rules, corrected', text: '<p>Six metals.</p>', publishedAt: NOON + HOUR });
  const changes = storeDocument(store, feed.id, documentOf([edited]), clock.time);

  expect(changes).toEqual({ added: [], updated: [id], gap: false });
  const after = getArticle(store, id);
  expect(after).toMatchObject({
    id, title: 'Export rules, corrected', contentHtml: '<p>Six metals.</p>', summary: '<p>Six metals.</p>', read: true, bookmarked: true,
    sortAt: before.sortAt, arrivedAt: before.arrivedAt, revisions: 1,
  });
  expect(after.revisedAt).toBeGreaterThanOrEqual(NOON + HOUR);
  expect(store.get<{ title: string }>('SELECT title FROM revisions WHERE article_id = ?', id)?.title).toBe('Export rules');
});

test('behaviour 4: the same document again is no edit', () => {
  const store = testStore();
  const feed = follow(store);
  storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON);
  expect(storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).updated).toEqual([]);
});

test('behaviour 4: of many edits the last ten earlier texts are kept', () => {
  const store = testStore();
  const feed = follow(store);
  const [id = 0] = storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).added;
  for (let edit = 1; edit <= 14; edit += 1) storeDocument(store, feed.id, documentOf([incoming({ ...FIRST, title: `Edit ${edit}` })]), NOON);
  expect(getArticle(store, id).revisions).toBe(10);
  expect(store.all<{ title: string }>('SELECT title FROM revisions ORDER BY id').map((row) => row.title)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Edit ${index + 4}`),
  );
});

test('a publisher that stops sending bodies does not take back those that it sent', () => {
  const store = testStore();
  const feed = follow(store);
  const [id = 0] = storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).added;
  storeDocument(store, feed.id, documentOf([incoming({ ...FIRST, title: 'Export rules!', text: '' })]), NOON);
  expect(getArticle(store, id)).toMatchObject({ title: 'Export rules!', contentHtml: FIRST.text, kept: 'full' });
});

test('an edit that brings an image makes the article wait for it', () => {
  const store = testStore();
  const feed = follow(store);
  const [id = 0] = storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).added;
  expect(getArticle(store, id).kept).toBe('full');
  storeDocument(store, feed.id, documentOf([incoming({ ...FIRST, images: ['https://metals.example/mine.jpg'] })]), NOON);
  expect(getArticle(store, id)).toMatchObject({ kept: 'text', images: [{ state: 'pending' }] });
});

test('an address that moves is followed without an edit', () => {
  const store = testStore();
  const feed = follow(store);
  const [id = 0] = storeDocument(store, feed.id, documentOf([incoming(FIRST)]), NOON).added;
  const changes = storeDocument(store, feed.id, documentOf([incoming({ ...FIRST, url: 'https://metals.example/b' })]), NOON);
  expect(changes.updated).toEqual([]);
  expect(getArticle(store, id)).toMatchObject({ url: 'https://metals.example/b', revisedAt: null, revisions: 0 });
});

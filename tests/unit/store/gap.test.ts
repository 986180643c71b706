import { expect, test } from 'vitest';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { storeOlder } from '../../../electron/core/store/store-older.ts';
import { dismissGap } from '../../../electron/core/store/gap.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { setRead } from '../../../electron/core/store/status.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { DAY, documentOf, failureOf, follow, incoming, NOON, testStore } from './library.ts';

const on = (day: number, text = `Text of ${day}`) => incoming({ guid: `story-${day}`, title: `Story ${day}`, text, publishedAt: NOON - (20 - day) * DAY });
const days = (...of: readonly number[]) => of.map((day) => on(day));
const undated = (name: string) => incoming({ guid: name, title: name, text: name });

const titles = (store: Store): string[] => listArticles(store, { scope: { kind: 'all' }, limit: 100 }, NOON).articles.map(({ title }) => title);

function withGap() {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf(days(2, 1)), NOON);
  storeDocument(store, id, documentOf(days(9, 8)), NOON);
  return { store, id };
}

test('a gap says between which days items may be missing, and goes on from its beginning', () => {
  const { store, id } = withGap();
  const { gap } = feedRecord(store, id);
  expect(gap).toMatchObject({ after: NOON - 18 * DAY, before: NOON - 12 * DAY });
  storeDocument(store, id, documentOf(days(15, 14)), NOON);
  expect(feedRecord(store, id).gap).toEqual({ ...gap, before: NOON - 6 * DAY });
  // What lies between the two windows is still missing, and what came before the first as well.
  storeDocument(store, id, documentOf(days(15, 14, 9, 8)), NOON);
  expect(feedRecord(store, id).gap).not.toBeNull();
  storeDocument(store, id, documentOf(days(15, 14, 9, 8, 2)), NOON);
  expect(feedRecord(store, id).gap).toBeNull();
});

test('an old copy of a feed closes no gap', () => {
  const { store, id } = withGap();
  storeDocument(store, id, documentOf(days(2, 1)), NOON);
  expect(feedRecord(store, id).gap).not.toBeNull();
});

test('older documents are stored unread by their dates, and take the gap back until it is closed', () => {
  const { store, id } = withGap();
  expect(storeOlder(store, id, days(8, 7, 6), NOON)).toMatchObject({ added: { length: 2 }, closed: false });
  expect(feedRecord(store, id).gap).toMatchObject({ after: NOON - 18 * DAY, before: NOON - 14 * DAY });
  expect(storeOlder(store, id, days(5, 3, 2, 0), NOON)).toMatchObject({ added: { length: 2 }, closed: true });
  expect(feedRecord(store, id).gap).toBeNull();
  expect(titles(store)).toEqual([9, 8, 7, 6, 5, 3, 2, 1].map((day) => `Story ${day}`));
  expect(listArticles(store, { scope: { kind: 'unread' }, limit: 100 }, NOON).total).toBe(8);
});

test('what is known stays as it is: an archive may hold an earlier text, and read stays read', () => {
  const { store, id } = withGap();
  const { articles } = listArticles(store, { scope: { kind: 'all' }, limit: 100 }, NOON);
  setRead(store, articles.map((article) => article.id), true);
  storeOlder(store, id, [on(8, 'An earlier text'), on(5), on(2, 'Another earlier text')], NOON);
  const after = listArticles(store, { scope: { kind: 'all' }, limit: 100 }, NOON).articles;
  expect(after.map(({ title, read, revisedAt }) => [title, read, revisedAt])).toEqual([
    ['Story 9', true, null], ['Story 8', true, null], ['Story 5', false, null], ['Story 2', true, null], ['Story 1', true, null],
  ]);
});

test('items without a date stand where the gap is, in their order', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf(days(2)), NOON);
  storeDocument(store, id, documentOf(days(9)), NOON);
  expect(storeOlder(store, id, [undated('newer'), undated('older'), on(2), undated('before it all')], NOON)).toMatchObject({ closed: true });
  expect(titles(store)).toEqual(['Story 9', 'newer', 'older', 'Story 2']);
});

test('a document that is older than everything closes the gap too: what was between has been seen', () => {
  const { store, id } = withGap();
  expect(storeOlder(store, id, days(-3, -4), NOON)).toEqual({ added: [], closed: true });
});

test('a gap can be dismissed', () => {
  const { store, id } = withGap();
  expect(dismissGap(store, id).gap).toBeNull();
  expect(failureOf(() => dismissGap(store, 99)).code).toBe('feed-missing');
});

test('an item pinned above newer ones hides no gap, and closes none', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf(days(2, 1)), NOON);
  expect(storeDocument(store, id, documentOf(days(2, 9, 8)), NOON).gap).toBe(true);
  const { gap } = feedRecord(store, id);
  expect(gap).toMatchObject({ after: NOON - 18 * DAY, before: NOON - 12 * DAY });
  storeDocument(store, id, documentOf(days(2, 10, 9, 8)), NOON);
  expect(feedRecord(store, id).gap).toEqual(gap);
  storeDocument(store, id, documentOf(days(2, 10, 9, 8, 1)), NOON);
  expect(feedRecord(store, id).gap).toBeNull();
});

test('an older document closes no gap by what it pins either', () => {
  const { store, id } = withGap();
  expect(storeOlder(store, id, days(2, 8, 7, 6), NOON)).toMatchObject({ added: { length: 2 }, closed: false });
  expect(feedRecord(store, id).gap).toMatchObject({ after: NOON - 18 * DAY, before: NOON - 14 * DAY });
});

test('nor does one that is dated anew as it is pinned', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf(days(2, 1)), NOON);
  const again = incoming({ guid: 'story-2', title: 'Story 2', text: 'Text of 2', publishedAt: NOON - 10 * DAY });
  expect(storeDocument(store, id, documentOf([again, ...days(9, 8)]), NOON).gap).toBe(true);
});

test.each([
  ['a feed that goes from old to new', days(2, 8, 9)],
  ['a known item of the time of the new ones', days(5, 9, 4)],
  ['a known item over a single new one', days(2, 9)],
  ['a pinned item over a window that reaches back', days(3, 9, 5, 2)],
  ['items without dates', [undated('known'), undated('b'), undated('c')]],
])('%s shows no gap', (_, document) => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf([...days(5, 3, 2), undated('known')]), NOON);
  expect(storeDocument(store, id, documentOf(document), NOON).gap).toBe(false);
});

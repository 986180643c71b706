import { describe, expect, test } from 'vitest';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { DAY, HOUR, NOON, documentOf, follow, incoming, testStore } from './library.ts';

function listed(store: Store): { title: string; sortAt: number; arrivedAt: number }[] {
  return listArticles(store, { scope: { kind: 'all' }, limit: 100 }, NOON).articles.map(({ title, sortAt, arrivedAt }) => ({ title, sortAt, arrivedAt }));
}

describe('behaviour 2: no date, bad date', () => {
  test('behaviour 2: ten refreshes of undated items leave count, order and first-seen time unchanged', () => {
    const clock = { time: NOON };
    const store = testStore({ clock });
    const feed = follow(store);
    const items = ['A', 'B', 'C'].map((title) => incoming({ title, guid: title }));
    storeDocument(store, feed.id, documentOf(items), clock.time);
    const first = listed(store);
    for (let time = 0; time < 10; time += 1) {
      clock.time += HOUR;
      storeDocument(store, feed.id, documentOf(items), clock.time);
    }
    expect(listed(store)).toEqual(first);
    expect(first.map((article) => article.title)).toEqual(['A', 'B', 'C']);
  });

  test('behaviour 2: the undated backlog of a new feed is not dated now; what comes later is', () => {
    const clock = { time: NOON };
    const store = testStore({ clock });
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([incoming({ title: 'old', guid: 'old' }), incoming({ title: 'older', guid: 'older' })]), NOON);
    clock.time = NOON + HOUR;
    storeDocument(store, feed.id, documentOf([incoming({ title: 'new', guid: 'new' }), incoming({ title: 'old', guid: 'old' })]), clock.time);
    expect(listed(store).map(({ title, sortAt }) => ({ title, sortAt }))).toEqual([
      { title: 'new', sortAt: NOON + HOUR },
      { title: 'old', sortAt: NOON - DAY },
      { title: 'older', sortAt: NOON - DAY - 1000 },
    ]);
  });

  test('behaviour 2: a future item does not pin itself to the top', () => {
    const clock = { time: NOON };
    const store = testStore({ clock });
    const feed = follow(store);
    // What lies more than a day ahead is no date at all; what lies less ahead is held to the arrival.
    storeDocument(store, feed.id, documentOf([incoming({ title: 'tonight', guid: '1', publishedAt: NOON + 10 * HOUR })]), NOON);
    clock.time = NOON + HOUR;
    storeDocument(store, feed.id, documentOf([incoming({ title: 'later', guid: '2', publishedAt: NOON + HOUR - 1 })]), clock.time);
    expect(listed(store).map((article) => article.title)).toEqual(['later', 'tonight']);
    for (const article of listed(store)) expect(article.sortAt).toBeLessThanOrEqual(article.arrivedAt);
  });

  test('a place that the document tells goes before the date of arrival', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([incoming({ title: 'placed', guid: '1', placedAt: NOON - 5 * DAY })]), NOON);
    expect(listed(store)[0]?.sortAt).toBe(NOON - 5 * DAY);
  });

  test('more articles of one moment than a moment has room for keep the order of their document', () => {
    const store = testStore();
    const feed = follow(store);
    const items = Array.from({ length: 2100 }, (_, index) => incoming({ title: `${index}`, guid: `${index}`, publishedAt: NOON - DAY }));
    storeDocument(store, feed.id, documentOf(items), NOON);
    const titles = listArticles(store, { scope: { kind: 'all' }, limit: 500 }, NOON).articles.map((article) => Number(article.title));
    expect(titles).toEqual(Array.from({ length: 500 }, (_, index) => index));
    expect(listArticles(store, { scope: { kind: 'all' }, limit: 1 }, NOON).total).toBe(2100);
  });

  test('a clock that is set back neither repeats a stamp nor puts an arrival before an earlier one', () => {
    const clock = { time: NOON };
    const store = testStore({ clock });
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([incoming({ guid: '1', title: '1' })]), NOON);
    const { profile } = store;
    store.close();
    clock.time = NOON - DAY;
    const again = testStore({ profile, clock });
    expect(again.stamp()).toBeGreaterThan(NOON);
  });
});

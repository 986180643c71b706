import { expect, test } from 'vitest';
import { addPageDates } from '../../../electron/core/store/add-page-dates.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { keepPageRules } from '../../../electron/core/store/page-rules.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { documentOf, follow, HOUR, NOON, testStore } from './library.ts';

test('a library of before knows of no dates that a page had', () => {
  const old = testStore({ migrations: MIGRATIONS.slice(0, MIGRATIONS.indexOf(addPageDates)) });
  old.run("INSERT INTO feeds (kind, feed_url, title, subscribed_at, page_found) VALUES ('page', 'https://metals.example/news', 'Metals', 1, 20)");
  old.close();
  expect(feedRecord(testStore({ profile: old.profile }), 1)).toMatchObject({ pageFound: 20, pageDated: null, datesLostAt: null });
});

test('while the dates of a page are lost, since when and how many there were are kept', () => {
  const store = testStore();
  const { id } = follow(store);
  const read = (dated: number, lost: boolean, at: number) => {
    storeDocument(store, id, { ...documentOf([]), pageFound: 20, pageDates: { dated, lost } }, at);
    const { pageDated, datesLostAt } = feedRecord(store, id);
    return [pageDated, datesLostAt];
  };
  expect(read(19, false, NOON)).toEqual([19, null]);
  expect(read(0, true, NOON + HOUR)).toEqual([19, NOON + HOUR]);
  expect(read(1, true, NOON + 2 * HOUR)).toEqual([19, NOON + HOUR]);
  // One by one, as old articles leave the list.
  expect(read(12, false, NOON + 3 * HOUR)).toEqual([19, null]);
  expect(read(5, false, NOON + 3 * HOUR)).toEqual([19, null]);
  expect(read(0, true, NOON + 4 * HOUR)).toEqual([19, NOON + 4 * HOUR]);
  keepPageRules(store, id, { kind: 'html', item: 'li', title: null, link: null, date: null, summary: null });
  expect(feedRecord(store, id)).toMatchObject({ pageDated: null, datesLostAt: NOON + 4 * HOUR });
  keepPageRules(store, id, null);
  expect(feedRecord(store, id)).toMatchObject({ pageFound: null, pageDated: null, datesLostAt: null });
});

test('a document that is no page says nothing of dates', () => {
  const store = testStore();
  const { id } = follow(store);
  storeDocument(store, id, documentOf([]), NOON);
  expect(feedRecord(store, id)).toMatchObject({ pageDated: null, datesLostAt: null });
});

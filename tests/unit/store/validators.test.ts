import { describe, expect, test } from 'vitest';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { feedRecord } from '../../../electron/core/store/feeds.ts';
import { recordFailure, recordNotModified, storeDocument } from '../../../electron/core/store/store-document.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, incoming, testStore } from './library.ts';

const ONE = incoming({ guid: '1', title: 'One', text: '<p>1</p>', publishedAt: NOON - HOUR });
const TWO = incoming({ guid: '2', title: 'Two', text: '<p>2</p>', publishedAt: NOON - HOUR });

describe('behaviour 9: validators after commit', () => {
  test('behaviour 9: where storing fails, validators, body hash and articles are the old ones, all of them', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([ONE]), NOON);
    const before = feedRecord(store, feed.id);
    // The second article breaks the rules of its table after the first has been written.
    const broken = { ...TWO, title: null as unknown as string };
    const document = documentOf([incoming({ guid: '3', title: 'Three' }), broken, ONE].toReversed(), { validators: { etag: '"2"', lastModified: 'x' }, bodyHash: 'new' });
    expect(failureOf(() => storeDocument(store, feed.id, document, NOON + HOUR)).code).toBe('database-failed');
    expect(feedRecord(store, feed.id)).toEqual(before);
    expect(listArticles(store, { scope: { kind: 'all' }, limit: 10 }, NOON).articles.map((article) => article.title)).toEqual(['One']);
  });

  test('behaviour 9: what is stored brings its validators, and clears an earlier failure without a click', () => {
    const store = testStore();
    const feed = follow(store);
    recordFailure(store, feed.id, { code: 'timeout', detail: { host: 'metals.example' }, nextAt: NOON + HOUR }, NOON);
    recordFailure(store, feed.id, { code: 'server-error', detail: { status: 503 }, nextAt: NOON + 2 * HOUR }, NOON + HOUR);
    expect(feedRecord(store, feed.id)).toMatchObject({
      failure: { code: 'server-error', detail: { status: 503 }, since: NOON, count: 2 }, failures: 2, succeededAt: null, nextAt: NOON + 2 * HOUR,
    });
    storeDocument(store, feed.id, documentOf([ONE], { validators: { etag: 'W/"é"', lastModified: 'Mon, 23 Nov 2026 11:00:00 GMT' }, nextAt: NOON + 3 * HOUR }), NOON + 2 * HOUR);
    expect(feedRecord(store, feed.id)).toMatchObject({
      failure: null, failures: 0, validators: { etag: 'W/"é"', lastModified: 'Mon, 23 Nov 2026 11:00:00 GMT' }, validatorsAt: NOON + 2 * HOUR,
      fetchedAt: NOON + 2 * HOUR, succeededAt: NOON + 2 * HOUR, nextAt: NOON + 3 * HOUR, newestAt: NOON - HOUR, title: 'Metals', siteUrl: 'https://metals.example/',
    });
  });

  test('behaviour 9: a failure touches neither validators nor articles', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([ONE]), NOON);
    const { validators, validatorsAt, bodyHash, succeededAt } = feedRecord(store, feed.id);
    recordFailure(store, feed.id, { code: 'malformed-feed', detail: {}, nextAt: null }, NOON + HOUR);
    expect(feedRecord(store, feed.id)).toMatchObject({ validators, validatorsAt, bodyHash, succeededAt, nextAt: null });
  });

  test('behaviour 9: 304 after 304 lets the validators grow old; the answer after they were dropped renews them', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([ONE]), NOON);
    const notModified = (at: number): boolean => recordNotModified(store, feed.id, { validators: { etag: '"1"', lastModified: null }, permanentUrl: null, nextAt: at + HOUR, at });
    notModified(NOON + 7 * DAY);
    expect(feedRecord(store, feed.id)).toMatchObject({ validatorsAt: NOON, succeededAt: NOON + 7 * DAY });
    notModified(NOON + 9 * DAY);
    expect(feedRecord(store, feed.id).validatorsAt).toBe(NOON + 9 * DAY);
  });

  test('behaviour 9: a 304 without validators keeps those that were stored', () => {
    const store = testStore();
    const feed = follow(store);
    storeDocument(store, feed.id, documentOf([ONE]), NOON);
    recordNotModified(store, feed.id, { validators: { etag: null, lastModified: null }, permanentUrl: null, nextAt: NOON, at: NOON });
    expect(feedRecord(store, feed.id).validators).toEqual({ etag: '"1"', lastModified: null });
  });

  test('behaviour 9: a document with nothing that we have is a gap, until one holds items of both its sides', () => {
    const store = testStore();
    const feed = follow(store);
    expect(storeDocument(store, feed.id, documentOf([ONE]), NOON).gap).toBe(false);
    expect(storeDocument(store, feed.id, documentOf([]), NOON).gap).toBe(false);
    expect(storeDocument(store, feed.id, documentOf([TWO]), NOON + DAY).gap).toBe(true);
    const { gap } = feedRecord(store, feed.id);
    expect(gap).not.toBeNull();
    storeDocument(store, feed.id, documentOf([]), NOON + 2 * DAY);
    expect(feedRecord(store, feed.id).gap).toEqual(gap);
    // The next document holds what the last one did, and says nothing of what came before.
    storeDocument(store, feed.id, documentOf([TWO]), NOON + 2 * DAY);
    expect(feedRecord(store, feed.id).gap).toEqual(gap);
    storeDocument(store, feed.id, documentOf([TWO, ONE]), NOON + 2 * DAY);
    expect(feedRecord(store, feed.id).gap).toBeNull();
  });
});

test('what arrives for a feed that is followed no more is refused', () => {
  const store = testStore();
  expect(failureOf(() => storeDocument(store, 77, documentOf([ONE]), NOON))).toEqual({ code: 'feed-missing', detail: { feedId: 77 } });
});

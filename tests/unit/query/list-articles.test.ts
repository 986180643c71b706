import { describe, expect, test } from 'vitest';
import type { ArticleOrder, Scope } from '../../../electron/contract/model.ts';
import { countArrived } from '../../../electron/core/query/count-arrived.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { listFeeds } from '../../../electron/core/query/list-feeds.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { folderAtPath } from '../../../electron/core/store/folders.ts';
import { recordImage } from '../../../electron/core/store/images.ts';
import { markAllRead, setBookmarked, setRead, undoMarkAllRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, imageKey, incoming, testStore } from '../store/library.ts';

const PHOTO = 'https://metals.example/photo.jpg';

/** Two feeds in nested folders and one in none; 10 articles each, two hours apart, in turn. Every third waits for an image, every fifth has no text. */
function library(): { store: Store; clock: { time: number }; trade: number; europe: number; feeds: number[] } {
  const clock = { time: NOON };
  const store = testStore({ clock });
  const europe = folderAtPath(store, 'Trade press/Europe') ?? 0;
  const trade = folderAtPath(store, 'Trade press') ?? 0;
  const feeds = [trade, europe, null].map((folderId, index) => follow(store, { url: `https://outlet-${index}.example/feed`, folderId }).id);
  for (const [index, feedId] of feeds.entries()) {
    const items = Array.from({ length: 10 }, (_, place) => place * 3 + index).map((n) =>
      incoming({
        guid: `${n}`, title: `Article ${n}`, text: n % 5 === 0 ? '' : `<p>${n}</p>`, publishedAt: NOON - n * 2 * HOUR,
        images: n % 3 === 0 && n % 5 !== 0 ? [`${PHOTO}?${n}`] : [],
      }),
    );
    storeDocument(store, feedId, documentOf(items), NOON);
  }
  return { store, clock, trade, europe, feeds };
}

const numbers = (titles: readonly { title: string }[]): number[] => titles.map(({ title }) => Number(title.split(' ')[1]));
const upTo30 = Array.from({ length: 30 }, (_, n) => n);

function everyPage(store: Store, scope: Scope, options: { limit: number; order?: ArticleOrder; unreadOnly?: boolean }): number[] {
  const found: number[] = [];
  let cursor: string | null = null;
  do {
    const page = listArticles(store, { scope, cursor, ...options }, NOON);
    found.push(...numbers(page.articles));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

describe('every scope, newest first, in pages of any size', () => {
  test.each([1, 3, 7, 30, 500])('pages of %i', (limit) => {
    const { store, trade, europe, feeds } = library();
    expect(everyPage(store, { kind: 'all' }, { limit })).toEqual(upTo30);
    expect(everyPage(store, { kind: 'today' }, { limit })).toEqual(upTo30.slice(0, 13));
    expect(everyPage(store, { kind: 'feed', id: feeds[1] ?? 0 }, { limit })).toEqual(upTo30.filter((n) => n % 3 === 1));
    expect(everyPage(store, { kind: 'folder', id: trade }, { limit })).toEqual(upTo30.filter((n) => n % 3 !== 2));
    expect(everyPage(store, { kind: 'folder', id: europe }, { limit })).toEqual(upTo30.filter((n) => n % 3 === 1));
    expect(everyPage(store, { kind: 'offline' }, { limit })).toEqual(upTo30.filter((n) => n % 3 !== 0 && n % 5 !== 0));
  });

  test('what is on this device comes first where that order is asked for: full, text, headline, each newest first', () => {
    const { store, trade } = library();
    const headline = upTo30.filter((n) => n % 5 === 0);
    const text = upTo30.filter((n) => n % 3 === 0 && n % 5 !== 0);
    const full = upTo30.filter((n) => n % 3 !== 0 && n % 5 !== 0);
    for (const limit of [1, 4, 100]) expect(everyPage(store, { kind: 'all' }, { limit, order: 'kept' })).toEqual([...full, ...text, ...headline]);
    expect(everyPage(store, { kind: 'folder', id: trade }, { limit: 3, order: 'kept' })).toEqual([...full, ...text, ...headline].filter((n) => n % 3 !== 2));
  });

  test('unreadOnly narrows any scope, and the total counts the whole listing', () => {
    const { store, trade } = library();
    const ids = listArticles(store, { scope: { kind: 'all' }, limit: 10 }, NOON).articles.map((article) => article.id);
    setRead(store, ids, true);
    setBookmarked(store, ids[0] ?? 0, true);
    expect(everyPage(store, { kind: 'unread' }, { limit: 8 })).toEqual(upTo30.slice(10));
    expect(everyPage(store, { kind: 'today' }, { limit: 8, unreadOnly: true })).toEqual([10, 11, 12]);
    expect(everyPage(store, { kind: 'folder', id: trade }, { limit: 8, unreadOnly: true })).toEqual(upTo30.slice(10).filter((n) => n % 3 !== 2));
    expect(everyPage(store, { kind: 'bookmarks' }, { limit: 8 })).toEqual([0]);
    expect(everyPage(store, { kind: 'bookmarks' }, { limit: 8, unreadOnly: true })).toEqual([]);
    const totalOf = (scope: Scope, unreadOnly: boolean): number => listArticles(store, { scope, limit: 1, unreadOnly }, NOON).total;
    expect([totalOf({ kind: 'all' }, false), totalOf({ kind: 'all' }, true), totalOf({ kind: 'folder', id: trade }, true), totalOf({ kind: 'bookmarks' }, false)]).toEqual([30, 20, 13, 1]);
  });
});

test('a summary says what a row shows, and nothing of the text itself', () => {
  const { store } = library();
  recordImage(store, imageKey(`${PHOTO}?3`), { state: 'kept', type: 'image/jpeg', bytes: 10 });
  const fourth = () => listArticles(store, { scope: { kind: 'all' }, limit: 4 }, NOON).articles[3];
  const article = fourth();
  expect(article).toEqual({
    id: (NOON - 6 * HOUR) * 2048, feedId: 1, feedTitle: 'Metals', title: 'Article 3', summary: '<p>3</p>', url: null, lang: 'en',
    publishedAt: NOON - 6 * HOUR, publishedDay: null, arrivedAt: expect.any(Number) as number, sortAt: NOON - 6 * HOUR, revisedAt: null, read: false, bookmarked: false, pinned: false,
    kept: 'full', thumbnail: imageKey(`${PHOTO}?3`), story: null, elements: [], highlighted: false, raised: false,
  });
  addHighlight(store, { articleId: article?.id ?? 0, quote: 'three', prefix: '', suffix: '', start: 0 });
  expect(fourth()).toMatchObject({ highlighted: true, bookmarked: true });
});

describe('what arrives while a listing is open', () => {
  test('shows on none of its pages, and is counted apart', () => {
    const { store, clock, feeds } = library();
    const feedId = feeds[0] ?? 0;
    const first = listArticles(store, { scope: { kind: 'all' }, limit: 10 }, clock.time);
    clock.time += HOUR;
    // One above the first page, one that belongs, by its date, into the pages to come.
    const late = [incoming({ guid: 'late', title: 'Article 100', publishedAt: clock.time }), incoming({ guid: 'older', title: 'Article 101', publishedAt: NOON - 31 * HOUR })];
    storeDocument(store, feedId, documentOf(late), clock.time);

    const second = listArticles(store, { scope: { kind: 'all' }, limit: 100, cursor: first.nextCursor }, clock.time);
    expect([...numbers(first.articles), ...numbers(second.articles)]).toEqual(upTo30);
    expect(second).toMatchObject({ asOf: first.asOf, total: 30, nextCursor: null });
    expect(countArrived(store, { scope: { kind: 'all' }, since: first.asOf }, clock.time)).toEqual({ count: 2 });
    expect(countArrived(store, { scope: { kind: 'today' }, since: first.asOf }, clock.time)).toEqual({ count: 1 });
    expect(countArrived(store, { scope: { kind: 'feed', id: feeds[1] ?? 0 }, since: first.asOf }, clock.time)).toEqual({ count: 0 });
  });

  test('behaviour 15: is left unread by marking the listing read, even where it came in the same millisecond', () => {
    const { store, clock, feeds } = library();
    const { asOf } = listArticles(store, { scope: { kind: 'all' }, limit: 10 }, clock.time);
    storeDocument(store, feeds[0] ?? 0, documentOf([incoming({ guid: 'late', title: 'Article 100', publishedAt: clock.time })]), clock.time);
    const { changed, batch } = markAllRead(store, { kind: 'all' }, asOf, clock.time);
    expect(changed).toBe(30);
    expect(everyPage(store, { kind: 'unread' }, { limit: 10 })).toEqual([100]);
    expect(undoMarkAllRead(store, batch)).toEqual({ changed: 30 });
    expect(counts(store, NOON).unread).toBe(31);
    expect(failureOf(() => undoMarkAllRead(store, batch)).code).toBe('nothing-to-undo');
  });

  test('behaviour 15: what only came to be whole, or was bookmarked, after a listing was drawn is not marked by it', () => {
    const { store, clock } = library();
    const offline = listArticles(store, { scope: { kind: 'offline' }, limit: 100 }, clock.time);
    const bookmarks = listArticles(store, { scope: { kind: 'bookmarks' }, limit: 100 }, clock.time);
    const [third] = listArticles(store, { scope: { kind: 'all' }, limit: 4 }, clock.time).articles.slice(3);
    recordImage(store, imageKey(`${PHOTO}?3`), { state: 'kept', type: 'image/jpeg', bytes: 10 });
    setBookmarked(store, third?.id ?? 0, true);
    expect(markAllRead(store, { kind: 'offline' }, offline.asOf, clock.time).changed).toBe(offline.articles.length);
    expect(markAllRead(store, { kind: 'bookmarks' }, bookmarks.asOf, clock.time).changed).toBe(0);
    expect(everyPage(store, { kind: 'bookmarks' }, { limit: 10, unreadOnly: true })).toEqual([3]);
  });

  test('an undo takes back one marking only, not what was read before or after it', () => {
    const { store, clock, feeds } = library();
    const [one, two] = listArticles(store, { scope: { kind: 'all' }, limit: 2 }, clock.time).articles;
    setRead(store, [one?.id ?? 0], true);
    const feed = markAllRead(store, { kind: 'feed', id: feeds[1] ?? 0 }, store.stamp(), clock.time);
    const rest = markAllRead(store, { kind: 'all' }, store.stamp(), clock.time);
    expect([feed.changed, rest.changed]).toEqual([10, 19]);
    undoMarkAllRead(store, feed.batch);
    expect(everyPage(store, { kind: 'unread' }, { limit: 100 })).toEqual(upTo30.filter((n) => n % 3 === 1));
    expect(two?.title).toBe('Article 1');
  });
});

test('the order holds while articles of the pages before are read, pruned or bookmarked', () => {
  const { store } = library();
  const first = listArticles(store, { scope: { kind: 'unread' }, limit: 10 }, NOON);
  setRead(store, first.articles.map((article) => article.id), true);
  const second = listArticles(store, { scope: { kind: 'unread' }, limit: 10, cursor: first.nextCursor }, NOON);
  expect(numbers(second.articles)).toEqual(upTo30.slice(10, 20));
});

test('a scope that is not there, and a cursor that is none, are errors', () => {
  const { store } = library();
  expect(failureOf(() => listArticles(store, { scope: { kind: 'feed', id: 99 }, limit: 1 }, NOON))).toEqual({ code: 'feed-missing', detail: { feedId: 99 } });
  expect(failureOf(() => listArticles(store, { scope: { kind: 'folder', id: 99 }, limit: 1 }, NOON))).toEqual({ code: 'folder-missing', detail: { folderId: 99 } });
  expect(failureOf(() => markAllRead(store, { kind: 'feed', id: 99 }, NOON, NOON)).code).toBe('feed-missing');
  expect(failureOf(() => countArrived(store, { scope: { kind: 'folder', id: 99 }, since: 0 }, NOON)).code).toBe('folder-missing');
  for (const cursor of ['nonsense', '1.2.3', '1.2.3.4.5.6', "1.2.3.4.'", '....']) {
    expect(failureOf(() => listArticles(store, { scope: { kind: 'all' }, limit: 1, cursor }, NOON)).code).toBe('invalid-argument');
  }
});

test('an empty folder lists nothing, and an empty library counts nothing', () => {
  const store = testStore();
  const folder = folderAtPath(store, 'Empty') ?? 0;
  expect(listArticles(store, { scope: { kind: 'folder', id: folder }, limit: 5 }, NOON)).toMatchObject({ articles: [], nextCursor: null, total: 0 });
  expect(counts(store, NOON)).toEqual({ all: 0, unread: 0, today: 0, bookmarks: 0, offline: 0, offlineBytes: 0, feeds: {}, folders: {} });
});

test('feeds are listed without what only the next request needs', () => {
  const { store } = library();
  const { feeds, folders } = listFeeds(store);
  expect(folders.map((folder) => folder.title)).toEqual(['Trade press', 'Europe']);
  expect(Object.keys(feeds[0] ?? {}).sort()).toEqual(
    ['credentials', 'failure', 'feedUrl', 'fetchedAt', 'folderId', 'fullText', 'gap', 'icon', 'id', 'kind', 'lang', 'newestAt', 'nextAt', 'page', 'paused', 'siteUrl', 'subscribedAt', 'succeededAt', 'title'],
  );
  expect(feeds[0]?.newestAt).toBe(NOON);
  expect(feeds[2]?.newestAt).toBe(NOON - 4 * HOUR);
  expect(NOON - (feeds[0]?.newestAt ?? 0)).toBeLessThan(DAY);
});

test('of named feeds those are listed that are followed, in the order of all', () => {
  const { store, feeds } = library();
  const [first = 0, , third = 0] = feeds;
  const answer = listFeeds(store, [third, 9999, first]);
  expect(answer.feeds.map(({ id }) => id)).toEqual([first, third]);
  expect(answer.folders).toHaveLength(2);
  expect(listFeeds(store, []).feeds).toEqual([]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { BookmarkFilter, BookmarkOrder } from '../../../electron/contract/bookmark.ts';
import { listBookmarks } from '../../../electron/core/query/list-bookmarks.ts';
import { NO_ALIASES } from '../../../electron/core/search/aliases.ts';
import { searchBookmarks } from '../../../electron/core/search/search-bookmarks.ts';
import { listTags } from '../../../electron/core/query/evidence.ts';
import { bookmark, removeBookmarks } from '../../../electron/core/store/bookmark-status.ts';
import { addHighlight } from '../../../electron/core/store/highlights.ts';
import { setNote } from '../../../electron/core/store/notes.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { tagArticles } from '../../../electron/core/store/tags.ts';
import { DAY, HOUR, NOON, documentOf, failureOf, follow, incoming, testStore } from '../store/library.ts';
import type { Clock } from '../store/library.ts';

const KNOWLEDGE = { aliases: NO_ALIASES, articlesOf: null };
let store: Store;
let clock: Clock;
let feeds: number[];
/** Newest first; the last is never bookmarked. */
let ids: number[];

beforeEach(() => {
  clock = { time: NOON };
  store = testStore({ clock });
  feeds = ['Wire', 'alloys'].map((title) => follow(store, { url: `https://${title}.example/`, title }).id);
  ids = [];
  for (let index = 0; index < 6; index++) {
    const feedId = feeds[index % 2] ?? 0;
    const [id = 0] = storeDocument(store, feedId, documentOf([incoming({ guid: `${index}`, title: `Story ${index}`, text: `<p>Text ${index}, 100% of it.</p>`, publishedAt: NOON - (index + 1) * HOUR })]), NOON).added;
    ids.push(id);
  }
  // Saved in the order 2, 0, 4, 1, 3: a day each.
  for (const index of [2, 0, 4, 1, 3]) {
    clock.time += DAY;
    bookmark(store, [ids[index] ?? 0]);
  }
  const at = (...indexes: number[]): number[] => indexes.map((index) => ids[index] ?? 0);
  tagArticles(store, { articleIds: at(0, 1, 2), add: ['prices'], remove: [] });
  tagArticles(store, { articleIds: at(1, 4), add: ['磁材'], remove: [] });
  addHighlight(store, { articleId: at(1)[0] ?? 0, quote: 'of it', prefix: '100% ', suffix: '.', start: 20, note: 'All of it?' });
  addHighlight(store, { articleId: at(1)[0] ?? 0, quote: 'Text 1', prefix: '', suffix: ', 100%', start: 0 });
  addHighlight(store, { articleId: at(2)[0] ?? 0, quote: 'Text 2', prefix: '', suffix: '', start: 0 });
  setNote(store, at(4)[0] ?? 0, '问一下分离厂');
});

const indexesOf = (filter: BookmarkFilter, order: BookmarkOrder = 'published'): number[] =>
  searchBookmarks(store, KNOWLEDGE, { filter, order, limit: 100 }, NOON).bookmarks.map(({ id }) => ids.indexOf(id));
const tagId = (title: string): number => listTags(store).find((tag) => tag.title === title)?.id ?? 0;

describe('bookmarks are listed', () => {
  test('by source, going on behind a source whose last bookmarks went meanwhile', () => {
    const after = (limit: number): (() => number[]) => {
      const { nextCursor: cursor } = listBookmarks(store, { order: 'source', limit });
      return () => listBookmarks(store, { order: 'source', limit: 9, cursor }).bookmarks.map(({ id }) => ids.indexOf(id));
    };
    const mill = follow(store, { url: 'https://mill.example/', title: '磁材' }).id;
    const { added } = storeDocument(store, mill, documentOf([incoming({ guid: 'm', title: 'Mill', text: 'Mill' })]), NOON);
    ids.push(...added);
    bookmark(store, added);
    const [alloys, within, wire] = [after(2), after(4), after(5)];
    expect([alloys(), within(), wire()]).toEqual([[0, 2, 4, 6], [4, 6], [6]]);
    removeBookmarks(store, [ids[0] ?? 0, ids[2] ?? 0, ids[4] ?? 0]);
    expect([alloys(), within(), wire()]).toEqual([[6], [6], [6]]);
  });

  test.each([
    ['saved', [3, 1, 4, 0, 2]],
    ['published', [0, 1, 2, 3, 4]],
    ['source', [1, 3, 0, 2, 4]],
  ] as const)('by %s, the same in one page and page by page', (order, expected) => {
    expect(indexesOf({}, order)).toEqual(expected);
    for (const limit of [1, 2]) {
      const paged: number[] = [];
      let cursor: string | null = null;
      do {
        const page = listBookmarks(store, { order, limit, cursor });
        paged.push(...page.bookmarks.map(({ id }) => ids.indexOf(id)));
        expect(page.total).toBe(5);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(paged).toEqual(expected);
    }
  });

  test('with what the person added', () => {
    const { bookmarks } = listBookmarks(store, { order: 'published', limit: 5 });
    expect(bookmarks[1]).toMatchObject({
      title: 'Story 1', feedTitle: 'alloys', bookmarked: true, bookmarkedAt: NOON + 4 * DAY, tags: [{ title: 'prices' }, { title: '磁材' }],
      firstHighlight: { quote: 'Text 1', note: '' }, highlights: 2, notes: 1, note: '',
    });
    expect(bookmarks[4]).toMatchObject({ firstHighlight: null, highlights: 0, notes: 1, note: '问一下分离厂' });
    expect(bookmarks[3]).toMatchObject({ tags: [], notes: 0 });
  });

  test('a cursor of another order is refused', () => {
    const { nextCursor } = listBookmarks(store, { order: 'saved', limit: 2 });
    expect(failureOf(() => listBookmarks(store, { order: 'source', limit: 2, cursor: nextCursor })).code).toBe('invalid-argument');
    expect(failureOf(() => listBookmarks(store, { limit: 2, cursor: 'x.y' })).code).toBe('invalid-argument');
  });
});

function feedUrlOf(id: number | undefined): string {
  return store.get<{ feedUrl: string }>('SELECT feed_url AS feedUrl FROM feeds WHERE id = ?', id ?? 0)?.feedUrl ?? '';
}

describe('filters', () => {
  test('by tags, all of them; by feed; by when they were saved', () => {
    expect(indexesOf({ tagIds: [tagId('prices')] })).toEqual([0, 1, 2]);
    expect(indexesOf({ tagIds: [tagId('prices'), tagId('磁材')] })).toEqual([1]);
    expect(indexesOf({ feedId: feeds[1] ?? 0 }, 'source')).toEqual([1, 3]);
    expect(indexesOf({ from: NOON + 2 * DAY, to: NOON + 4 * DAY })).toEqual([0, 4]);
  });

  test('with and without highlights and notes, of the article or of a highlight', () => {
    expect(indexesOf({ highlights: true })).toEqual([1, 2]);
    expect(indexesOf({ highlights: false })).toEqual([0, 3, 4]);
    expect(indexesOf({ notes: true })).toEqual([1, 4]);
    expect(indexesOf({ notes: false, highlights: true })).toEqual([2]);
  });

  test('by words, wherever they stand, and taken literally', () => {
    expect(indexesOf({ text: 'story 3' })).toEqual([3]);
    expect(indexesOf({ text: '分离厂' })).toEqual([4]);
    expect(indexesOf({ text: 'ALL IT?' })).toEqual([1]);
    expect(indexesOf({ text: '磁材' })).toEqual([1, 4]);
    expect(indexesOf({ text: 'alloys' })).toEqual([1, 3]);
    expect(indexesOf({ text: '100%' })).toHaveLength(5);
    expect(indexesOf({ text: '10_%' })).toEqual([]);
  });

  test('by a query: phrases, operators, what stands in the text alone; what is not bookmarked is not found', () => {
    expect(indexesOf({ text: '"text 2"' })).toEqual([2]);
    expect(indexesOf({ text: 'tag:prices -"story 1"' })).toEqual([0, 2]);
    expect(indexesOf({ text: 'note:分离厂 OR "story 0"' })).toEqual([0, 4]);
    expect(indexesOf({ text: 'story feed:Wire', tagIds: [tagId('prices')] })).toEqual([0, 2]);
    expect(indexesOf({ text: 'is:unread after:2000' })).toHaveLength(5);
    expect(indexesOf({ text: '"story 5"' })).toEqual([]);
  });

  test('by a text that only its frozen copy still has', () => {
    storeDocument(store, feeds[0] ?? 0, documentOf([incoming({ guid: '2', title: 'Story 2', text: '<p>Rewritten from end to end.</p>', publishedAt: NOON - 3 * HOUR })]), NOON + 9 * DAY);
    expect(indexesOf({ text: 'rewritten' })).toEqual([2]);
    expect(indexesOf({ text: '"text 2"' })).toEqual([2]);
  });

  test('words say where they stand; what is wrong with a query is said, and what asks for nothing yet narrows nothing', () => {
    const page = searchBookmarks(store, KNOWLEDGE, { filter: { text: 'story 分离厂', exact: true }, limit: 10 }, NOON);
    expect(page.bookmarks.map(({ hit }) => [hit?.titleSpans, hit?.snippet?.field])).toEqual([[[[0, 5]], 'notes']]);
    expect(page.search).toMatchObject({ also: [], notes: [], indexing: null, lights: [{ kind: 'words' }, { kind: 'words' }] });
    const odd = searchBookmarks(store, KNOWLEDGE, { filter: { text: 'tag:' }, limit: 10 }, NOON);
    expect(odd.total).toBe(5);
    expect(odd.search?.notes).toMatchObject([{ what: 'value-missing' }]);
    expect(searchBookmarks(store, KNOWLEDGE, { limit: 10 }, NOON).search).toBeNull();
  });

  test('counts and pages are of what the words leave', () => {
    const pages = ['', ''].reduce<ReturnType<typeof searchBookmarks>[]>((before) => [...before, searchBookmarks(store, KNOWLEDGE, { filter: { text: 'text' }, limit: 3, cursor: before.at(-1)?.nextCursor ?? null }, NOON)], []);
    expect(pages.map(({ bookmarks, total, nextCursor }) => [bookmarks.length, total, nextCursor !== null])).toEqual([[3, 5, true], [2, 5, false]]);
    expect(searchBookmarks(store, KNOWLEDGE, { filter: { text: 'note:分离厂' }, limit: 3 }, NOON).counts).toMatchObject({ all: 5, notes: 1, highlights: 0, tags: [{ title: '磁材', count: 1 }] });
  });

  test('counts say what each further condition would leave', () => {
    const { counts, total } = listBookmarks(store, { filter: { tagIds: [tagId('prices')], feedId: feeds[1] ?? 0 }, limit: 1 });
    expect(total).toBe(1);
    expect(counts).toEqual({
      all: 5,
      tags: [{ id: tagId('prices'), title: 'prices', count: 1 }, { id: tagId('磁材'), title: '磁材', count: 1 }],
      feeds: [{ feedId: feeds[1], feedUrl: feedUrlOf(feeds[1]), title: 'alloys', count: 1 }, { feedId: feeds[0], feedUrl: feedUrlOf(feeds[0]), title: 'Wire', count: 2 }],
      highlights: 1,
      notes: 1,
    });
  });
});

import { expect, test } from 'vitest';
import type { Scope } from '../../../electron/contract/model.ts';
import { countQuery } from '../../../electron/core/search/search-articles.ts';
import { NO_ALIASES } from '../../../electron/core/search/aliases.ts';
import { setBookmarked, setRead } from '../../../electron/core/store/status.ts';
import { NOON } from '../store/library.ts';
import { find, libraryOf } from './library.ts';

const articles = Array.from({ length: 60 }, (_, at) => ({ title: `${at}`, text: at % 4 === 0 ? 'a quota for dysprosium' : 'a quota' }));

/** Two sources, the newer articles of each unread, some bookmarked. */
function library() {
  const { store, feedId: one } = libraryOf(articles, { url: 'https://one.example/feed', title: 'One' });
  const { feedId: two } = libraryOf(articles.slice(0, 40), { store, url: 'https://two.example/feed', title: 'Two' });
  const rows = store.all<{ id: number }>('SELECT id FROM articles ORDER BY id DESC');
  setRead(store, rows.slice(50).map(({ id }) => id), true);
  for (const { id } of rows.filter((_, at) => at % 3 === 0)) setBookmarked(store, id, true);
  return { store, one, two };
}

interface Case {
  readonly what: string;
  readonly query: string;
  readonly scope?: (of: { one: number; two: number }) => Scope;
  readonly unreadOnly?: boolean;
  readonly sql: string;
}

test.each<Case>([
  { what: 'a source in words', query: 'feed:two', sql: "ifnull(f.own_title, f.title) = 'Two'" },
  { what: 'a source as the scope', query: '', scope: ({ one }) => ({ kind: 'feed', id: one }), sql: "ifnull(f.own_title, f.title) = 'One'" },
  { what: 'both, of which nothing is', query: 'feed:two', scope: ({ one }) => ({ kind: 'feed', id: one }), sql: '0' },
  { what: 'what is unread', query: 'is:unread', sql: 's.read = 0' },
  { what: 'what is unread in a source', query: 'feed:one', unreadOnly: true, sql: "s.read = 0 AND ifnull(f.own_title, f.title) = 'One'" },
  { what: 'bookmarks', query: '', scope: () => ({ kind: 'bookmarks' }), sql: 's.bookmarked = 1' },
  { what: 'bookmarks of a source that are unread', query: 'is:bookmarked is:unread feed:two', sql: "s.bookmarked = 1 AND s.read = 0 AND ifnull(f.own_title, f.title) = 'Two'" },
  { what: 'a source since a day', query: 'feed:one after:2026-01-01', sql: "ifnull(f.own_title, f.title) = 'One'" },
  { what: 'a source without a word', query: 'feed:one -dysprosium', sql: "ifnull(f.own_title, f.title) = 'One' AND a.rowid NOT IN (SELECT rowid FROM articles WHERE CAST(title AS INTEGER) % 4 = 0)" },
])('a word in $what is found where it is found everywhere, page by page', ({ query, scope, unreadOnly = false, sql }) => {
  const { store, one, two } = library();
  const expected = store.all<{ id: number }>(`SELECT a.id FROM articles a JOIN statuses s ON s.article_id = a.id JOIN feeds f ON f.id = a.feed_id WHERE ${sql} ORDER BY a.id DESC`).map(({ id }) => id);
  const options = { scope: scope?.({ one, two }) ?? { kind: 'all' as const }, unreadOnly };
  const found: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = find(store, `quota ${query}`, { ...options, limit: 7, ...(cursor && { cursor }) });
    found.push(...page.articles.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(found).toEqual(expected);
  expect(find(store, `quota ${query}`, { ...options, order: 'rank' }).articles.map(({ id }) => id).toSorted((a, b) => b - a)).toEqual(expected);
  const { total, unread } = countQuery(store, { aliases: NO_ALIASES, articlesOf: null }, { query: `quota ${query}`, scope: options.scope }, { asOf: store.stamp(), now: NOON });
  expect((unreadOnly ? unread : total).count).toBe(expected.length);
});

test('a source that a person renamed is meant by the name of its publisher as well, where no other has it', () => {
  const { store, one, two } = library();
  store.run("UPDATE feeds SET title = 'Ganzhou Daily', own_title = 'The first' WHERE id = ?", one);
  const sources = (query: string) => [...new Set(find(store, query, { limit: 200 }).articles.map(({ feedId }) => feedId))];
  expect(sources('quota feed:"The first"')).toEqual([one]);
  expect(sources('quota feed:"Ganzhou Daily"')).toEqual([one]);
  store.run("UPDATE feeds SET own_title = 'The new Ganzhou Daily' WHERE id = ?", two);
  expect(sources('quota feed:"Ganzhou Daily"')).toEqual([two]);
});

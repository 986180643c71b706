import { describe, expect, test } from 'vitest';
import type { ArticleId, ArticleSummary, Scope } from '../../../electron/contract/model.ts';
import { counts } from '../../../electron/core/query/counts.ts';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { folderAtPath } from '../../../electron/core/store/folders.ts';
import type { Store } from '../../../electron/core/store/open-store.ts';
import { markAllRead, setBookmarked, setRead, undoMarkAllRead } from '../../../electron/core/store/status.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { seededRandom } from '../../seeded-random.ts';
import { documentOf, follow, HOUR, incoming, NOON, testStore } from '../store/library.ts';

interface Placed {
  readonly id: ArticleId;
  readonly feed: number;
  readonly story: number | null;
}

/** 120 articles of 6 sources, two of them in a folder; two in three are of one of 20 stories. */
function library(seed: number) {
  const store = testStore();
  const random = seededRandom(seed);
  const folder = folderAtPath(store, 'Folder') ?? 0;
  const feeds = Array.from({ length: 6 }, (_, at) => follow(store, { url: `https://desk-${at}.example/feed`, folderId: at < 2 ? folder : null }).id);
  const placed: Placed[] = [];
  for (let at = 0; at < 120; at++) {
    const feed = Math.floor(random() * 6);
    const story = random() < 0.66 ? 1 + Math.floor(random() * 20) : null;
    const [id = 0] = storeDocument(store, feeds[feed] ?? 0, documentOf([incoming({ guid: `${at}`, title: `${at}`, text: `${at}`, publishedAt: NOON - at * HOUR })]), NOON).added;
    if (story !== null) store.run('UPDATE statuses SET story_id = ? WHERE article_id = ?', story, id);
    placed.push({ id, feed, story });
  }
  return { store, random, folder, feeds, placed };
}

function everyPage(store: Store, scope: Scope, { limit, unreadOnly = false, order = 'time', between }: { limit: number; unreadOnly?: boolean; order?: 'time' | 'kept'; between?: (shown: readonly ArticleSummary[]) => void }): ArticleSummary[] {
  const all: ArticleSummary[] = [];
  let cursor: string | null = null;
  do {
    const page = listArticles(store, { scope, limit, cursor, unreadOnly, order, stories: true }, NOON);
    all.push(...page.articles);
    between?.(page.articles);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** Each story's first article among these, and what is in none; newest first. */
function firsts(placed: readonly Placed[]): ArticleId[] {
  return placed.filter(({ id, story }) => story === null || !placed.some((other) => other.story === story && other.id < id)).map(({ id }) => id).toSorted((one, other) => other - one);
}

describe.each([1, 2, 3])('one row a story, library %i', (seed) => {
  test('is that of its first article in the scope, on pages of any size', () => {
    const { store, random, folder, feeds, placed } = library(seed);
    const read = new Set(placed.filter(() => random() < 0.4).map(({ id }) => id));
    setRead(store, [...read], true);
    const unread = placed.filter(({ id }) => !read.has(id));
    const today = placed.filter(({ id }) => id >= (NOON - 24 * HOUR) * 2048);
    const cases: readonly (readonly [Scope, readonly Placed[], boolean])[] = [
      [{ kind: 'all' }, placed, false], [{ kind: 'all' }, unread, true], [{ kind: 'unread' }, unread, false], [{ kind: 'today' }, today, false],
      [{ kind: 'feed', id: feeds[0] ?? 0 }, placed.filter(({ feed }) => feed === 0), false],
      [{ kind: 'feed', id: feeds[0] ?? 0 }, unread.filter(({ feed }) => feed === 0), true],
      [{ kind: 'folder', id: folder }, placed.filter(({ feed }) => feed < 2), false],
      [{ kind: 'folder', id: folder }, unread.filter(({ feed }) => feed < 2), true],
      [{ kind: 'offline' }, placed, false],
    ];
    for (const [scope, among, unreadOnly] of cases) {
      for (const limit of [1, 7, 200]) expect(everyPage(store, scope, { limit, unreadOnly }).map(({ id }) => id)).toEqual(firsts(among));
      expect(everyPage(store, scope, { limit: 7, unreadOnly, order: 'kept' }).map(({ id }) => id)).toEqual(firsts(among));
      const { articles, total } = listArticles(store, { scope, limit: 500, unreadOnly }, NOON);
      expect([articles.length, total]).toEqual([among.length, among.length]);
    }
    const [row] = everyPage(store, { kind: 'all' }, { limit: 200 }).filter(({ story }) => story !== null);
    const mates = placed.filter(({ story }) => story === row?.story?.id);
    expect(row?.story).toEqual({ id: mates[0]?.story, articles: mates.length, sources: new Set(mates.map(({ feed }) => feed)).size, unread: mates.filter(({ id }) => !read.has(id)).length });
  });

  test('no article comes onto a later page because its first was read meanwhile', () => {
    const { store, placed } = library(seed);
    const rows = everyPage(store, { kind: 'all' }, { limit: 10, unreadOnly: true, between: (shown) => void setRead(store, shown.map(({ id }) => id), true) });
    expect(rows.map(({ id }) => id)).toEqual(firsts(placed));
    // Asked anew, what is still unread shows.
    expect(everyPage(store, { kind: 'unread' }, { limit: 10 }).map(({ id }) => id)).toEqual(firsts(placed.filter(({ id }) => !rows.some((row) => row.id === id))));
  });

  test('marking all read marks what stood behind a row as well, is undone whole, and counts stay those of articles', () => {
    const { store, placed } = library(seed);
    const { asOf } = listArticles(store, { scope: { kind: 'all' }, limit: 1, stories: true }, NOON);
    expect(counts(store, NOON).unread).toBe(placed.length);
    const { changed, batch } = markAllRead(store, { kind: 'all' }, asOf, NOON);
    expect([changed, counts(store, NOON).unread]).toEqual([placed.length, 0]);
    undoMarkAllRead(store, batch);
    expect(counts(store, NOON).unread).toBe(placed.length);
  });
});

test('bookmarks are never taken together, and what arrives later changes no page', () => {
  const { store, feeds, placed } = library(4);
  const mates = placed.filter(({ story }) => story === 1);
  for (const { id } of mates) setBookmarked(store, id, true);
  expect(everyPage(store, { kind: 'bookmarks' }, { limit: 3 }).map(({ id }) => id)).toEqual(mates.map(({ id }) => id));
  const first = listArticles(store, { scope: { kind: 'all' }, limit: 5, stories: true }, NOON);
  const [older = 0] = storeDocument(store, feeds[0] ?? 0, documentOf([incoming({ guid: 'older', title: 'older', publishedAt: NOON - 500 * HOUR })]), NOON).added;
  store.run('UPDATE statuses SET story_id = 1 WHERE article_id = ?', older);
  const rest = listArticles(store, { scope: { kind: 'all' }, limit: 500, cursor: first.nextCursor, stories: true }, NOON);
  expect([...first.articles, ...rest.articles].map(({ id }) => id)).toEqual(firsts(placed));
});

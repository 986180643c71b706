import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { loadMore, openListing, useListing } from '../../../../renderer/state/listing.ts';
import { openArticle, openScope } from '../../../../renderer/state/navigate.ts';
import { goToUnread } from '../../../../renderer/state/next-unread.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} } }));

const BEFORE = { kind: 'feed', id: 1 } as const;
const HERE = { kind: 'feed', id: 2 } as const;

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(() => {
  useUi.setState({ scope: HERE, articleId: null, page: null, toast: null });
  reader.answer('listFeeds', () => ({ feeds: [BEFORE, HERE].map(({ id }) => ({ id, title: `Source ${id}`, folderId: null, unread: 1 })), folders: [] }));
  reader.answer('counts', () => ({ all: 0, today: 0, unread: 0, bookmarks: 0, offline: 0, feeds: { 1: 1 } }));
});

test('goes back to the last unread headline of the source before, while a page of its list is asked for already', async () => {
  reader.answer('listArticles', ({ scope, cursor, limit }: { scope: { id: number }; cursor: string | null; limit: number }) => {
    if (scope.id === 2) return { articles: [headline(30, { read: true })], nextCursor: null, total: 1, asOf: 50 };
    if (limit === 2) return { articles: [headline(9)], nextCursor: null, total: 1, asOf: 50 };
    return cursor === null ? { articles: [headline(9), headline(8)], nextCursor: 'a', total: 4, asOf: 50 } : { articles: [headline(7), headline(6, { read: true })], nextCursor: null, total: 4, asOf: 50 };
  });
  // As the list on the screen asks for what it will need.
  const stop = useListing.subscribe(({ shown, opening, nextCursor }) => {
    if (shown === opening && nextCursor !== null) void loadMore();
  });
  try {
    await openScope(HERE);
    await goToUnread(-1);
  } finally {
    stop();
  }
  expect(useUi.getState()).toMatchObject({ scope: BEFORE, articleId: 7 });
});

test('does not take an unread headline on a page under way for none', async () => {
  const slow = Promise.withResolvers<object>();
  reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => (cursor === null ? { articles: [headline(9, { read: true })], nextCursor: 'a', total: 2, asOf: 50 } : slow.promise));
  await openListing({ scope: HERE, unreadOnly: false, order: 'time' });
  void loadMore();
  const going = goToUnread(1);
  slow.resolve({ articles: [headline(8)], nextCursor: null, total: 2, asOf: 50 });
  await going;
  expect(useUi.getState()).toMatchObject({ scope: HERE, articleId: 8, toast: null });
});

test('where the page that may hold one fails, says so and stays', async () => {
  reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => {
    if (cursor === null) return { articles: [headline(9, { read: true })], nextCursor: 'a', total: 2, asOf: 50 };
    throw { code: 'database-failed', message: 'disk I/O error', detail: {} };
  });
  await openListing({ scope: HERE, unreadOnly: false, order: 'time' });
  await goToUnread(1);
  expect(useUi.getState()).toMatchObject({ scope: HERE, articleId: null });
  expect(useUi.getState().toast?.text()).toMatch(/library failed/);
});

test('does not take away who went elsewhere while the next source was looked for', async () => {
  const slow = Promise.withResolvers<object>();
  reader.answer('listArticles', ({ scope }: { scope: { id: number } }) => ({ articles: scope.id === 2 ? [headline(30, { read: true }), headline(29, { read: true })] : [headline(9)], nextCursor: null, total: 1, asOf: 50 }));
  reader.answer('counts', () => slow.promise);
  await openScope(HERE);
  reader.asked.length = 0;
  const going = goToUnread(1);
  await vi.waitFor(() => expect(reader.asked.map(({ method }) => method)).toContain('counts'));
  openArticle(29);
  slow.resolve({ all: 0, today: 0, unread: 0, bookmarks: 0, offline: 0, feeds: { 1: 1 } });
  await going;
  expect(useUi.getState()).toMatchObject({ scope: HERE, articleId: 29 });
});

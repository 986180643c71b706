import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { showArticle } from '../../../../renderer/alerts/alert-actions.ts';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { moveBy, readBookmark } from '../../../../renderer/state/navigate.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

// The way out of the app looks at the window as soon as it is loaded.
vi.hoisted(() => Object.assign(globalThis, { window: { reader: {} }, requestAnimationFrame: () => 0, document: { activeElement: null } }));

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

/** Headlines of these ids, page by page as they are asked for; of even ids, so that some are missing. */
function listed(newest: number, oldest: number): void {
  reader.answer('listArticles', ({ limit, cursor }: { limit: number; cursor: string | null }) => {
    const first = cursor === null ? newest : Number(cursor);
    const ids = Array.from({ length: limit }, (_, at) => first - 2 * at).filter((id) => id >= oldest);
    const next = first - 2 * limit;
    return { articles: ids.map((id) => headline(id)), nextCursor: next >= oldest ? String(next) : null, total: (newest - oldest) / 2 + 1, asOf: 50 };
  });
}

beforeEach(async () => {
  reader.asked.length = 0;
  reader.answer('story', ({ articleId }: { articleId: number }) => ({ storyId: null, articles: [headline(articleId)], differing: [] }));
  listed(9000, 2);
  await openListing({ scope: { kind: 'today' }, unreadOnly: false, order: 'time' });
  useUi.setState({ scope: { kind: 'today' }, articleId: null, page: 'figures', toast: null });
});

function chosen(): number | null {
  return useUi.getState().articleId;
}

function asked(): number {
  return reader.asked.filter(({ method }) => method === 'listArticles').length;
}

test('an article that is opened from elsewhere is chosen in the list beside it, in sight, and read on from', async () => {
  await showArticle(7400, null);
  expect(useUi.getState()).toMatchObject({ page: null, scope: { kind: 'all' }, articleId: 7400, pushed: true, toast: null });
  expect(useListing.getState().start).toEqual({ middleId: 7400 });
  await moveBy(1);
  expect(chosen()).toBe(7398);
});

test('a report that another one stands for is shown below it', async () => {
  reader.answer('story', () => ({ storyId: 3, articles: [headline(7391), headline(7400)], differing: [] }));
  await showArticle(7391, null);
  expect([...useListing.getState().opened].map(([lead, reports]) => [lead, reports.map(({ id }) => id)])).toEqual([[7400, [7391]]]);
  await moveBy(-1);
  expect(chosen()).toBe(7400);
});

test('one that the list does not hold has its place by time, for which no more is read than must be', async () => {
  reader.asked.length = 0;
  await showArticle(7401, null);
  expect(asked()).toBe(2);
  expect(useUi.getState().toast).toBeNull();
  await moveBy(1);
  expect(chosen()).toBe(7400);
  useUi.setState({ articleId: 7401 });
  await moveBy(-1);
  expect(chosen()).toBe(7402);
});

test('of one that is older than what is listed that is said, and nothing newer is taken for the next', async () => {
  await showArticle(100, null);
  expect(useListing.getState().rows).toHaveLength(2500);
  expect(useUi.getState().toast?.text()).toBe('This article is older than the 2,500 headlines listed beside it');
  expect(await moveBy(1)).toBe(false);
  expect(chosen()).toBe(100);
});

test('a bookmark is in sight in their list', async () => {
  readBookmark(8000);
  await vi.waitFor(() => expect(useListing.getState().start).toEqual({ middleId: 8000 }));
  expect(useUi.getState()).toMatchObject({ scope: { kind: 'bookmarks' }, articleId: 8000, pane: 'article' });
});

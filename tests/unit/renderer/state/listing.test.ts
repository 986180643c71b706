import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_PAGE, firstPageArgs, START_PAGE } from '../../../../electron/contract/first-screen.ts';
import { mergeRows, openReports, relist } from '../../../../renderer/state/relist.ts';
import { loadMore, openListing, patchRows, useListing } from '../../../../renderer/state/listing.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

const TODAY = { scope: { kind: 'today' }, unreadOnly: false, order: 'time' } as const;
const UNREAD = { ...TODAY, scope: { kind: 'unread' } } as const;

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

function ids(): number[] {
  return useListing.getState().rows.map((row) => row.id);
}

function page(articles: readonly number[], rest: object = {}): object {
  return { articles: articles.map((id) => headline(id)), nextCursor: null, total: articles.length, asOf: 50, ...rest };
}

describe('a listing', () => {
  beforeEach(() => {
    reader.asked.length = 0;
    reader.answer('countArrived', () => ({ count: 0 }));
  });

  it('asks at a start for the rows of that alone, and for whole pages from then on', async () => {
    useListing.setState({ opening: 0 });
    reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => (cursor === null ? page([9, 8], { nextCursor: 'a' }) : page([7])));
    await openListing(TODAY);
    await loadMore();
    await openListing(UNREAD);
    // What the engine answered before the window asked.
    expect(reader.asked[0]).toEqual({ method: 'listArticles', args: firstPageArgs(TODAY, null) });
    expect(reader.asked.filter(({ method }) => method === 'listArticles').map(({ args }) => (args as { readonly limit: number }).limit)).toEqual([START_PAGE, FIRST_PAGE, FIRST_PAGE]);
  });

  it('adds pages to its end and never asks for two at once', async () => {
    reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => (cursor === null ? page([9, 8], { nextCursor: 'a', total: 4 }) : page([7, 6], { total: 4 })));
    await openListing(TODAY);
    await Promise.all([loadMore(), loadMore()]);
    await loadMore();
    expect(ids()).toEqual([9, 8, 7, 6]);
    expect(reader.asked.filter(({ method }) => method === 'listArticles')).toHaveLength(2);
  });

  it('has whoever asks for a page that is asked for already wait until it is there', async () => {
    reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => (cursor === null ? page([9, 8], { nextCursor: 'a' }) : page([7])));
    await openListing(TODAY);
    void loadMore();
    expect(await loadMore()).toBe(true);
    expect(ids()).toEqual([9, 8, 7]);
  });

  it('keeps its rows where the next page fails, says why, and goes on at another try', async () => {
    let failing = true;
    reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => {
      if (cursor === null) return page([9, 8], { nextCursor: 'a' });
      if (failing) throw { code: 'database-failed', message: 'disk I/O error', detail: {} };
      return page([7]);
    });
    await openListing(TODAY);
    expect(await loadMore()).toBe(false);
    expect(useListing.getState()).toMatchObject({ error: null, moreError: { code: 'database-failed' }, nextCursor: 'a' });
    expect(ids()).toEqual([9, 8]);
    failing = false;
    expect(await loadMore()).toBe(true);
    expect(useListing.getState().moreError).toBeNull();
    expect(ids()).toEqual([9, 8, 7]);
  });

  it('keeps a story open that is opened while the rows are asked about anew', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<object>();
    reader.answer('listArticles', () => page([9, 8]));
    reader.answer('story', () => ({ articles: [headline(9), headline(5)] }));
    await openListing(TODAY);
    reader.answer('countArrived', () => answered);
    const asking = relist();
    await openReports(9);
    await expect.poll(() => reader.asked.some(({ method }) => method === 'countArrived')).toBe(true);
    answer({ count: 0 });
    await asking;
    expect(useListing.getState().opened.get(9)?.map(({ id }) => id)).toEqual([5]);
  });

  it('reads on until the row where the reader was', async () => {
    reader.answer('listArticles', ({ cursor }: { cursor: string | null }) => (cursor === null ? page([9, 8], { nextCursor: 'a' }) : cursor === 'a' ? page([7], { nextCursor: 'b' }) : page([6])));
    await openListing(TODAY, 7);
    expect(ids()).toEqual([9, 8, 7]);
    expect(useListing.getState().nextCursor).toBe('b');
  });

  it('drops the answer to a scope that was left meanwhile', async () => {
    const slow = Promise.withResolvers<object>();
    reader.answer('listArticles', ({ scope }: { scope: { kind: string } }) => (scope.kind === 'today' ? slow.promise : page([3])));
    const left = openListing(TODAY);
    await openListing(UNREAD);
    slow.resolve(page([9]));
    await left;
    expect(ids()).toEqual([3]);
    expect(useListing.getState().request).toEqual(UNREAD);
  });

  it('keeps the old rows until the new ones are here', async () => {
    reader.answer('listArticles', () => page([5, 4]));
    await openListing(TODAY);
    const slow = Promise.withResolvers<object>();
    reader.answer('listArticles', () => slow.promise);
    const opening = openListing(UNREAD);
    expect(ids()).toEqual([5, 4]);
    expect(useListing.getState().opening).not.toBe(useListing.getState().shown);
    slow.resolve(page([5]));
    await opening;
    expect(ids()).toEqual([5]);
  });

  it.each([
    ['asked about again', relist],
    ['drawn anew', () => openListing(TODAY)],
  ])('keeps what was changed while it was being %s', async (_, again) => {
    reader.answer('listArticles', () => page([5, 4]));
    await openListing(TODAY);
    const slow = Promise.withResolvers<object>();
    reader.answer('listArticles', () => slow.promise);
    const asked = again();
    patchRows((row) => row.id === 4, { bookmarked: true });
    slow.resolve(page([5, 4]));
    await asked;
    expect(useListing.getState().rows.map(({ id, bookmarked }) => [id, bookmarked])).toEqual([[5, false], [4, true]]);
    reader.answer('listArticles', () => page([5, 4]));
    await relist();
    expect(useListing.getState().rows.some(({ bookmarked }) => bookmarked)).toBe(false);
  });

  it('says that the library failed instead of being empty', async () => {
    reader.answer('listArticles', () => {
      throw { code: 'database-failed', message: 'disk I/O error', detail: {} };
    });
    await openListing(TODAY);
    expect(useListing.getState().error?.code).toBe('database-failed');
  });

  it('lets what arrives wait, and counts it', async () => {
    reader.answer('listArticles', () => page([5, 4]));
    await openListing(TODAY);
    reader.answer('listArticles', () => page([7, 6, 5, 4]));
    reader.answer('countArrived', ({ since }: { since: number }) => ({ count: since === 50 ? 2 : -1 }));
    await relist();
    expect(ids()).toEqual([5, 4]);
    expect(useListing.getState().arrived).toBe(2);
  });

  it('shows at once what arrives in an empty list, where nothing can shift', async () => {
    reader.answer('listArticles', () => page([]));
    await openListing(TODAY);
    reader.answer('listArticles', () => page([7]));
    await relist();
    expect(ids()).toEqual([7]);
  });

  it('changes rows where they stand', async () => {
    reader.answer('listArticles', () => page([5, 4]));
    await openListing(TODAY);
    patchRows((row) => row.id === 4, { read: true });
    expect(useListing.getState().rows.map((row) => row.read)).toEqual([false, true]);
    expect(ids()).toEqual([5, 4]);
  });

  it('keeps a row that was read elsewhere in the unread list, as read', async () => {
    reader.answer('listArticles', () => page([5, 4, 3]));
    await openListing(UNREAD);
    reader.answer('listArticles', () => page([5, 3]));
    await relist();
    expect(useListing.getState().rows.map(({ id, read }) => [id, read])).toEqual([
      [5, false],
      [4, true],
      [3, false],
    ]);
  });
});

describe('mergeRows', () => {
  it('leaves alone what lies below the reach of the answer', () => {
    const rows = [headline(5), headline(2)];
    expect(mergeRows(rows, new Map([[5, headline(5, { title: 'Changed' })]]), 5000, { read: true }).map(({ title, read }) => [title, read])).toEqual([
      ['Changed', false],
      ['Headline 2', false],
    ]);
  });
});

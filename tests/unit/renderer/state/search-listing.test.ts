import { beforeAll, beforeEach, expect, test } from 'vitest';
import { relist } from '../../../../renderer/state/relist.ts';
import { coverListing } from '../../../../renderer/state/cover-listing.ts';
import { uncoverListing } from '../../../../renderer/state/cover-listing.ts';
import { loadMore, openListing, patchRows, useListing } from '../../../../renderer/state/listing.ts';
import type { ListRequest } from '../../../../renderer/state/listing.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

const TODAY: ListRequest = { scope: { kind: 'today' }, unreadOnly: false, order: 'time' };
const FOUND: ListRequest = { scope: { kind: 'all' }, unreadOnly: false, order: 'time', search: { query: '镝', order: 'time', exact: false } };
const SUPERSEDED = { code: 'search-superseded', message: 'a newer search took its place', detail: {} };

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});

beforeEach(() => {
  reader.asked.length = 0;
  useListing.setState({ covered: null });
  reader.answer('countArrived', () => ({ count: 0 }));
  reader.answer('listArticles', () => ({ articles: [9, 8, 7].map((id) => headline(id)), nextCursor: null, total: 3, asOf: 50 }));
});

function ids(): number[] {
  return useListing.getState().rows.map((row) => row.id);
}

function found(articles: readonly number[], rest: object = {}): object {
  const hits = articles.map((id) => ({ ...headline(id), titleSpans: [[0, 1]], snippet: null, fields: ['title'] }));
  return { articles: hits, nextCursor: null, total: { count: articles.length, exact: true }, also: ['dysprosium'], notes: [], lights: [], indexing: null, asOf: 60, ...rest };
}

test('results come with what the search says of them, page by page', async () => {
  reader.answer('search', ({ cursor }: { cursor: string | null }) => (cursor === null ? found([9, 5], { nextCursor: 'a', total: { count: 3, exact: true } }) : found([2])));
  await openListing(FOUND);
  expect(useListing.getState()).toMatchObject({ total: 3, search: { query: '镝', also: ['dysprosium'] } });
  await loadMore();
  expect(ids()).toEqual([9, 5, 2]);
  expect(useListing.getState().search?.total.count).toBe(3);
  expect(reader.asked.map(({ args }) => args)).toMatchObject([
    { query: '镝', exact: false, scope: { kind: 'all' }, limit: 80, cursor: null },
    { query: '镝', cursor: 'a' },
  ]);
});

test('the list below results comes back as it was, but for what was done to its headlines', async () => {
  await openListing(TODAY);
  coverListing({ articleId: 8, topId: 9, scrollTop: 120 });
  reader.answer('search', () => found([8]));
  await openListing(FOUND);
  patchRows((row) => row.id === 8, { read: true });
  const listed = reader.asked.filter(({ method }) => method === 'listArticles').length;
  const back = uncoverListing();
  // At once, before anything is asked.
  expect(ids()).toEqual([9, 8, 7]);
  expect(useListing.getState()).toMatchObject({ request: TODAY, search: null, start: { scrollTop: 120 }, covered: null });
  expect(useListing.getState().rows[1]?.read).toBe(true);
  await back;
  expect(reader.asked.filter(({ method }) => method === 'listArticles').length).toBe(listed + 1);
});

test('a list that is covered again and again is the one that was there first', async () => {
  await openListing(TODAY);
  coverListing({ articleId: null, topId: null, scrollTop: 10 });
  reader.answer('search', () => found([8]));
  await openListing(FOUND);
  coverListing({ articleId: 8, topId: 8, scrollTop: 999 });
  await uncoverListing();
  expect(useListing.getState().request).toEqual(TODAY);
  expect(useListing.getState().start).toEqual({ scrollTop: 10 });
});

test('one that was never drawn is asked for when it comes back', async () => {
  useListing.setState({ covered: { request: TODAY, drawn: null, articleId: 8, topId: 8, scrollTop: 0 } });
  await uncoverListing();
  expect(ids()).toEqual([9, 8, 7]);
  expect(useListing.getState().start).toEqual({ topId: 8 });
});

test('what arrives waits: it is counted where it stands among the results that are loaded', async () => {
  reader.answer('search', () => found([9, 5], { nextCursor: 'a' }));
  await openListing(FOUND);
  // 3 is older than all that is loaded: it may have stood on a later page before.
  reader.answer('search', () => found([11, 9, 7, 5, 3], { nextCursor: 'b' }));
  await relist();
  expect(ids()).toEqual([9, 5]);
  expect(useListing.getState().arrived).toBe(2);
});

test('a search that another one took the place of is no failure', async () => {
  let times = 0;
  reader.answer('search', () => {
    times += 1;
    if (times === 1) throw SUPERSEDED;
    return found([9]);
  });
  await openListing(FOUND);
  expect(useListing.getState()).toMatchObject({ error: null });
  expect(ids()).toEqual([9]);
  reader.answer('search', () => {
    throw SUPERSEDED;
  });
  await relist();
  expect(useListing.getState().staleBecause).toBeNull();
});

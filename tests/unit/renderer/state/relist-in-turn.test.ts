import { beforeAll, beforeEach, expect, it } from 'vitest';
import { openListing, useListing } from '../../../../renderer/state/listing.ts';
import { relist } from '../../../../renderer/state/relist.ts';
import { headline, installFakeReader } from '../fake-reader.ts';
import type { FakeReader } from '../fake-reader.ts';

const TODAY = { scope: { kind: 'today' }, unreadOnly: false, order: 'time' } as const;

/** Answers to `listArticles` that are given when the test says so, in the order in which they were asked for. */
interface Held {
  readonly give: ((titles: readonly [id: number, title: string, story?: number][]) => void)[];
}

function hold(reader: FakeReader): Held {
  const give: Held['give'] = [];
  reader.answer('listArticles', () => new Promise((resolve) => {
    give.push((titles) => resolve({ articles: titles.map(([id, title, story]) => headline(id, { title, story: story === undefined ? null : { id: story, sources: 2, unread: 2, articles: 2 } })), nextCursor: null, total: titles.length, asOf: 50 }));
  }));
  return { give };
}

const titles = (): string[] => useListing.getState().rows.map(({ title }) => title);
/** All that runs without an answer has run. */
const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

let reader: FakeReader;
beforeAll(() => {
  reader = installFakeReader();
});
beforeEach(async () => {
  reader.answer('countArrived', () => ({ count: 0 }));
  reader.answer('listArticles', () => ({ articles: [headline(9), headline(8)], nextCursor: null, total: 2, asOf: 50 }));
  await openListing(TODAY);
});

it('an answer to an earlier question never comes over that of a later one', async () => {
  const held = hold(reader);
  const first = relist();
  const second = relist();
  await settled();
  // Where both are asked at once, the later answer comes first.
  const later = held.give[1];
  later?.([[9, 'Newest'], [8, 'Newest too']]);
  await settled();
  held.give[0]?.([[9, 'Older'], [8, 'Older too']]);
  await settled();
  if (!later) held.give[1]?.([[9, 'Newest'], [8, 'Newest too']]);
  await Promise.all([first, second]);
  expect(titles()).toEqual(['Newest', 'Newest too']);
});

it('however many ask while an answer is awaited, one more is asked for, about all that moved', async () => {
  reader.answer('storiesOf', () => ({ stories: [{ articleId: 8, story: { id: 7 } }, { articleId: 9, story: { id: 7 } }] }));
  const stories = { ...TODAY, stories: true } as const;
  reader.answer('listArticles', () => ({ articles: [headline(10), headline(9), headline(8)], nextCursor: null, total: 3, asOf: 50 }));
  await openListing(stories);
  const held = hold(reader);
  const all = [relist(), relist(new Set([9])), relist(new Set([8])), relist()];
  await settled();
  expect(held.give).toHaveLength(1);
  held.give[0]?.([[10, 'Leads'], [9, 'Second'], [8, 'Third']]);
  await settled();
  expect(held.give).toHaveLength(2);
  held.give[1]?.([[10, 'Leads', 7]]);
  await Promise.all(all);
  expect(held.give).toHaveLength(2);
  expect(titles()).toEqual(['Leads']);
});

it('a list that was opened meanwhile waits for no answer about the one before', async () => {
  const held = hold(reader);
  void relist();
  await settled();
  void relist();
  reader.answer('listArticles', () => ({ articles: [headline(5)], nextCursor: null, total: 1, asOf: 60 }));
  await openListing({ ...TODAY, scope: { kind: 'unread' } });
  reader.answer('listArticles', () => ({ articles: [headline(5, { title: 'Asked again' })], nextCursor: null, total: 1, asOf: 60 }));
  await relist();
  expect(titles()).toEqual(['Asked again']);
  reader.asked.length = 0;
  held.give[0]?.([[9, 'Of the list before']]);
  await settled();
  expect(titles()).toEqual(['Asked again']);
  expect(reader.asked.filter(({ method }) => method === 'listArticles')).toEqual([]);
});

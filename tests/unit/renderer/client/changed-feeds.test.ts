import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Feed, FeedId } from '../../../../electron/contract/model.ts';
import { followEvents } from '../../../../renderer/client/follow-events.ts';
import type { FeedsAnswer } from '../../../../renderer/client/queries.ts';
import { queryKeys } from '../../../../renderer/client/queries.ts';
import { queryClient } from '../../../../renderer/client/query-client.ts';
import { call } from '../../../../renderer/client/transport.ts';
import { installFakeReader } from '../fake-reader.ts';

const reader = installFakeReader();
let engine: Feed[] = [];
let stops: (() => void)[] = [];

const feed = (id: FeedId, title: string): Feed => ({
  id, title, kind: 'rss', feedUrl: `https://metals.example/${id}`, siteUrl: null, folderId: null, lang: null, subscribedAt: 0, fetchedAt: null, succeededAt: null,
  newestAt: null, nextAt: null, failure: null, gap: null, paused: false, page: null, credentials: null, fullText: 'opened', icon: null,
});
const shown = (): string[] => (queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds)?.feeds ?? []).map(({ title }) => title);
const asks = (): unknown[] => reader.asked.filter(({ method }) => method === 'listFeeds').map(({ args }) => args);

beforeEach(async () => {
  vi.useFakeTimers();
  engine = [feed(1, 'One'), feed(2, 'Two'), feed(3, 'Three')];
  reader.answer('listFeeds', ({ feedIds }: { feedIds?: readonly FeedId[] }) => ({ feeds: engine.filter(({ id }) => feedIds?.includes(id) ?? true), folders: [] }));
  const observer = new QueryObserver(queryClient, { queryKey: queryKeys.feeds, queryFn: () => call('listFeeds', {}) });
  stops = [observer.subscribe(() => undefined), followEvents()];
  await vi.advanceTimersByTimeAsync(10);
  reader.asked.length = 0;
});
afterEach(() => {
  for (const stop of stops) stop();
  queryClient.clear();
  vi.useRealTimers();
});

it('asks only for the feeds that changed, together once a second', async () => {
  engine = [feed(1, 'One, answered'), feed(2, 'Two'), feed(3, 'Three, answered')];
  reader.emit({ kind: 'feeds', feedIds: [3] });
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()).toEqual(['One', 'Two', 'Three, answered']);
  reader.emit({ kind: 'feeds', feedIds: [1] });
  reader.emit({ kind: 'articles', feedIds: [2, 1] });
  reader.emit({ kind: 'refresh' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(shown()).toEqual(['One, answered', 'Two', 'Three, answered']);
  expect(asks()).toEqual([{ feedIds: [3] }, { feedIds: [1, 2] }]);
});

it('leaves out what is followed no longer, and takes in what is new', async () => {
  engine = [feed(1, 'One'), feed(4, 'Four')];
  reader.emit({ kind: 'feeds', feedIds: [2, 4] });
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()).toEqual(['One', 'Three', 'Four']);
});

it('asks for all where their order, their names or a thousand of them changed', async () => {
  reader.emit({ kind: 'feeds', feedIds: 'many' });
  await vi.advanceTimersByTimeAsync(10);
  reader.emit({ kind: 'articles', feedIds: Array.from({ length: 1001 }, (_, id) => id) });
  await vi.advanceTimersByTimeAsync(10);
  expect(asks()).toEqual([{}, {}]);
});

it('never breaks off a whole answer that takes its time, however much changes meanwhile', async () => {
  const late = Promise.withResolvers<FeedsAnswer>();
  reader.answer('listFeeds', ({ feedIds }: { feedIds?: readonly FeedId[] }) => (feedIds ? { feeds: engine.filter(({ id }) => feedIds.includes(id)), folders: [] } : late.promise));
  reader.emit({ kind: 'feeds', feedIds: 'many' });
  for (let second = 0; second < 5; second++) {
    await vi.advanceTimersByTimeAsync(1000);
    reader.emit({ kind: 'feeds', feedIds: [2] });
  }
  engine = [feed(2, 'Two, answered')];
  late.resolve({ feeds: [feed(1, 'One'), feed(2, 'Two')], folders: [] });
  await vi.advanceTimersByTimeAsync(2000);
  expect(asks()).toEqual([{}, { feedIds: [2] }]);
  expect(shown()).toEqual(['One', 'Two, answered']);
});

it('lets a whole answer stand that was asked for after a part of it', async () => {
  const late = Promise.withResolvers<FeedsAnswer>();
  reader.answer('listFeeds', ({ feedIds }: { feedIds?: readonly FeedId[] }) => (feedIds ? late.promise : { feeds: [feed(1, 'One, renamed')], folders: [] }));
  reader.emit({ kind: 'feeds', feedIds: [1] });
  await vi.advanceTimersByTimeAsync(10);
  await queryClient.refetchQueries({ queryKey: queryKeys.feeds });
  late.resolve({ feeds: [feed(1, 'One, as it was')], folders: [] });
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()).toEqual(['One, renamed']);
});

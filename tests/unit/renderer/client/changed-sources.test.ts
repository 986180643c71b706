import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FeedId } from '../../../../electron/contract/model.ts';
import type { SourceReport, SourcesReport } from '../../../../electron/contract/source.ts';
import { followEvents } from '../../../../renderer/client/follow-events.ts';
import { queryKeys } from '../../../../renderer/client/queries.ts';
import { queryClient } from '../../../../renderer/client/query-client.ts';
import { call } from '../../../../renderer/client/transport.ts';
import { installFakeReader } from '../fake-reader.ts';
import { report } from '../sources/reports.ts';

const reader = installFakeReader();
let engine: SourceReport[] = [];
let asOf = 0;
let stops: (() => void)[] = [];

const shown = (): SourcesReport | undefined => queryClient.getQueryData<SourcesReport>(queryKeys.sources);
const asks = (): unknown[] => reader.asked.filter(({ method }) => method === 'sources').map(({ args }) => args);
const observer = () => new QueryObserver(queryClient, { queryKey: queryKeys.sources, queryFn: () => call('sources', {}) });

beforeEach(async () => {
  vi.useFakeTimers();
  engine = [report(1), report(2), report(3)];
  asOf = 0;
  reader.answer('sources', ({ feedIds }: { feedIds?: readonly FeedId[] }) => ({ sources: engine.filter(({ feedId }) => feedIds?.includes(feedId) ?? true), firstDay: 0, slots: [], asOf: ++asOf }));
  stops = [observer().subscribe(() => undefined), followEvents()];
  await vi.advanceTimersByTimeAsync(10);
  reader.asked.length = 0;
});
afterEach(() => {
  for (const stop of stops) stop();
  queryClient.clear();
  vi.useRealTimers();
});

it('asks only how those do that were asked, together', async () => {
  engine = [report(1, { articles: 7 }), report(2), report(3, { articles: 9 })];
  reader.emit({ kind: 'feeds', feedIds: [3] });
  await vi.advanceTimersByTimeAsync(10);
  reader.emit({ kind: 'feeds', feedIds: [1] });
  reader.emit({ kind: 'articles', feedIds: [1] });
  await vi.advanceTimersByTimeAsync(2000);
  expect(asks()).toEqual([{ feedIds: [3] }, { feedIds: [1] }]);
  expect(new Map(shown()?.sources.map(({ feedId, articles }) => [feedId, articles]))).toEqual(new Map([[1, 7], [2, 100], [3, 9]]));
  expect(shown()?.asOf).toBe(3);
});

it('leaves out what is followed no longer', async () => {
  engine = [report(1)];
  reader.emit({ kind: 'feeds', feedIds: [2] });
  await vi.advanceTimersByTimeAsync(10);
  expect(shown()?.sources.map(({ feedId }) => feedId)).toEqual([1, 3]);
});

it('asks for nothing while the page is closed, and anew when it opens', async () => {
  stops.shift()?.();
  reader.emit({ kind: 'feeds', feedIds: [2] });
  reader.emit({ kind: 'status', articleIds: 'many' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(asks()).toEqual([]);
  stops.push(observer().subscribe(() => undefined));
  await vi.advanceTimersByTimeAsync(10);
  expect(asks()).toEqual([{}]);
});

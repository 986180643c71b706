import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '../../electron/contract/api.ts';
import { ALERT_PAGE } from '../../electron/contract/first-screen.ts';
import type { Entity } from '../../electron/contract/gazetteer.ts';
import type { AlertPage, Watch, WatchId, WatchReport } from '../../electron/contract/watch.ts';
import { queryClient } from './query-client.ts';
import { queryKeys } from './queries.ts';
import { call } from './transport.ts';

export type WatchesAnswer = AnswerOf<'watches'>;

/** Every watch in its order, with its counts. */
export function useWatches(): UseQueryResult<WatchesAnswer> {
  return useQuery({ queryKey: queryKeys.watches, queryFn: () => call('watches', {}) });
}

/** A watch as last heard, for code outside components. */
export function watchNow(watchId: WatchId): Watch | undefined {
  return queryClient.getQueryData<WatchesAnswer>(queryKeys.watches)?.watches.find(({ id }) => id === watchId);
}

const REPORT_DAYS = 90;

/** A watch over the last 90 days of this machine's clock. */
export function useWatchReport(watchId: WatchId): UseQueryResult<WatchReport> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return useQuery({ queryKey: queryKeys.watchReport(watchId), queryFn: () => call('watchReport', { watchId, days: REPORT_DAYS, zone: timeZone }) });
}

/** What was told of, newest first, by pages. */
export function useAlerts(): UseInfiniteQueryResult<InfiniteData<AlertPage>> {
  return useInfiniteQuery({
    queryKey: queryKeys.alerts,
    queryFn: ({ pageParam }) => call('alerts', { limit: ALERT_PAGE, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Every rule in the order in which they act. */
export function useRules(): UseQueryResult<AnswerOf<'rules'>> {
  return useQuery({ queryKey: queryKeys.rules, queryFn: () => call('rules', {}) });
}

/** The latest runs of rules, newest first. */
export function useRuleRuns(): UseQueryResult<AnswerOf<'ruleRuns'>> {
  return useQuery({ queryKey: queryKeys.ruleRuns, queryFn: () => call('ruleRuns', {}) });
}

/** Everything that the glossary knows, by id; asked only while `wanted`. */
export function useEntities(wanted = true): UseQueryResult<ReadonlyMap<string, Entity>> {
  return useQuery({
    queryKey: queryKeys.entities,
    queryFn: async () => new Map((await call('listEntities', {})).entities.map((entity) => [entity.id, entity])),
    structuralSharing: false,
    staleTime: Infinity,
    enabled: wanted,
  });
}

/** The glossary as last heard, for code outside components. */
export function entitiesNow(): ReadonlyMap<string, Entity> | undefined {
  return queryClient.getQueryData<ReadonlyMap<string, Entity>>(queryKeys.entities);
}

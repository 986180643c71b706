import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Eviction, OfflinePlan, PrepareProgress, StorageReport } from '../../electron/contract/offline.ts';
import { queryKeys } from './queries.ts';
import { call } from './transport.ts';

/** What fills a disk is not ours alone. */
const DISK_AGES_MS = 60_000;

export function usePrepareProgress(): UseQueryResult<PrepareProgress> {
  return useQuery({ queryKey: queryKeys.preparing, queryFn: () => call('prepareProgress', {}) });
}

/** What must be here and how much of it is; asked only while `wanted`. */
export function useOfflinePlan(wanted: boolean): UseQueryResult<OfflinePlan> {
  return useQuery({ queryKey: [...queryKeys.offline, 'plan'], queryFn: () => call('offlinePlan', {}), enabled: wanted });
}

export function useStorage(): UseQueryResult<StorageReport> {
  return useQuery({ queryKey: [...queryKeys.offline, 'storage'], queryFn: () => call('storage', {}), refetchInterval: DISK_AGES_MS });
}

/** What evicting would touch now; with `free`, for so many bytes to be freed. Null: not asked. */
export function useEviction(free: number | null): UseQueryResult<Eviction> {
  return useQuery({ queryKey: [...queryKeys.offline, 'eviction', free], queryFn: () => call('evict', { dryRun: true, free: free ?? 0 }), enabled: free !== null });
}

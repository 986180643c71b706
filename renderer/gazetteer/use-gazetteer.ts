import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Entity, EntityId, EntityKind, RecognitionProgress } from '../../electron/contract/gazetteer.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';

/** The names that are known, of one kind or all, that hold what is typed. */
export function useEntities(kind: EntityKind | 'all', query: string): UseQueryResult<readonly Entity[]> {
  return useQuery({
    queryKey: [...queryKeys.gazetteer, 'list', kind, query],
    queryFn: async () => (await call('listEntities', { ...(kind === 'all' ? {} : { kind }), ...(query.trim() === '' ? {} : { query: query.trim() }) })).entities,
    placeholderData: keepPreviousData,
  });
}

export function useEntity(entityId: EntityId): UseQueryResult<Entity> {
  return useQuery({ queryKey: [...queryKeys.gazetteer, 'one', entityId], queryFn: async () => (await call('getEntity', { entityId })).entity });
}

/** How many articles are still to be looked through. */
export function useNaming(): UseQueryResult<RecognitionProgress> {
  return useQuery({ queryKey: queryKeys.naming, queryFn: () => call('recognitionProgress', {}), staleTime: 0 });
}

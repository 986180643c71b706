import { useQuery } from '@tanstack/react-query';
import type { WatchesAnswer } from '../client/watch-queries.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';

/** Elements by their symbols in one string: equal where nothing changed, so that no row is drawn anew for a count. */
function symbolsOf({ watches }: WatchesAnswer): string {
  return watches.flatMap(({ watched }) => (watched.kind === 'entity' && /^(element|metal):/.test(watched.entityId) ? [watched.entityId.slice(watched.entityId.indexOf(':') + 1)] : [])).join(' ');
}

/** The symbols of the elements that a person follows. */
export function useFollowedSymbols(): ReadonlySet<string> {
  const { data } = useQuery({ queryKey: queryKeys.watches, queryFn: () => call('watches', {}), select: symbolsOf });
  return new Set(data?.split(' '));
}

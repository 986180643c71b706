import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../electron/contract/api.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { showFailure } from '../state/show-failure.ts';

/** The catalogue, with what came of trying its sources. */
export function useCatalogue(): UseQueryResult<AnswerOf<'catalogue'>> {
  return useQuery({ queryKey: queryKeys.catalogue, queryFn: () => call('catalogue', {}) });
}

/** At most so many are asked at once. */
const AT_ONCE = 4;

export interface Trying {
  /** Ids of those that are asked now or wait for it. */
  readonly busy: ReadonlySet<string>;
  readonly start: (ids: readonly string[]) => void;
}

/** Asks sources from this machine, a few at a time. */
export function useTrying(): Trying {
  const [busy, setBusy] = useState<ReadonlySet<string>>(() => new Set());
  const start = (ids: readonly string[]) => {
    const waiting = ids.filter((id) => !busy.has(id));
    setBusy(new Set([...busy, ...waiting]));
    const next = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const mine = id;
        try {
          await call('tryCatalogueSource', { id: mine });
        } catch (error) {
          showFailure(error);
        }
        setBusy((now) => new Set([...now].filter((one) => one !== mine)));
      }
    };
    for (let worker = 0; worker < AT_ONCE; worker += 1) void next();
  };
  return { busy, start };
}

import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ErrorDetail } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import { holdHost, hostHolds, isHolding, releaseHost } from '../store/host-holds.ts';
import type { Store } from '../store/open-store.ts';
import type { IngestResult } from './ingest-job.ts';
import { holdUntil } from './next-ask.ts';

/** Of a feed, a page or an image. */
export type AnyFailure = Pick<Extract<IngestResult, { kind: 'failed' }>, 'kind' | 'code' | 'trip'> & { readonly detail?: ErrorDetail; readonly retryAt?: number | null };

/** Which hosts want rest, and until when; it outlives the app. */
export interface HostRests {
  /** Host to the end of its rest, past ones left out. */
  current(): ReadonlyMap<string, number>;
  /** Until when the host of an address is left alone; null where it may be asked. */
  heldUntil(address: string): number | null;
  /** Notes a failure of a request, where it came after a redirect with the host that answered; answers until when that is held, or null. */
  note(address: string, failure: AnyFailure): number | null;
  /** A feed of the host answered. */
  release(address: string): void;
}

export interface HostRestsOptions {
  readonly store: Store;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
}

export const PROXY_CODES: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>(['proxy-failed', 'proxy-sign-in']);

export function createHostRests({ store, now, random }: HostRestsOptions): HostRests {
  const holds = new Map(hostHolds(store).map(({ host, until, times }) => [host, { until, times }]));

  const hold = (host: string, until: number, times: number): void => {
    holds.set(host, { until, times });
    holdHost(store, { host, until, times });
  };

  const current = (): ReadonlyMap<string, number> => new Map([...holds].flatMap(([host, hold]) => (isHolding(hold, now()) ? [[host, hold.until]] : [])));

  return {
    current,
    heldUntil: (address) => current().get(hostOf(address)) ?? null,
    note(address, { code, detail = {}, retryAt = null, trip }) {
      // The status of a proxy says nothing of the host behind it.
      if (PROXY_CODES.has(code)) return null;
      // A redirect may have led to another host: it is the one that wants rest, and the one that led there goes on leading others.
      const host = typeof detail['host'] === 'string' ? detail['host'] : hostOf(address);
      const timesBefore = holds.get(host)?.times ?? 0;
      const status = trip?.status ?? (typeof detail['status'] === 'number' ? detail['status'] : null);
      const until = holdUntil({ code, status, retryAt, timesBefore }, { now: now(), random });
      if (until === null) return null;
      hold(host, Math.max(until, current().get(host) ?? 0), timesBefore + 1);
      return until;
    },
    release(address) {
      const host = hostOf(address);
      const known = holds.get(host);
      // An answer that was on its way when the host asked for rest does not end it.
      if (!known || isHolding(known, now())) return;
      holds.delete(host);
      releaseHost(store, host);
    },
  };
}

import { createHostPace, type HostPace } from '../pace/host-pace.ts';
import { nodeTimers, type Timers } from '../pace/timers.ts';
import type { Store } from '../store/open-store.ts';
import { hostGapMs } from './host-gap.ts';
import { createHostRests, type HostRests } from './host-rests.ts';

/** How hosts are treated by all who ask them: one object for the whole engine. */
export interface HostCourtesy {
  /** Which hosts want rest: to be asked before each request, and told of each failure. */
  readonly rests: HostRests;
  /** How soon after one request to a host the next may follow; for a queue of hosts, or told of each request that ended. */
  readonly pace: HostPace;
}

export interface HostCourtesyOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly timers?: Timers;
  /** 0 to 1. */
  readonly random?: () => number;
}

export function createHostCourtesy({ store, now, timers = nodeTimers, random = Math.random }: HostCourtesyOptions): HostCourtesy {
  return { rests: createHostRests({ store, now, random }), pace: createHostPace({ gapMs: hostGapMs, now, timers }) };
}

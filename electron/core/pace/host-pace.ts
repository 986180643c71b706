import { nodeTimers, type Timers } from './timers.ts';

export interface HostPaceOptions {
  /** Between the end of one request and the start of the next to a host, in milliseconds. */
  readonly gapMs: (host: string) => number;
  readonly now: () => number;
  readonly timers?: Timers;
}

/** When a host may be asked again, for all who ask: shared by every queue that asks the same hosts. */
export interface HostPace {
  /** Milliseconds until the host may be asked; 0 where it may be now. */
  waitMs(host: string): number;
  /** A request to the host begins: another queue lets it have its pause as well. */
  began(host: string): void;
  /** A request to the host has ended. */
  ended(host: string): void;
  /** The host itself wants at least this between two requests (Crawl-delay). */
  slowDown(host: string, gapMs: number): void;
  readonly timers: Timers;
}

/** Hosts remembered: those of one round of a large newsroom; the gap of one that is forgotten has long passed. */
const MOST_HOSTS = 10_000;

export function createHostPace({ gapMs, now, timers = nodeTimers }: HostPaceOptions): HostPace {
  const endedAt = new Map<string, number>();
  const wished = new Map<string, number>();
  const gapOf = (host: string): number => Math.max(gapMs(host), wished.get(host) ?? 0);

  const note = (host: string): void => {
    if (gapOf(host) === 0) return;
    endedAt.delete(host);
    endedAt.set(host, now());
    if (endedAt.size > MOST_HOSTS) endedAt.delete(endedAt.keys().next().value ?? '');
  };

  return {
    waitMs(host) {
      const last = endedAt.get(host);
      if (last === undefined) return 0;
      const passed = now() - last;
      // A clock that was set back must not make anyone wait for the difference.
      return passed < 0 ? 0 : Math.max(0, gapOf(host) - passed);
    },
    began: note,
    ended: note,
    slowDown(host, gap) {
      if (gap > 0) wished.set(host, gap);
      else wished.delete(host);
    },
    timers,
  };
}

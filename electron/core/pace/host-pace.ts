import { nodeTimers, type Timers } from './timers.ts';

export interface HostPaceOptions {
  /** Between the end of one request and the start of the next to a host, in milliseconds. */
  readonly gapMs: (host: string) => number;
  readonly now: () => number;
  readonly timers?: Timers;
}

/** When a host may be asked again, for all who ask: shared by every queue that asks the same hosts. One that needs no pause needs no turns either. */
export interface HostPace {
  /** Milliseconds until the host may be asked; 0 where it may be now, Infinity while a request to it is under way. */
  waitMs(host: string): number;
  /** Calls `wake` once the request that is under way has ended, and its pause begins. */
  whenEnded(host: string, wake: () => void): void;
  /** A request to the host begins: another queue lets it come to its end and have its pause. */
  began(host: string): void;
  /** A request that began has ended. */
  ended(host: string): void;
  /** The host has answered a request that takes no turn: the next one waits its pause all the same. */
  answered(host: string): void;
  /** The host itself wants at least this between two requests (Crawl-delay). */
  slowDown(host: string, gapMs: number): void;
  readonly timers: Timers;
}

/** Hosts remembered: those of one round of a large newsroom; the gap of one that is forgotten has long passed. */
const MOST_HOSTS = 10_000;

export function createHostPace({ gapMs, now, timers = nodeTimers }: HostPaceOptions): HostPace {
  const endedAt = new Map<string, number>();
  const wished = new Map<string, number>();
  const underWay = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();
  const gapOf = (host: string): number => Math.max(gapMs(host), wished.get(host) ?? 0);

  const note = (host: string): void => {
    if (gapOf(host) === 0) return;
    endedAt.delete(host);
    endedAt.set(host, now());
    if (endedAt.size > MOST_HOSTS) endedAt.delete(endedAt.keys().next().value ?? '');
  };

  return {
    waitMs(host) {
      if (underWay.has(host) && gapOf(host) > 0) return Infinity;
      const last = endedAt.get(host);
      if (last === undefined) return 0;
      const passed = now() - last;
      // A clock that was set back must not make anyone wait for the difference.
      return passed < 0 ? 0 : Math.max(0, gapOf(host) - passed);
    },
    whenEnded(host, wake) {
      waiting.set(host, (waiting.get(host) ?? new Set()).add(wake));
    },
    began(host) {
      underWay.set(host, (underWay.get(host) ?? 0) + 1);
      note(host);
    },
    ended(host) {
      const left = (underWay.get(host) ?? 0) - 1;
      if (left > 0) underWay.set(host, left);
      else underWay.delete(host);
      note(host);
      if (left > 0) return;
      const woken = waiting.get(host) ?? [];
      waiting.delete(host);
      for (const wake of woken) wake();
    },
    answered: note,
    slowDown(host, gap) {
      if (gap > 0) wished.set(host, gap);
      else wished.delete(host);
    },
    timers,
  };
}

import { nodeTimers, type Timers } from '../pace/timers.ts';

export interface AlarmParts {
  readonly now: () => number;
  /** When to ring next, epoch milliseconds; null for not at all. */
  readonly nextAt: () => number | null;
  readonly ring: () => void;
  readonly timers?: Timers;
}

export interface Alarm {
  /** Looks anew when to ring. */
  set(): void;
  close(): void;
}

/** A machine sleeps and its clock is set: no timer is trusted for longer. */
const LONGEST_MS = 60_000;

/** Rings when something is due that was not when it was set. What is due already was told of by whoever made it. */
export function createAlarm({ now, nextAt, ring, timers = nodeTimers }: AlarmParts): Alarm {
  let turn = 0;
  let closed = false;

  const set = (): void => {
    turn += 1;
    const at = nextAt();
    if (closed || at === null || at <= now()) return;
    const mine = turn;
    timers.set(() => {
      if (mine !== turn || closed) return;
      if (now() >= at) ring();
      set();
    }, Math.min(LONGEST_MS, at - now()));
  };

  return {
    set,
    close() {
      closed = true;
    },
  };
}

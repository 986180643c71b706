import type { HostPace } from './host-pace.ts';

export interface HostQueueLimits {
  /** At once in all. */
  readonly total: number;
  /** At once for one host. */
  readonly perHost: (host: string) => number;
  /** Left out: no pause between two for one host. */
  readonly pace?: HostPace;
}

/** The place of an item that was started. */
export interface Turn {
  /**
   * Ends the turn at the host that it is at and goes on with one at another, where that is free now: within its limit, its pause
   * over and nobody waiting for it. False where it is not; the turn stays where it is.
   */
  moveTo(host: string): boolean;
}

export interface HostQueue<T> {
  /** `first`: before everything of its host that waits, and its host before the others. */
  push(host: string, item: T, first?: boolean): void;
  /** Takes back what has not been started: all of it, or what `isTaken` says. */
  takeWaiting(isTaken?: (item: T) => boolean): T[];
  readonly waiting: number;
  readonly running: number;
}

/**
 * Starts items in the order given, as many at once as the limits allow, hosts taking turns so that a host with many
 * items, or one that wants a pause, holds up nobody else. `start` must not reject.
 */
export function createHostQueue<T>(limits: HostQueueLimits, start: (item: T, turn: Turn) => Promise<void>): HostQueue<T> {
  let hosts = new Map<string, T[]>();
  const active = new Map<string, number>();
  let running = 0;
  let waiting = 0;
  let timer: unknown = null;

  /** The host whose turn it is, or else how long the first of those that want a pause has to wait. */
  const nextHost = (): { host: string } | { waitMs: number } => {
    let waitMs = Infinity;
    for (const host of hosts.keys()) {
      if ((active.get(host) ?? 0) >= limits.perHost(host)) continue;
      const pause = limits.pace?.waitMs(host) ?? 0;
      if (pause === 0) return { host };
      if (pause === Infinity) limits.pace?.whenEnded(host, fill);
      waitMs = Math.min(waitMs, pause);
    }
    return { waitMs };
  };

  const wake = (waitMs: number): void => {
    if (timer !== null) limits.pace?.timers.clear(timer);
    timer = null;
    if (waitMs === Infinity) return;
    timer = limits.pace?.timers.set(() => {
      timer = null;
      fill();
    }, waitMs);
  };

  const begin = (host: string): void => {
    limits.pace?.began(host);
    active.set(host, (active.get(host) ?? 0) + 1);
  };

  const leave = (host: string): void => {
    limits.pace?.ended(host);
    const left = (active.get(host) ?? 1) - 1;
    if (left === 0) active.delete(host);
    else active.set(host, left);
  };

  const isFree = (host: string): boolean => !hosts.has(host) && (active.get(host) ?? 0) < limits.perHost(host) && (limits.pace?.waitMs(host) ?? 0) === 0;

  const run = (item: T, first: string): void => {
    let at = first;
    begin(at);
    const moveTo = (host: string): boolean => {
      if (!isFree(host)) return false;
      leave(at);
      at = host;
      begin(at);
      // Who waits for the host that was left may be started now.
      fill();
      return true;
    };
    void start(item, { moveTo }).finally(() => {
      running -= 1;
      leave(at);
      fill();
    });
  };

  const fill = (): void => {
    while (running < limits.total) {
      const next = nextHost();
      if ('waitMs' in next) return wake(next.waitMs);
      const { host } = next;
      const items = hosts.get(host) ?? [];
      const item = items.shift() as T;
      // To the end of the line, so that the next turn is another host's.
      hosts.delete(host);
      if (items.length > 0) hosts.set(host, items);
      waiting -= 1;
      running += 1;
      run(item, host);
    }
  };

  return {
    push(host, item, first = false) {
      const items = hosts.get(host) ?? [];
      waiting += 1;
      if (first) {
        items.unshift(item);
        hosts.delete(host);
        hosts = new Map([[host, items], ...hosts]);
      } else {
        items.push(item);
        hosts.set(host, items);
      }
      fill();
    },
    takeWaiting(isTaken = () => true) {
      const taken: T[] = [];
      for (const [host, items] of hosts) {
        const left = items.filter((item) => !isTaken(item));
        taken.push(...items.filter((item) => !left.includes(item)));
        if (left.length > 0) hosts.set(host, left);
        else hosts.delete(host);
      }
      if (hosts.size === 0) wake(Infinity);
      waiting -= taken.length;
      return taken;
    },
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },
  };
}

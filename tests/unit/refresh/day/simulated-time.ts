import type { Timers } from '../../../../electron/core/pace/timers.ts';

interface Pending {
  readonly run: () => void;
  at: number;
}

/** A clock that goes only where a test sends it, and timers that go by it. */
export class SimulatedTime {
  #now: number;
  readonly #pending = new Set<Pending>();

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  readonly timers: Timers = {
    set: (run, ms) => {
      const timer = { run, at: this.#now + Math.max(0, ms) };
      this.#pending.add(timer);
      return timer;
    },
    clear: (timer) => void this.#pending.delete(timer as Pending),
  };

  /** The moment of the next timer, or null. */
  get nextAt(): number | null {
    let next: number | null = null;
    for (const { at } of this.#pending) if (next === null || at < next) next = at;
    return next;
  }

  /** Goes on to the next timer and runs it, and all that are due by then. */
  advance(): void {
    this.#now = Math.max(this.#now, this.nextAt ?? this.#now);
    for (const timer of [...this.#pending].toSorted((a, b) => a.at - b.at)) {
      if (timer.at > this.#now || !this.#pending.delete(timer)) continue;
      timer.run();
    }
  }

  /** The machine sleeps: the clock goes on and the timers stand still. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#pending) timer.at += ms;
  }
}

import { nodeTimers, type Timers } from './timers.ts';

/** After a start or a refresh: what was asked for with it is answered by then. In milliseconds. */
const LULL_MS = 1000;

/** Work that nobody waits for, which lets a moment pass first. */
export interface Lull {
  /** There is something to do. */
  soon(): void;
  close(): void;
}

/** `work` is called once for all that was asked for since, and begins whatever there is to do. */
export function createLull(work: () => void, { timers = nodeTimers, ms = LULL_MS }: { readonly timers?: Timers; readonly ms?: number } = {}): Lull {
  let timer: unknown = null;
  return {
    soon() {
      timer ??= timers.set(() => {
        timer = null;
        work();
      }, ms);
    },
    close() {
      if (timer !== null) timers.clear(timer);
      timer = null;
    },
  };
}

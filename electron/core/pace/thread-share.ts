import { setImmediate } from 'node:timers/promises';
import { ReaderError } from '../../contract/errors.ts';

/** How long work may keep the engine's thread at a stretch, in milliseconds: nobody feels so short a wait. */
const STRETCH_MS = 4;

/** Long work shares the engine's thread with the calls of others: it stops wherever its stretch is used up. */
export interface ThreadShare {
  /** Whether it is time to let others come between. */
  isSpent(): boolean;
  /** Lets everybody else who waits come first, then begins a stretch. Rejects with `engine-stopped` after `close`. */
  pause(): Promise<void>;
  close(): void;
}

/** `clock` is in milliseconds and never goes back. */
export function createThreadShare({ clock = () => performance.now(), stretchMs = STRETCH_MS }: { clock?: () => number; stretchMs?: number } = {}): ThreadShare {
  let until = clock() + stretchMs;
  let closed = false;
  return {
    isSpent: () => clock() >= until,
    async pause() {
      await setImmediate();
      if (closed) throw new ReaderError('engine-stopped', 'the engine stopped');
      until = clock() + stretchMs;
    },
    close() {
      closed = true;
    },
  };
}

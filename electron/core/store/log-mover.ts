import { Worker } from 'node:worker_threads';
import { endThread } from '../end-thread.ts';
import type { Moment } from './checkpointer.ts';

/** What the thread is told: to look at the log, or to end. */
export type ToCheckpoints = Moment | 'end';

export interface LogMover {
  /** To be called after each write. */
  written(): void;
  close(): Promise<void>;
}

/** Milliseconds without a write after which the disk is free for the log. */
const QUIET = 1000;
/** While writes go on, the log is looked at this often: it must not grow without end. */
const BUSY = 5000;

/**
 * Has the log moved into the database by a thread of its own (`workerPath`: the checkpoint entry), started with the
 * first write. Where that thread fails, `onFault` hears of it and the log grows until the writer moves it itself.
 */
export function createLogMover(workerPath: string, profile: string, onFault: (error: unknown) => void): LogMover {
  let worker: Worker | null = null;
  let quiet: NodeJS.Timeout | null = null;
  let busy: NodeJS.Timeout | null = null;
  let failed = false;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  const tell = (message: ToCheckpoints): void => worker?.postMessage(message);

  const look = (moment: Moment): void => {
    busy = null;
    if (failed) return;
    if (!worker) {
      worker = new Worker(workerPath, { workerData: { profile } });
      worker.unref();
      worker.on('error', (error) => {
        failed = true;
        onFault(error);
      });
    }
    tell(moment);
  };

  return {
    written() {
      if (quiet) quiet.refresh();
      else quiet = setTimeout(() => look('quiet'), QUIET).unref();
      busy ??= setTimeout(() => look('busy'), BUSY).unref();
    },
    async close() {
      if (quiet) clearTimeout(quiet);
      if (busy) clearTimeout(busy);
      failed = true;
      if (worker) await endThread(worker, { ask: () => tell('end') });
    },
  };
}

import { Worker } from 'node:worker_threads';

export interface LogMover {
  /** To be called after each write. */
  written(): void;
  close(): Promise<void>;
}

/** At most one look at the log in this many milliseconds. */
const PAUSE = 300;

/**
 * Has the log moved into the database by a thread of its own (`workerPath`: the checkpoint entry), started with the
 * first write. Where that thread fails, `onFault` hears of it and the log grows until the writer moves it itself.
 */
export function createLogMover(workerPath: string, profile: string, onFault: (error: unknown) => void): LogMover {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let failed = false;

  const look = (): void => {
    timer = null;
    if (failed) return;
    if (!worker) {
      worker = new Worker(workerPath, { workerData: { profile } });
      worker.unref();
      worker.on('error', (error) => {
        failed = true;
        onFault(error);
      });
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    worker.postMessage('written');
  };

  return {
    written() {
      timer ??= setTimeout(look, PAUSE).unref();
    },
    async close() {
      if (timer) clearTimeout(timer);
      failed = true;
      await worker?.terminate();
    },
  };
}

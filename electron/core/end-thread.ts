import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';

export interface EndThreadOptions {
  /** Tells the thread to end; its loop then empties by itself. Left out: it has been told. */
  readonly ask?: () => void;
  /** Milliseconds that it is given. */
  readonly withinMs?: number;
}

/**
 * Ends a thread, and resolves once it is gone. It is asked to end by itself, so that what it is at, a write or V8's own work
 * on its code, comes to an end of its own; it is terminated only where it does not.
 */
export async function endThread(worker: Worker, { ask, withinMs = 3000 }: EndThreadOptions = {}): Promise<void> {
  // The id of a thread that is gone.
  if (worker.threadId === -1) return;
  const gone = once(worker, 'exit');
  worker.ref();
  ask?.();
  const late = setTimeout(() => void worker.terminate(), withinMs);
  try {
    await gone;
  } finally {
    clearTimeout(late);
  }
}

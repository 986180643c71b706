import { parentPort, workerData } from 'node:worker_threads';
import type { CallAnswer } from './contract/api.ts';
import { toWireError } from './contract/errors.ts';
import { obeyOrder, type CopyOrder } from './core/store/copy-library.ts';

/** Worker-thread entry: makes or checks one copy of the library, answers, and ends. */
if (!parentPort) throw new Error('copies are made in a worker thread');
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
parentPort.postMessage(answer(workerData as CopyOrder));

function answer(order: CopyOrder): CallAnswer {
  try {
    return { ok: true, value: obeyOrder(order) };
  } catch (error) {
    return { ok: false, error: toWireError(error) };
  }
}

import { Worker } from 'node:worker_threads';
import type { CallAnswer } from '../../contract/api.ts';
import { ReaderError, fromWireError } from '../../contract/errors.ts';
import type { Copied, CopyOrder } from './copy-library.ts';

/** Makes and checks copies of the library, one at a time, each in a thread of its own (`workerPath`: the backup entry). */
export interface CopyThread {
  /** Rejects as `obeyOrder` throws, or with `engine-stopped` where the thread ended. */
  obey(order: CopyOrder): Promise<Copied>;
  /** Ends what is under way: a half-written copy has no name yet. */
  close(): Promise<void>;
}

export function createCopyThread(workerPath: string): CopyThread {
  let last: Promise<unknown> = Promise.resolve();
  let worker: Worker | null = null;
  let closed = false;

  const run = async (order: CopyOrder): Promise<Copied> => {
    if (closed) throw stopped();
    const { promise, resolve, reject } = Promise.withResolvers<CallAnswer>();
    worker = new Worker(workerPath, { workerData: order, name: 'backup' });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(stopped()));
    const answer = await promise;
    if (!answer.ok) throw fromWireError(answer.error);
    return answer.value as Copied;
  };

  return {
    obey(order) {
      const done = last.then(() => run(order));
      last = done.catch(() => undefined);
      return done;
    },
    async close() {
      closed = true;
      await worker?.terminate();
      await last;
    },
  };
}

function stopped(): ReaderError {
  return new ReaderError('engine-stopped', 'the copy was ended');
}

import { parentPort, workerData } from 'node:worker_threads';
import { createCheckpointer } from './core/store/checkpointer.ts';
import type { ToCheckpoints } from './core/store/log-mover.ts';

/** Worker-thread entry: moves the database's log into the database, so that no question waits for the disk. */
if (!parentPort) throw new Error('checkpoints run in a worker thread');
const checkpointer = createCheckpointer((workerData as { profile: string }).profile);
const port = parentPort;
port.on('message', (message: ToCheckpoints) => {
  if (message !== 'end') return checkpointer.check(message);
  checkpointer.close();
  port.close();
});

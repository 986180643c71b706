import { parentPort, workerData } from 'node:worker_threads';
import { createCheckpointer, type Moment } from './core/store/checkpointer.ts';

/** Worker-thread entry: moves the database's log into the database, so that no question waits for the disk. */
if (!parentPort) throw new Error('checkpoints run in a worker thread');
const checkpointer = createCheckpointer((workerData as { profile: string }).profile);
parentPort.on('message', (moment: Moment) => checkpointer.check(moment));

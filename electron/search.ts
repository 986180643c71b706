import { parentPort, workerData } from 'node:worker_threads';
import type { ToSearch } from './core/search/search-thread.ts';
import { serveSearch } from './core/search/serve-search.ts';

/** Worker-thread entry: answers searches, so that neither a list nor a refresh waits for one. */
if (!parentPort) throw new Error('searches run in a worker thread');
const port = parentPort;
const server = serveSearch((workerData as { profile: string }).profile);
port.on('message', (message: ToSearch) => {
  if (message !== 'end') return port.postMessage(server.answer(message));
  server.close();
  port.close();
});

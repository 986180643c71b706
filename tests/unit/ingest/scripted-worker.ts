import { parentPort, workerData } from 'node:worker_threads';
import type { FromIngest, IngestAnswer, IngestCall, IngestData, ToIngest } from '../../../electron/core/refresh/ingest-protocol.ts';

/** Stands in for the ingest thread: what each call does to it stands in its address, or in its list. */
const waiting: number[] = [];
let calls = 0;
const ANSWER: IngestAnswer = { kind: 'failed', code: 'gone', detail: {}, retryAt: null };

const post = (message: FromIngest): void => parentPort?.postMessage(message, []);
const answer = (id: number): void => post({ kind: 'answer', id, value: ANSWER });

const { atWork } = workerData as IngestData;
function busy(id: number): void {
  Atomics.store(atWork, 0, id);
  post({ kind: 'busy', id });
}
function idle(id: number): void {
  Atomics.store(atWork, 0, 0);
  post({ kind: 'idle', id });
}

function run(id: number, address: string): void {
  if (address.includes('answer')) answer(id);
  else if (address.includes('wait')) waiting.push(id);
  else if (address.includes('release')) [...waiting.splice(0), id].forEach(answer);
  else if (address.includes('refuse')) post({ kind: 'failed', id, error: { code: 'no-feed-found', message: 'none', detail: { host: 'x' } } });
  else if (address.includes('asks-rules')) {
    waiting.push(id);
    post({ kind: 'rules', id, origin: 'http://exit-quietly.example', askedBy: 'person' });
  }
  // Has its answer where nothing came to this thread before it.
  else if (address.includes('lonely') && calls === 1) answer(id);
  else if (address.includes('lonely')) waiting.push(id);
  else if (address.includes('brief')) {
    busy(id);
    post({ kind: 'proxy', id, url: address });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    idle(id);
    answer(id);
  } else if (address.includes('starved')) {
    // As where a busy machine gives it next to nothing.
    busy(id);
    for (let left = address.includes('for-ever') ? Number.POSITIVE_INFINITY : 180; left > 0; left--) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    idle(id);
    answer(id);
  } else if (address.includes('exit-quietly')) process.exit(1);
  else if (address.includes('die-unheard')) {
    // As where it dies before what it said was heard.
    Atomics.store(atWork, 0, id);
    process.exit(1);
  } else {
    busy(id);
    if (address.includes('exit')) process.exit(1);
    if (address.includes('throw')) throw new Error('out of something');
    // More than it may hold, and no end.
    const held = address.includes('swell') ? new Uint8Array(96 * 1024 * 1024) : new Uint8Array(1);
    for (;;) held[0] = 1;
  }
}

function scriptOf(call: IngestCall): string {
  if (call.method === 'image' || call.method === 'icon') return call.job.url;
  if ('job' in call) return call.job.feedUrl;
  if (call.method === 'imageFile') return call.path;
  if ('url' in call) return call.url ?? '';
  if ('path' in call) return call.path;
  if (call.method === 'figures') return call.jobs.map(({ title }) => title).join(' ');
  return call.method === 'opml' ? call.text : call.origin;
}

parentPort?.on('message', (message: ToIngest) => {
  if (message.kind === 'abort') answer(message.id);
  else if (message.kind === 'rules') waiting.splice(0).forEach(answer);
  else if (message.kind === 'end') parentPort?.close();
  else if (message.kind === 'call') {
    calls += 1;
    run(message.id, scriptOf(message.call));
  }
});

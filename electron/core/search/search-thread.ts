import { Worker } from 'node:worker_threads';
import type { CallAnswer } from '../../contract/api.ts';
import { fromWireError, ReaderError } from '../../contract/errors.ts';
import { endThread } from '../end-thread.ts';
import { lineOf, type Searcher, type SearchQuestion } from './searcher.ts';

/** What the thread is told: a question, or to end. It answers each question with a CallAnswer. */
export type ToSearch = SearchQuestion | 'end';

export interface SearchThreadOptions {
  /** The search entry. */
  readonly workerPath: string;
  readonly profile: string;
  /** Milliseconds without a question after which the thread's memory is given back. */
  readonly restMs?: number;
}

interface Waiting {
  readonly question: SearchQuestion;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const REST_MS = 180_000;

/**
 * Answers searches in a thread of its own with a connection of its own, started with the first: what takes long keeps no list and
 * no refresh waiting. One question at a time; a first page that has not begun gives way to a newer one of the same kind, and is
 * rejected with `search-superseded`.
 */
export function createSearchThread({ workerPath, profile, restMs = REST_MS }: SearchThreadOptions): Searcher {
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let rest: NodeJS.Timeout | null = null;
  let closed = false;

  const fail = (failed: Worker, error: unknown): void => {
    if (worker !== failed) return;
    worker = null;
    current?.reject(error);
    current = null;
    next();
  };

  const start = (): Worker => {
    const made = new Worker(workerPath, { workerData: { profile }, name: 'search' });
    made.unref();
    made.on('message', (answer: CallAnswer) => {
      const answered = current;
      current = null;
      if (answer.ok) answered?.resolve(answer.value);
      else answered?.reject(fromWireError(answer.error));
      next();
    });
    made.on('error', (error) => fail(made, error));
    made.on('exit', () => fail(made, stopped()));
    return made;
  };

  const endWorker = async (): Promise<void> => {
    const ending = worker;
    worker = null;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    if (ending) await endThread(ending, { ask: () => ending.postMessage('end' satisfies ToSearch) });
  };

  const next = (): void => {
    if (current || closed) return;
    current = waiting.shift() ?? null;
    if (rest) clearTimeout(rest);
    rest = null;
    if (!current) {
      rest = setTimeout(() => void endWorker(), restMs).unref();
      return;
    }
    worker ??= start();
    // While somebody waits for an answer, it keeps the process.
    worker.ref();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
    worker.postMessage(current.question satisfies ToSearch);
  };

  return {
    ask(question) {
      if (closed) return Promise.reject(stopped());
      const line = lineOf(question);
      const older = line === null ? -1 : waiting.findIndex((one) => lineOf(one.question) === line);
      if (older !== -1) waiting.splice(older, 1)[0]?.reject(new ReaderError('search-superseded', 'a newer search took its place'));
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.push({ question, resolve, reject });
      next();
      return promise;
    },
    async close() {
      closed = true;
      if (rest) clearTimeout(rest);
      for (const { reject } of waiting.splice(0)) reject(stopped());
      current?.reject(stopped());
      current = null;
      await endWorker();
    },
  };
}

function stopped(): ReaderError {
  return new ReaderError('engine-stopped', 'the engine stopped');
}

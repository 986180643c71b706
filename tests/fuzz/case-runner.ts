import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CaseAnswer, CaseCall } from './case-worker.ts';

/** How long one input may take, in milliseconds: thousands of times what it does take. */
const BOUND = 20_000;

/** Runs checks in a thread of their own, one at a time. */
export interface CaseRunner {
  /** What was wrong, or null. A check that never ends, or kills its thread, is wrong too. */
  run(call: CaseCall): Promise<CaseAnswer>;
  close(): Promise<void>;
}

function start(): Worker {
  return new Worker(join(import.meta.dirname, 'case-worker.ts'), { resourceLimits: { maxOldGenerationSizeMb: 768, stackSizeMb: 4 } });
}

export function createCaseRunner(): CaseRunner {
  let worker: Worker | null = null;
  return {
    async run(call) {
      const running = (worker ??= start());
      const { promise, resolve } = Promise.withResolvers<CaseAnswer>();
      const timer = setTimeout(() => resolve(`it did not end within ${BOUND / 1000} s`), BOUND);
      const onError = (error: Error): void => resolve(`it ended its thread: ${error.message}`);
      running.once('message', resolve).once('error', onError);
      running.postMessage(call, []);
      const answer = await promise;
      clearTimeout(timer);
      running.off('message', resolve).off('error', onError);
      if (answer !== null) {
        worker = null;
        await running.terminate();
      }
      return answer;
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

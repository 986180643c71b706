import { parentPort } from 'node:worker_threads';
import { TARGETS } from './targets/targets.ts';

/** Checks one input after another, in a thread that can be ended where one of them never ends. */
export interface CaseCall {
  readonly target: string;
  readonly bytes: Uint8Array;
}

/** Null where the promise held, else what was wrong. */
export type CaseAnswer = string | null;

async function check({ target, bytes }: CaseCall): Promise<CaseAnswer> {
  try {
    await TARGETS.find(({ name }) => name === target)?.check(bytes);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

parentPort?.on('message', (call: CaseCall) => void check(call).then((answer) => parentPort?.postMessage(answer, [])));

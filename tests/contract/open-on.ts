import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AnswerOf, ArgsOf, CallAnswer, ReaderEventListener, ReaderMethod } from '../../electron/contract/api.ts';
import { fromWireError } from '../../electron/contract/errors.ts';
import type { Carrier } from './carriers/carrier.ts';

export interface Opened {
  readonly profile: string;
  /** The value; throws the error where the engine refuses. */
  readonly call: <M extends ReaderMethod>(method: M, args: ArgsOf<M>) => Promise<AnswerOf<M>>;
  /** The answer as it came, of arguments that need not be valid. */
  readonly ask: (method: string, args: unknown) => Promise<CallAnswer>;
  /** The code that the call fails with, or what it answered. */
  readonly fails: (method: string, args: unknown) => Promise<string>;
  /** Null where the carrier tells no events. */
  readonly onEvent: ((listener: ReaderEventListener) => () => void) | null;
  /** Ends the engine and starts it anew on the same profile. `between` runs while it is down. */
  readonly reopen: (between?: () => void | Promise<void>) => Promise<void>;
}

/** A carrier on a profile of its own. The end of the test closes it and removes the profile. */
export async function openOn(carrier: Carrier): Promise<Opened> {
  const profile = mkdtempSync(join(tmpdir(), 'monazite-contract-'));
  let carried = await carrier.open(profile);
  let isOpen = true;
  onTestFinished(async () => {
    if (isOpen) await carried.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const ask = (method: string, args: unknown): Promise<CallAnswer> => carried.call(method, args);
  return {
    profile,
    ask,
    async call<M extends ReaderMethod>(method: M, args: ArgsOf<M>) {
      const answer = await ask(method, args);
      if (!answer.ok) throw fromWireError(answer.error);
      return answer.value as AnswerOf<M>;
    },
    async fails(method, args) {
      const answer = await ask(method, args);
      return answer.ok ? `answered ${JSON.stringify(answer.value)}` : answer.error.code;
    },
    onEvent: carried.onEvent,
    async reopen(between) {
      await carried.close();
      isOpen = false;
      await between?.();
      carried = await carrier.open(profile);
      isOpen = true;
    },
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import { startEngine } from './engine-client.ts';
import type { EngineClient, EngineStart } from './engine-client.ts';
import { findInstance } from './instance-client.ts';
import type { Instance } from './instance-client.ts';

const RETRY_MS = 200;

export interface Turn {
  readonly engine: EngineClient;
  /** Who holds the profile and answers for it, where `engine` could not have it. */
  readonly other: Instance | null;
}

export interface Wait {
  /** Milliseconds at most. */
  readonly waitMs: number;
  /** Ends the waiting sooner. */
  readonly stop?: AbortSignal;
  /** Told once, when the waiting begins. */
  readonly onWait?: () => void;
}

/**
 * Starts the engine on a profile that another process may hold: one that answers calls is found, one that is still
 * starting is waited for, and so is a command that is soon done. An engine whose `openError` is `profile-in-use`
 * without any `other` has waited in vain.
 */
export async function startInTurn(start: EngineStart, { waitMs, stop, onWait }: Wait): Promise<Turn> {
  const until = Date.now() + waitMs;
  for (let waits = 0; ; waits++) {
    const engine = await startEngine(start);
    if (engine.openError?.code !== 'profile-in-use') return { engine, other: null };
    const other = await findInstance(start.data.profile);
    if (other || stop?.aborted || Date.now() >= until) return { engine, other };
    if (waits === 0) onWait?.();
    await engine.close();
    await pause(RETRY_MS);
  }
}

import type { Random } from '../random.ts';
import type { Seeds } from '../seeds.ts';

/** A promise about a part of the engine, and inputs that try it. */
export interface FuzzTarget {
  readonly name: string;
  make(random: Random, seeds: Seeds): Uint8Array;
  /** Throws or rejects where the promise is broken. The same bytes give the same verdict. */
  check(bytes: Uint8Array): Promise<void> | void;
}

/** Throws what is wrong unless it is not. */
export function hold(condition: boolean, what: string, detail?: unknown): void {
  if (!condition) throw new Error(detail === undefined ? what : `${what}: ${JSON.stringify(detail)?.slice(0, 1000)}`);
}

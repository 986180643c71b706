/** What real Electron refuses by crashing, hanging or doing nothing, the fake refuses by throwing. */
export class ElectronMisuse extends Error {
  override name = 'ElectronMisuse';
}

export type Phase = 'starting' | 'ready' | 'quit';

let phase: Phase = 'starting';

export function currentPhase(): Phase {
  return phase;
}

export function setPhase(next: Phase): void {
  phase = next;
}

export function mustBeReady(what: string): void {
  if (phase === 'starting') throw new ElectronMisuse(`${what} before app is ready`);
}

export function mustNotBeReady(what: string): void {
  if (phase !== 'starting') throw new ElectronMisuse(`${what} after app is ready`);
}

/** A copy, as it arrives in another process; throws what cannot cross. */
export function acrossProcesses<T>(value: T, what: string): T {
  try {
    return structuredClone(value);
  } catch (error) {
    throw new ElectronMisuse(`${what}: an object could not be cloned: ${String(error)}`);
  }
}

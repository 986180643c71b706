import type { CallAnswer, ReaderEventListener } from '../../../electron/contract/api.ts';

/** One way of reaching the engine; the contract must hold over each alike. */
export interface Carrier {
  readonly name: string;
  open(profile: string): Promise<OpenCarrier>;
}

export interface OpenCarrier {
  call(method: string, args: unknown): Promise<CallAnswer>;
  /** Null where the carrier tells no events. */
  readonly onEvent: ((listener: ReaderEventListener) => () => void) | null;
  close(): Promise<void>;
}

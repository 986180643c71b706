import type { CallAnswer, ReaderEvent } from '../contract/api.ts';
import type { AppInfo, Settings } from '../contract/model.ts';
import type { WireError } from '../contract/errors.ts';

/** What the engine's worker thread is started with. */
export interface EngineData {
  readonly profile: string;
  readonly settings: Settings;
  readonly info: AppInfo;
  /** Refresh on a timer and fetch images by itself: true in doors that stay open, false on the command line. */
  readonly unattended: boolean;
}

export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: unknown }
  /** The settings as they are now; sent after every change. */
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** The answer to a `set-settings`. */
  | { readonly kind: 'settings-set'; readonly id: number; readonly settings: Settings | null; readonly error: WireError | null }
  /** Finish what is being written, close the database, then `closed`. */
  | { readonly kind: 'close' };

export type FromEngine =
  /** The store is open, or `error` says why not; in that case every call but appInfo and settings is answered with it. */
  | { readonly kind: 'ready'; readonly error: WireError | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CallAnswer }
  | { readonly kind: 'event'; readonly event: ReaderEvent }
  | { readonly kind: 'set-settings'; readonly id: number; readonly patch: Partial<Settings> }
  | { readonly kind: 'closed' };

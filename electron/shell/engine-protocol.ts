import type { CallAnswer, ReaderEvent } from '../contract/api.ts';
import type { AppInfo } from '../contract/model.ts';
import type { Settings } from '../contract/settings.ts';
import type { SettingsPlace } from '../contract/settings-place.ts';
import type { WireError } from '../contract/errors.ts';

/** What the engine's worker thread is started with. */
export interface EngineData {
  readonly profile: string;
  readonly settings: Settings;
  readonly info: AppInfo;
  /** Refresh on a timer and fetch images by itself: true in doors that stay open, false on the command line. */
  readonly unattended: boolean;
  /** Who knows the way to a server: the system, asked through the door, or the variables of this process. */
  readonly proxies?: 'system' | 'environment';
}

/** What only the door can do: it holds the keychain and knows the system's network. */
export type ShellQuestion =
  | { readonly about: 'secret'; readonly name: string }
  | { readonly about: 'keep-secret'; readonly name: string; readonly secret: string | null }
  | { readonly about: 'lasting' }
  | { readonly about: 'proxy'; readonly url: string }
  /** Whether nothing is to be fetched unasked now. */
  | { readonly about: 'quiet' }
  | { readonly about: 'share'; readonly url: string; readonly title: string }
  | { readonly about: 'settings'; readonly place: SettingsPlace };

/** A secret, or null; whether secrets outlive the run; the ways to a server as Chromium writes them (`PROXY a:1; DIRECT`). */
export type ShellAnswer = string | boolean | null;

/** Of the machine, as its system tells the door. */
export type PowerState = 'asleep' | 'awake';

export type ToEngine =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: unknown }
  /** The settings as they are now; sent after every change. */
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** The answer to a `set-settings`. */
  | { readonly kind: 'settings-set'; readonly id: number; readonly settings: Settings | null; readonly error: WireError | null }
  | { readonly kind: 'shell-answer'; readonly id: number; readonly value: ShellAnswer }
  | { readonly kind: 'power'; readonly state: PowerState }
  /** Finish what is being written, close the database, then `closed`. */
  | { readonly kind: 'close' };

export type FromEngine =
  /** The store is open, or `error` says why not; in that case every call but appInfo and settings is answered with it. */
  | { readonly kind: 'ready'; readonly error: WireError | null }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: CallAnswer }
  | { readonly kind: 'event'; readonly event: ReaderEvent }
  | { readonly kind: 'set-settings'; readonly id: number; readonly patch: Partial<Settings> }
  | { readonly kind: 'ask-shell'; readonly id: number; readonly question: ShellQuestion }
  | { readonly kind: 'closed' };

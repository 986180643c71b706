import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import * as v from 'valibot';
import { ReaderError } from '../contract/errors.ts';
import type { Settings } from '../contract/settings.ts';
import { settingsSchema } from '../contract/validate.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import type { SettingsStore } from '../core/settings.ts';

/** Something about the settings file that was put right, and that the person or the log should hear of. */
export type SettingsProblem =
  /** It was no JSON: moved to `keptAs`, and defaults hold. */
  | { readonly kind: 'corrupt'; readonly path: string; readonly keptAs: string }
  /** These values were not allowed: their defaults hold, the others stay. */
  | { readonly kind: 'invalid'; readonly path: string; readonly keys: readonly string[] }
  /** It could not be read or moved: defaults hold until it can. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

export interface SettingsStoreOptions {
  /** The profile folder, absolute. */
  readonly cwd: string;
  readonly onProblem: (problem: SettingsProblem) => void;
}

/** Settings in `settings.json`, written atomically. A damaged file is kept beside it and never wiped; keys of other versions stay in it. */
export function createSettingsStore({ cwd, onProblem }: SettingsStoreOptions): SettingsStore {
  const path = join(cwd, 'settings.json');
  const listeners = new Set<(settings: Settings) => void>();
  let file: Store | null = null;
  let settings = DEFAULT_SETTINGS;

  try {
    file = openFile(cwd, path, onProblem);
    settings = readSettings(file.store, path, onProblem);
  } catch (error) {
    onProblem({ kind: 'unreadable', path, reason: reasonOf(error) });
  }

  function write(patch: Partial<Settings>): void {
    try {
      file ??= openFile(cwd, path, onProblem);
      file.set(patch);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // Damaged by someone else since we read it: what we hold is all there is now.
      file = openFile(cwd, path, onProblem);
      file.set({ ...settings, ...patch });
    }
  }

  return {
    get: () => settings,
    async set(change) {
      const patch = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Settings>;
      const next = { ...settings, ...patch };
      try {
        write(patch);
      } catch (error) {
        const reason = reasonOf(error);
        throw new ReaderError('settings-failed', `The settings cannot be written: ${path} (${reason})`, { path, reason }, { cause: error });
      }
      settings = next;
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function openFile(cwd: string, path: string, onProblem: SettingsStoreOptions['onProblem']): Store {
  const open = (): Store => new Store({ cwd, name: 'settings', configFileMode: 0o600, accessPropertiesByDotNotation: false });
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const keptAs = freeName(cwd);
    renameSync(path, keptAs);
    onProblem({ kind: 'corrupt', path, keptAs });
    return open();
  }
}

/** A name that overwrites no file kept before, and that every file system allows. */
function freeName(cwd: string): string {
  const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
  for (let n = 0; ; n++) {
    const path = join(cwd, `settings.corrupt-${stamp}${n ? `-${n}` : ''}.json`);
    if (!existsSync(path)) return path;
  }
}

/** Holds each stored value to its own schema, so that one bad value costs that value alone. */
function readSettings(stored: Readonly<Record<string, unknown>>, path: string, onProblem: SettingsStoreOptions['onProblem']): Settings {
  const good: Record<string, unknown> = {};
  const bad: string[] = [];
  for (const [key, schema] of Object.entries(settingsSchema.entries)) {
    if (!Object.hasOwn(stored, key)) continue;
    const result = v.safeParse(schema, stored[key]);
    if (result.success) good[key] = result.output;
    else bad.push(key);
  }
  if (bad.length > 0) onProblem({ kind: 'invalid', path, keys: bad });
  return { ...DEFAULT_SETTINGS, ...(good as Partial<Settings>) };
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
}

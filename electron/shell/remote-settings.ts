import type { Settings } from '../contract/settings.ts';
import { fromWireError, type WireError } from '../contract/errors.ts';
import type { SettingsStore } from '../core/settings.ts';

export interface RemoteSettings extends SettingsStore {
  /** The settings as they are now on the other side. */
  receive(settings: Settings): void;
  /** The answer to the `send` of this id. */
  settle(id: number, settings: Settings | null, error: WireError | null): void;
}

/** The settings of another thread: read from the last copy received, written by asking that thread. */
export function createRemoteSettings(initial: Settings, send: (id: number, patch: Partial<Settings>) => void): RemoteSettings {
  const listeners = new Set<(settings: Settings) => void>();
  const waiting = new Map<number, { resolve: (settings: Settings) => void; reject: (error: Error) => void }>();
  let current = initial;
  let lastId = 0;

  return {
    get: () => current,
    set(patch) {
      lastId += 1;
      const { promise, resolve, reject } = Promise.withResolvers<Settings>();
      waiting.set(lastId, { resolve, reject });
      send(lastId, patch);
      return promise;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    receive(settings) {
      current = settings;
      for (const listener of listeners) listener(settings);
    },
    settle(id, settings, error) {
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(fromWireError(error));
      else call?.resolve((current = settings ?? current));
    },
  };
}

import type { Reader, ReaderApi } from '../contract/api.ts';
import type { ReaderError } from '../contract/errors.ts';
import type { AppInfo } from '../contract/model.ts';
import { READER_METHODS } from '../contract/validate.ts';
import type { SettingsStore } from './settings.ts';

/** Stands in where the library cannot be opened: settings and the app's facts answer, every other call with the error. */
export function createClosedReader({ settings, info, error }: { settings: SettingsStore; info: AppInfo; error: ReaderError }): Reader {
  const refuse = (): Promise<never> => Promise.reject(error);
  const refusals = Object.fromEntries(READER_METHODS.map((method) => [method, refuse])) as unknown as ReaderApi;
  return {
    api: {
      ...refusals,
      getSettings: async () => settings.get(),
      setSettings: async (patch) => settings.set(patch),
      appInfo: async () => info,
    },
    onEvent: (listener) => settings.onChange(() => listener({ kind: 'settings' })),
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReaderEvent } from '../../../electron/contract/api.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { createNameFinder } from '../../../electron/core/entities/name-finder.ts';
import { createFetcher } from '../../../electron/core/fetch/create-fetcher.ts';
import type { FigureNames } from '../../../electron/core/figures/read-figures.ts';
import type { OpenReader } from '../../../electron/core/open-reader.ts';
import { createReader } from '../../../electron/core/reader.ts';
import type { ReaderParts } from '../../../electron/core/reader-parts.ts';
import { createIngest } from '../../../electron/core/refresh/ingest.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../electron/core/settings.ts';
import { knownItems } from '../../../electron/core/store/known-items.ts';
import { openStore, type Store } from '../../../electron/core/store/open-store.ts';

export interface ReadingRoom {
  readonly profile: string;
  readonly store: Store;
  readonly reader: OpenReader;
  readonly api: OpenReader['api'];
  readonly events: ReaderEvent[];
  readonly faults: unknown[];
  close(): Promise<void>;
}

export function memorySettings(patch: Partial<Settings> = {}): SettingsStore {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...patch };
  const listeners = new Set<(settings: Settings) => void>();
  return {
    get: () => settings,
    async set(change) {
      settings = { ...settings, ...change };
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export interface ReadingRoomOptions {
  readonly unattended?: boolean;
  readonly settings?: Partial<Settings>;
  /** Left out: one of its own, removed at the end. */
  readonly profile?: string;
  readonly lookAtDisk?: ReaderParts['lookAtDisk'];
  readonly door?: ReaderParts['door'];
}

function figureNames(): FigureNames {
  const finder = createNameFinder();
  return { mentions: (text) => finder.mentions(text), partsOf: (id) => finder.entities.get(id)?.of ?? [] };
}

/** A whole engine of real parts on this thread, over a library of its own. */
export function openReadingRoom({ unattended = false, settings = {}, profile: given, lookAtDisk, door }: ReadingRoomOptions = {}): ReadingRoom {
  const profile = given ?? mkdtempSync(join(tmpdir(), 'reading-room-'));
  const store = openStore({ profile, now: Date.now });
  const fetcher = createFetcher({ userAgent: 'Monazite/test', timeoutMs: 5000 });
  let names: FigureNames | null = null;
  const events: ReaderEvent[] = [];
  const faults: unknown[] = [];
  const reader = createReader({
    store,
    // Unattended refreshes would come between a test's own.
    settings: memorySettings({ refreshMinutes: 0, ...settings }),
    ingest: createIngest({ fetcher, figureNames: async () => (names ??= figureNames()), knownItems: async (feedId) => knownItems(store, feedId) }),
    now: Date.now,
    info: { version: 'test', door: 'command', platform: process.platform, profile },
    unattended,
    onFault: (error) => faults.push(error),
    ...(lookAtDisk ? { lookAtDisk } : {}),
    ...(door ? { door } : {}),
  });
  reader.onEvent((event) => events.push(event));
  let closed: Promise<void> | null = null;
  return {
    profile,
    store,
    reader,
    api: reader.api,
    events,
    faults,
    close: () =>
      (closed ??= (async () => {
        await reader.close();
        await fetcher.close();
        if (given === undefined) rmSync(profile, { recursive: true, force: true });
      })()),
  };
}

import { setImmediate } from 'node:timers/promises';
import type { Reader, ReaderApi, ReaderEvent, ReaderEventListener } from '../contract/api.ts';
import type { Backup, BackupApi } from '../contract/backup.ts';
import type { SearchApi } from '../contract/search.ts';
import type { ArchiveApi } from '../contract/transfer.ts';
import { ReaderError, toWireError, type WireError } from '../contract/errors.ts';
import type { AppInfo } from '../contract/model.ts';
import { READER_METHODS } from '../contract/validate.ts';
import { archiveMethods } from './archive.ts';
import { createClosedReader } from './closed-reader.ts';
import { createCopyKeeper } from './copy-keeper.ts';
import { firstScreen } from './first-screen.ts';
import { recheckImages } from './offline/recheck-images.ts';
import { createThreadShare } from './pace/thread-share.ts';
import type { Timers } from './pace/timers.ts';
import type { LibraryApi, OpenReader } from './open-reader.ts';
import type { SettingsStore } from './settings.ts';
import { listBackups } from './store/backup-files.ts';
import { changeBackupState, suspectLibrary } from './store/backup-state.ts';
import type { CopyThread } from './store/copy-thread.ts';
import { finishSalvage, isDamaged, placeLastGood } from './store/heal.ts';
import { MIGRATIONS } from './store/migrations.ts';
import type { Store } from './store/open-store.ts';
import { createTransfers } from './transfers.ts';
import { replaceLibrary } from './store/replace-library.ts';

export interface LibraryHostParts {
  readonly profile: string;
  readonly now: () => number;
  readonly settings: SettingsStore;
  readonly info: AppInfo;
  readonly unattended: boolean;
  readonly copies: CopyThread;
  readonly onFault: (error: unknown) => void;
  /** Opens the library; `onDamage` is to be called when a statement meets damage. Throws as openStore does. */
  readonly openStore: (onDamage: () => void) => Store;
  /** Starts the engine over an open library; closing it closes the library. */
  readonly join: (store: Store) => OpenReader;
  readonly timers?: Timers;
}

export interface LibraryHost extends Reader {
  /** Why the library could not be opened. */
  readonly error: WireError | null;
  /** The machine goes to sleep, or woke. */
  power(state: 'asleep' | 'awake'): void;
  close(): Promise<void>;
}

interface Opened {
  readonly api: LibraryApi;
  readonly onEvent: Reader['onEvent'];
  readonly busy: () => boolean;
  readonly power: OpenReader['power'];
  readonly close: () => Promise<void>;
  readonly error: ReaderError | null;
}

const SEARCHES: ReadonlySet<string> = new Set(['search', 'countSearch', 'searchCompletions', 'listBookmarks'] satisfies (keyof SearchApi | 'listBookmarks')[]);

/** A library that could not be opened is tried again by the next question after this time. */
const OPEN_AGAIN_MS = 2000;

/**
 * Holds the library that is open, and puts another in its place: a copy that a person restores, or the last good one
 * where the library is found damaged, at the start or later. Calls that come meanwhile wait, and are answered by the new one.
 */
export function createLibraryHost(parts: LibraryHostParts): LibraryHost {
  const { profile, now, settings, info, onFault } = parts;
  const listeners = new Set<ReaderEventListener>();
  const turn: { done: Promise<void> | null } = { done: null };
  let healed = false;
  let closing = false;

  const tell = (event: ReaderEvent): void => {
    for (const listener of listeners) listener(event);
  };

  const recheck = async (store: Store): Promise<void> => {
    try {
      if ((await recheckImages(store)) > 0) tell({ kind: 'images', articleIds: [] });
    } catch (error) {
      if (store.db.isOpen) onFault(error);
    }
  };

  const openOnce = (copied: boolean): Opened => {
    let store = parts.openStore(() => void heal());
    try {
      if (finishSalvage(store, onFault)) {
        store.close();
        store = parts.openStore(() => void heal());
      }
      const reader = parts.join(store);
      if (copied) void recheck(store);
      return { api: reader.api, onEvent: (listener) => reader.onEvent(listener), busy: () => reader.busy, power: (state) => reader.power(state), close: () => reader.close(), error: null };
    } catch (error) {
      if (store.db.isOpen) store.close();
      throw error;
    }
  };

  const openOrSay = (copied: boolean): Opened => {
    try {
      return openOnce(copied);
    } catch (fault) {
      if (!(fault instanceof ReaderError)) onFault(fault);
      const error = fault instanceof ReaderError ? fault : new ReaderError('database-failed', String(fault), {}, { cause: fault });
      const closed = createClosedReader({ settings, info, error });
      return { api: closed.api, onEvent: (listener) => closed.onEvent(listener), busy: () => false, power: () => undefined, close: async () => undefined, error };
    }
  };

  const placeCopy = (): boolean => {
    try {
      return placeLastGood(profile, { at: now(), known: MIGRATIONS.length });
    } catch (error) {
      onFault(error);
      return false;
    }
  };

  const open = (copied: boolean): Opened => {
    const opened = openOrSay(copied);
    return opened.error?.code === 'database-damaged' && placeCopy() ? openOrSay(true) : opened;
  };

  let current = open(false);
  let stopHearing = current.onEvent(tell);

  const whenChanged = async (): Promise<void> => {
    while (turn.done) await turn.done;
  };

  /** Closes the library, has its file changed, and opens what is there then. One change at a time. */
  const change = async (work: () => void): Promise<void> => {
    await whenChanged();
    const { promise, resolve } = Promise.withResolvers<void>();
    turn.done = promise;
    try {
      await current.close();
      stopHearing();
      try {
        work();
      } finally {
        current = open(true);
        stopHearing = current.onEvent(tell);
      }
    } finally {
      turn.done = null;
      resolve();
      tell({ kind: 'library' });
    }
  };

  /** Once a run: where the check finds nothing, or there is no copy, the errors that are met are told as they are. */
  const heal = async (): Promise<void> => {
    if (healed || closing) return;
    healed = true;
    suspectLibrary(profile);
    // Damage is met in the midst of a statement, or while the library is being opened.
    await setImmediate();
    try {
      await change(() => {
        // What can still be read of a library without a copy is better than none of it.
        if (!isDamaged(profile) || !placeCopy()) changeBackupState(profile, { suspect: false });
      });
    } catch (error) {
      onFault(error);
    }
  };

  const keeper = createCopyKeeper({
    profile, now, thread: parts.copies, unattended: parts.unattended, onFault,
    mayCopy: () => !turn.done && !current.error && !current.busy(),
    onChange: () => tell({ kind: 'backups' }),
    onDamage: () => void heal(),
    ...(parts.timers && { timers: parts.timers }),
  });

  const restore = async (name: string): Promise<Backup> => {
    const backup = listBackups(profile).find((one) => one.name === name);
    if (!backup) throw new ReaderError('backup-missing', `there is no backup ${name}`, { name });
    const { version: found } = backup;
    const known = MIGRATIONS.length;
    if (found > known) throw new ReaderError('database-newer', `${name} has version ${found}, this program knows ${known}`, { path: name, found, known });
    await keeper.check(backup);
    let takeBack: (() => void) | null = null;
    await change(() => (takeBack = replaceLibrary(profile, backup, now())));
    const failed = current.error;
    if (!failed) return backup;
    if (takeBack) await change(takeBack);
    throw failed;
  };

  // Of the host, not of a library: an import outlives the one that it replaces.
  const share = createThreadShare();
  const transfers = createTransfers({ announce: tell, share });
  const archives: ArchiveApi & Pick<ReaderApi, 'transferProgress' | 'cancelTransfer'> = {
    ...archiveMethods({
      profile, now, settings, transfers, restore,
      version: info.version,
      knownVersion: MIGRATIONS.length,
      async copy() {
        await whenChanged();
        return keeper.make();
      },
      async facts() {
        await whenChanged();
        const { api } = current;
        const [{ all: articles, bookmarks }, { feeds }, { opml }] = await Promise.all([api.counts({}), api.listFeeds({}), api.exportOpml({})]);
        return { articles, bookmarks, feeds: feeds.length, opml };
      },
    }),
    async transferProgress() {
      const own = transfers.progress();
      return own.running ? own : current.api.transferProgress({});
    },
    async cancelTransfer() {
      transfers.cancel();
      return current.api.cancelTransfer({});
    },
  };

  const backups: BackupApi = {
    backups: async () => keeper.report(),
    async makeBackup() {
      await whenChanged();
      if (current.error) throw current.error;
      return { backup: await keeper.make() };
    },
    restoreBackup: async ({ name }) => ({ backup: await restore(name) }),
    async dismissRestored() {
      keeper.dismiss();
      return {};
    },
  };

  let triedAt = now();
  /**
   * What kept the library from being opened may be mended by now: a copy was put in place, or the folder can be written again. A step that
   * failed would do so again, after all the work that it takes until then.
   */
  const openAgain = (): void => {
    if (!current.error || current.error.code === 'migration-failed' || turn.done || closing || Math.abs(now() - triedAt) < OPEN_AGAIN_MS) return;
    triedAt = now();
    stopHearing();
    current = open(false);
    stopHearing = current.onEvent(tell);
    if (!current.error) tell({ kind: 'library' });
  };

  const passOn = (method: keyof LibraryApi) => async (args: never): Promise<unknown> => {
    await whenChanged();
    openAgain();
    const asked = current;
    try {
      return await asked.api[method](args);
    } catch (error) {
      // Its library was closed under it: a search only reads, and is asked of the new one.
      if (SEARCHES.has(method) && !closing && (turn.done !== null || asked !== current) && error instanceof ReaderError && error.code === 'engine-stopped') {
        await whenChanged();
        return current.api[method](args);
      }
      if (asked !== current && !(error instanceof ReaderError)) throw new ReaderError('engine-stopped', `${method}: the library was replaced`, {}, { cause: error });
      throw error;
    }
  };
  const passed = Object.fromEntries(READER_METHODS.filter((method) => !(method in backups || method in archives || method === 'firstScreen')).map((method) => [method, passOn(method as keyof LibraryApi)]));

  const api = { ...passed, ...backups, ...archives, firstScreen: () => firstScreen(api, onFault) } as unknown as ReaderApi;

  return {
    api,
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get error() {
      return current.error && toWireError(current.error);
    },
    power: (state) => current.power(state),
    async close() {
      closing = true;
      await transfers.close();
      await whenChanged();
      await keeper.close();
      await current.close();
      stopHearing();
    },
  };
}

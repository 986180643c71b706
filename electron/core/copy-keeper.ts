import type { Backup, BackupReport } from '../contract/backup.ts';
import { ReaderError } from '../contract/errors.ts';
import { nodeTimers, type Timers } from './pace/timers.ts';
import { backupPath, listBackups } from './store/backup-files.ts';
import { backupState, changeBackupState } from './store/backup-state.ts';
import type { CopyThread } from './store/copy-thread.ts';

const MINUTE = 60_000;
const EVERY_MS = 24 * 60 * MINUTE;
/** The window, and the first refresh, come first after a start. */
const SOON_MS = 3 * MINUTE;
/** A copy that failed is tried again after this. */
const AGAIN_MS = 60 * MINUTE;
/** Timers stand still while the machine sleeps: the clock is looked at this often. */
const TICK_MS = 5 * MINUTE;

export interface CopyKeeperOptions {
  readonly profile: string;
  readonly now: () => number;
  readonly thread: CopyThread;
  /** Whether copies are made by themselves. */
  readonly unattended: boolean;
  /** Whether the library is open, and nothing else needs the disk. */
  readonly mayCopy: () => boolean;
  readonly onChange: () => void;
  /** The library turned out to be damaged while it was copied. */
  readonly onDamage: () => void;
  readonly onFault: (error: unknown) => void;
  readonly timers?: Timers;
}

export interface CopyKeeper {
  report(): BackupReport;
  /** Rejects as a copy fails; the report then says so too. */
  make(): Promise<Backup>;
  /** Rejects with `backup-unsound` where a copy is not as it was made. */
  check(backup: Backup): Promise<void>;
  /** Forgets that a copy took the place of a damaged library. */
  dismiss(): void;
  close(): Promise<void>;
}

/** Copies the library once a day, where it changed, and knows of the copies. */
export function createCopyKeeper(options: CopyKeeperOptions): CopyKeeper {
  const { profile, now, thread, timers = nodeTimers } = options;
  const startedAt = now();
  let timer: unknown = null;
  let closed = false;

  const nextAt = (): number | null => {
    if (!options.unattended) return null;
    const { lastAt, failure } = backupState(profile);
    const soon = startedAt + SOON_MS;
    if (failure) return Math.max(soon, failure.at + AGAIN_MS);
    // A time to come is of a clock that was set back since.
    return lastAt === null || lastAt > now() ? soon : Math.max(soon, lastAt + EVERY_MS);
  };

  const copy = async (as: 'daily' | 'asked'): Promise<Backup | null> => {
    const at = now();
    try {
      const { backup, seen } = await thread.obey({ kind: 'copy', profile, as, at });
      changeBackupState(profile, { lastAt: at, seen, failure: null });
      return backup;
    } catch (error) {
      if (!closed) fail(error, at);
      throw error;
    } finally {
      if (!closed) options.onChange();
    }
  };

  const fail = (error: unknown, at: number): void => {
    const { code, detail } = error instanceof ReaderError ? error : { code: 'internal' as const, detail: {} };
    try {
      changeBackupState(profile, { failure: { at, code, detail } });
    } catch (fault) {
      // On a full disk not even that can be written; the call, or the log, says it.
      options.onFault(fault);
    }
    if (code === 'database-damaged') options.onDamage();
  };

  const tick = async (): Promise<void> => {
    timer = null;
    const due = nextAt();
    if (due !== null && now() >= due && options.mayCopy()) {
      try {
        await copy('daily');
      } catch (error) {
        if (!closed) options.onFault(error);
      }
    }
    arm();
  };

  const arm = (): void => {
    if (closed || !options.unattended) return;
    const ms = Math.max((nextAt() ?? 0) - now(), MINUTE);
    timer = timers.set(() => void tick(), Math.min(TICK_MS, ms));
  };

  arm();
  return {
    report() {
      const { lastAt, failure, restored } = backupState(profile);
      return { backups: listBackups(profile), lastAt, nextAt: nextAt(), failure, restored };
    },
    async make() {
      const backup = await copy('asked');
      if (!backup) throw new Error('a copy that was asked for was not made');
      return backup;
    },
    async check({ name, version }) {
      await thread.obey({ kind: 'check', profile, path: backupPath(profile, name), version });
    },
    dismiss() {
      changeBackupState(profile, { restored: null });
      options.onChange();
    },
    async close() {
      closed = true;
      if (timer !== null) timers.clear(timer);
      await thread.close();
    },
  };
}

import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { libraryPaths } from './library-paths.ts';

export interface Checkpointer {
  /** Moves the log into the database where it has grown enough for the moment. Takes no lock that the writer waits for. */
  check(moment: Moment): void;
  close(): void;
}

/** Whether writes have paused. In their midst the fsync would hold up the writer's own disk work, and with it every question. */
export type Moment = 'quiet' | 'busy';

/** Bytes of log from which moving it is worth the disk's time. */
const ENOUGH: Readonly<Record<Moment, number>> = { quiet: 4 * 1024 * 1024, busy: 128 * 1024 * 1024 };

/**
 * A second connection that does nothing but checkpoint. Moving the log ends in an fsync, which on a busy disk takes
 * hundreds of milliseconds; on a thread of its own no question waits for it.
 */
export function createCheckpointer(profile: string): Checkpointer {
  const { database } = libraryPaths(profile);
  const db = new DatabaseSync(database, { timeout: 0 });
  db.exec('PRAGMA wal_autocheckpoint = 0');
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  return {
    check(moment) {
      const size = statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0;
      if (size >= ENOUGH[moment]) checkpoint.get();
    },
    close() {
      db.close();
    },
  };
}

import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Backup } from '../../contract/backup.ts';
import { backupName, backupPath, backupTime, dropOldBackups } from './backup-files.ts';
import { changeBackupState } from './backup-state.ts';
import { putInPlace } from './backup.ts';
import { libraryPaths } from './library-paths.ts';
import { lockProfile } from './profile-lock.ts';
import { toStoreError } from './sqlite-error.ts';

/**
 * Puts a copy in the place of the (closed) library, which becomes a copy itself, so that this can be taken back; where it
 * cannot be read, it is set aside. Answers with the way back. Throws `profile-in-use`, `disk-full`, `profile-unwritable`.
 */
export function replaceLibrary(profile: string, backup: Backup, at: number): () => void {
  const lock = lockProfile(profile);
  try {
    const { database } = libraryPaths(profile);
    const version = versionOf(database);
    const aside = version === null ? `${database}.damaged-${at}` : backupPath(profile, backupName('replaced', version, backupTime(profile, at)));
    putInPlace(profile, backupPath(profile, backup.name), aside);
    changeBackupState(profile, { seen: null, restored: null, suspect: false, salvaging: false });
    dropOldBackups(profile);
    return () => {
      putInPlace(profile, aside, `${database}.failed-${at}`);
      rmSync(aside, { force: true });
    };
  } catch (error) {
    throw toStoreError(profile, error);
  } finally {
    lock.release();
  }
}

/** Null where the file is no library that can be read. */
function versionOf(database: string): number | null {
  try {
    const db = new DatabaseSync(database);
    try {
      db.prepare('SELECT 1 FROM sqlite_schema').get();
      return Number(db.prepare('PRAGMA user_version').get()?.['user_version']) || null;
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

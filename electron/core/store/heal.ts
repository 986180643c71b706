import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Backup, Restored } from '../../contract/backup.ts';
import { backupPath, listBackups } from './backup-files.ts';
import { backupState, changeBackupState } from './backup-state.ts';
import { putInPlace, verifyBackup } from './backup.ts';
import { checkFile } from './check-file.ts';
import { libraryPaths } from './library-paths.ts';
import { lockProfile } from './profile-lock.ts';
import { salvage } from './salvage.ts';
import { toStoreError } from './sqlite-error.ts';
import type { Store } from './store.ts';

/**
 * Sets a damaged (closed) library aside and puts the newest sound copy in its place. Answers with whether there was one;
 * where not, nothing has changed. `known` is the newest structure that this program reads. Throws as the profile's lock
 * does, `disk-full` and `profile-unwritable`.
 */
export function placeLastGood(profile: string, { at, known }: { at: number; known: number }): boolean {
  const lock = lockProfile(profile);
  try {
    const backup = listBackups(profile).find((one) => one.kind !== 'replaced' && one.version <= known && isSound(profile, one));
    if (!backup) return false;
    const { database } = libraryPaths(profile);
    const aside = `${database}.damaged-${at}`;
    const setAside = [database, `${database}-wal`].some((path) => existsSync(path)) ? aside : null;
    const restored: Restored = { at, backup: backup.name, backupAt: backup.at, setAside, salvaged: null };
    // Written first: a kill after the file is in its place must not lose what is still to be salvaged.
    changeBackupState(profile, { restored, salvaging: setAside !== null, seen: null });
    putInPlace(profile, backupPath(profile, backup.name), aside);
    changeBackupState(profile, { suspect: false });
    return true;
  } catch (error) {
    throw toStoreError(profile, error);
  } finally {
    lock.release();
  }
}

/** Whether the (closed) library is damaged, by SQLite's own check of every page. */
export function isDamaged(profile: string): boolean {
  try {
    const db = new DatabaseSync(libraryPaths(profile).database, { timeout: 1000 });
    try {
      return checkFile(db, 'quick').state === 'damaged';
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

/**
 * Reads what can be read from the library that was set aside into the copy, where that is still to be done. Never throws: the
 * copy stands by itself. Answers with whether something was read: the store is then to be opened anew, since its stamps must
 * lie above those that came.
 */
export function finishSalvage(store: Store, onFault: (error: unknown) => void): boolean {
  const { profile } = store;
  const { restored, salvaging } = backupState(profile);
  if (!salvaging || !restored?.setAside) return false;
  try {
    if (!isPlaced(profile, restored.setAside)) {
      // Killed before the copy took its place: the library that opened is the one that was there.
      changeBackupState(profile, { restored: null, salvaging: false });
      return false;
    }
    const salvaged = salvage(store, restored.setAside, restored.backupAt);
    changeBackupState(profile, { restored: { ...restored, salvaged }, salvaging: false });
    return salvaged !== null;
  } catch (error) {
    onFault(error);
    return false;
  }
}

function isPlaced(profile: string, setAside: string): boolean {
  const found = [setAside, libraryPaths(profile).database].map((path) => statSync(path, { throwIfNoEntry: false })?.ino);
  return found[0] !== undefined && found[0] !== found[1];
}

function isSound(profile: string, { name, version }: Backup): boolean {
  try {
    verifyBackup(backupPath(profile, name), version);
    return true;
  } catch {
    return false;
  }
}

import { closeSync, constants, copyFileSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BackupKind } from '../../contract/backup.ts';
import { PARTIAL, backupName, backupPath, backupTime, dropOldBackups } from './backup-files.ts';
import { checkFile } from './check-file.ts';
import { libraryPaths } from './library-paths.ts';

/** A copy that was written but does not hold what it must. */
export class BackupUnsound extends Error {}

export interface BackupFacts {
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind?: BackupKind;
}

/**
 * Copies the database by VACUUM INTO, opens the copy, checks it, and only then gives it its name. Answers with its path.
 * Throws what SQLite throws.
 */
export function makeBackup(db: DatabaseSync, profile: string, { version, at, kind = 'update' }: BackupFacts): string {
  const path = backupPath(profile, backupName(kind, version, backupTime(profile, at)));
  const partial = path + PARTIAL;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    verifyBackup(partial, version);
    flush(partial);
    renameSync(partial, path);
    flushFolder(path);
  } finally {
    rmSync(partial, { force: true });
  }
  dropOldBackups(profile);
  return path;
}

/** Opens a copy and checks the whole of it. Throws BackupUnsound. */
export function verifyBackup(path: string, version: number): void {
  try {
    const copy = new DatabaseSync(path, { readOnly: true });
    try {
      const check = checkFile(copy, 'whole');
      // An index of words that is damaged is made anew where it is met: a copy with one holds all that it must.
      if (check.state === 'damaged') throw new BackupUnsound(`the backup ${path} fails its integrity check: ${check.reason}`);
      const found = copy.prepare('PRAGMA user_version').get()?.['user_version'];
      if (found !== version) throw new BackupUnsound(`the backup ${path} has version ${String(found)}, not ${version}`);
    } finally {
      copy.close();
    }
  } catch (error) {
    if (error instanceof BackupUnsound) throw error;
    throw new BackupUnsound(`the backup ${path} cannot be read: ${String(error)}`, { cause: error });
  }
}

/**
 * Puts a backup in the place of the (closed) database in one rename. The file that was there, if any, stays at `aside`
 * with its log: applied to the restored one, that log would damage it. Nothing has changed where it throws.
 */
export function putInPlace(profile: string, backup: string, aside: string): void {
  const { database } = libraryPaths(profile);
  const fresh = `${database}${PARTIAL}`;
  try {
    copyFileSync(backup, fresh, constants.COPYFILE_FICLONE);
    flush(fresh);
    if (existsSync(database)) linkOrCopy(database, aside);
    for (const suffix of ['-wal', '-shm']) {
      if (existsSync(database + suffix)) renameSync(database + suffix, aside + suffix);
    }
    renameSync(fresh, database);
    flushFolder(database);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/**
 * Puts the copy from before a failed step back; the file that failed is kept beside it, the last one of them: a step that fails at each
 * start would fill the disk. Answers with its path.
 */
export function restoreBackup(profile: string, backup: string, at: number): string {
  const { database, folder } = libraryPaths(profile);
  const failed = `${database}.failed-${at}`;
  putInPlace(profile, backup, failed);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path.startsWith(`${database}.failed-`) && !path.startsWith(failed)) rmSync(path, { force: true });
  }
  return failed;
}

/** A second name costs no room; where the file system knows none, the file is copied. */
function linkOrCopy(from: string, to: string): void {
  // A restore that was killed has named it already.
  if (existsSync(to) && statSync(to).ino === statSync(from).ino) return;
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A rename outlives a loss of power only once its folder is on the disk. Windows opens no folders, and needs it not. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

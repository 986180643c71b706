import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { libraryPaths } from './library-paths.ts';

const BACKUPS_KEPT = 5;
const BACKUP_NAME = /^monazite-v\d+-(\d+)\.db$/;
/** A file that is still being written; a crash may leave one behind. */
const PARTIAL = '.partial';

/** A copy that was written but does not hold what it must. */
export class BackupUnsound extends Error {}

/**
 * Copies the database by VACUUM INTO, opens the copy, checks it, and only then gives it its name. Answers with its path.
 * `at` is epoch milliseconds. Throws what SQLite throws.
 */
export function makeBackup(db: DatabaseSync, profile: string, { version, at }: { version: number; at: number }): string {
  const { backups } = libraryPaths(profile);
  const path = join(backups, `monazite-v${version}-${Math.max(at, newestTime(backups) + 1)}.db`);
  const partial = path + PARTIAL;
  rmSync(partial, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(partial);
    verify(partial, version);
    flush(partial);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
  dropOld(backups);
  return path;
}

/** Path of the newest backup, or null where there is none. */
export function newestBackup(profile: string): string | null {
  const { backups } = libraryPaths(profile);
  const name = backupNames(backups)[0];
  return name ? join(backups, name) : null;
}

/**
 * Puts a backup in the place of the (closed) database in one rename; the file that failed is kept beside it.
 * Answers with the path that the failed file has now.
 */
export function restoreBackup(profile: string, backup: string, at: number): string {
  const { database } = libraryPaths(profile);
  const failed = `${database}.failed-${at}`;
  const fresh = `${database}${PARTIAL}`;
  copyFileSync(backup, fresh);
  flush(fresh);
  copyFileSync(database, failed);
  // A log that outlived its connection belongs to the failed file: applied to the restored one, it would damage it.
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(database + suffix)) renameSync(database + suffix, failed + suffix);
  }
  renameSync(fresh, database);
  return failed;
}

function verify(path: string, version: number): void {
  const copy = new DatabaseSync(path, { readOnly: true });
  try {
    const check = copy.prepare('PRAGMA integrity_check').get();
    if (check?.['integrity_check'] !== 'ok') throw new BackupUnsound(`the backup ${path} fails its integrity check: ${String(check?.['integrity_check'])}`);
    const found = copy.prepare('PRAGMA user_version').get()?.['user_version'];
    if (found !== version) throw new BackupUnsound(`the backup ${path} has version ${String(found)}, not ${version}`);
  } finally {
    copy.close();
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

function dropOld(backups: string): void {
  for (const name of backupNames(backups).slice(BACKUPS_KEPT)) rmSync(join(backups, name), { force: true });
  for (const name of readdirSync(backups)) if (name.includes(PARTIAL)) rmSync(join(backups, name), { force: true });
}

/** Newest first. */
function backupNames(backups: string): string[] {
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => BACKUP_NAME.test(name))
    .sort((a, b) => timeOf(b) - timeOf(a));
}

function newestTime(backups: string): number {
  const name = backupNames(backups)[0];
  return name ? timeOf(name) : 0;
}

function timeOf(name: string): number {
  return Number(BACKUP_NAME.exec(name)?.[1] ?? 0);
}

import { statSync, statfsSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Backup } from '../../contract/backup.ts';
import { ReaderError } from '../../contract/errors.ts';
import { listBackups } from './backup-files.ts';
import { backupState } from './backup-state.ts';
import { BackupUnsound, makeBackup, verifyBackup } from './backup.ts';
import { libraryPaths } from './library-paths.ts';
import { lookAtFile } from './look-at-file.ts';
import { toStoreError } from './sqlite-error.ts';

/** What the thread of copies is asked to do. `at` in epoch milliseconds. */
export type CopyOrder =
  | { readonly kind: 'copy'; readonly profile: string; readonly as: 'daily' | 'asked'; readonly at: number }
  | { readonly kind: 'check'; readonly profile: string; readonly path: string; readonly version: number };

/** `backup` is null where the library is as its last copy; `seen` is how its file looks then. */
export interface Copied {
  readonly backup: Backup | null;
  readonly seen: string | null;
}

/** Left free on the disk beyond the copy itself, bytes. */
const SPARE = 32 * 1024 * 1024;

/**
 * Does an order with a connection of its own, so that no question waits: copying 100,000 articles takes seconds. Throws
 * `disk-full` {path, needed, free}, `backup-unsound` {path, reason}, `database-damaged` and the other codes of the library.
 */
export function obeyOrder(order: CopyOrder): Copied {
  try {
    if (order.kind === 'copy') return copyLibrary(order);
    verifyBackup(order.path, order.version);
    return { backup: null, seen: null };
  } catch (error) {
    if (error instanceof BackupUnsound) throw new ReaderError('backup-unsound', error.message, { path: libraryPaths(order.profile).backups, reason: error.message }, { cause: error });
    throw toStoreError(order.profile, error);
  }
}

function copyLibrary({ profile, as, at }: CopyOrder & { kind: 'copy' }): Copied {
  const { database, backups } = libraryPaths(profile);
  const known = listBackups(profile).some(({ kind }) => kind === 'daily' || kind === 'asked');
  if (as === 'daily' && known && isAsSeen(database, backupState(profile).seen)) return { backup: null, seen: lookAt(database) };
  refuseWithoutRoom(database, backups);
  const log = lookAtFile(`${database}-wal`);
  const db = new DatabaseSync(database, { timeout: 5000 });
  try {
    const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
    const name = basename(makeBackup(db, profile, { version, at, kind: as }));
    // Where nothing was written meanwhile, the log goes into the database now, so that closing it changes nothing that was seen.
    if (lookAtFile(`${database}-wal`) === log) db.exec('PRAGMA wal_checkpoint(PASSIVE)');
    const seen = lookAtFile(`${database}-wal`) === log ? lookAt(database) : null;
    return { backup: listBackups(profile).find((one) => one.name === name) ?? null, seen };
  } finally {
    db.close();
  }
}

function refuseWithoutRoom(database: string, backups: string): void {
  const { bavail, bsize } = statfsSync(backups);
  const needed = [database, `${database}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), SPARE);
  const free = bavail * bsize;
  if (free < needed) throw new ReaderError('disk-full', `a copy of the library takes ${needed} bytes, and ${free} are free at ${backups}`, { path: backups, needed, free });
}

/** The database and its log by time and size: whatever is written changes one of them. */
function lookAt(database: string): string {
  return `${lookAtFile(database)} ${lookAtFile(`${database}-wal`)}`;
}

/** A clean close takes the log away, which by then is in the database. */
function isAsSeen(database: string, seen: string | null): boolean {
  if (seen === null) return false;
  const now = lookAt(database);
  return now === seen || (now.endsWith(' -') && now.split(' ')[0] === seen.split(' ')[0]);
}

import { ReaderError } from '../../contract/errors.ts';
import type { ReaderErrorCode } from '../../contract/errors.ts';
import { newestBackup } from './backup-files.ts';
import { libraryPaths } from './library-paths.ts';

// Primary result codes, https://sqlite.org/rescode.html
const SQLITE_PERM = 3;
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;
/** Of a virtual table's own records, of which a library has one: the index of words. */
const SQLITE_CORRUPT_VTAB = 267;
/**
 * Without an extended code, which every constraint of a table has: FTS5 met a piece of its index where its own records say that
 * there is none.
 */
const SQLITE_CONSTRAINT = 19;

const DAMAGED: ReadonlySet<number> = new Set([SQLITE_CORRUPT, SQLITE_NOTADB]);
const UNWRITABLE: ReadonlySet<number> = new Set([SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN]);

/** The primary result code of an error of node:sqlite, or null for any other error. */
function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null;
  return error.errcode & 0xff;
}

function isOfSearch(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (error.errcode === SQLITE_CORRUPT_VTAB || error.errcode === SQLITE_CONSTRAINT);
}

export function isBusy(error: unknown): boolean {
  return sqliteCode(error) === SQLITE_BUSY;
}

/** Says that a library's file is not what we wrote; the file stays as it is. */
export function damaged(profile: string, reason: string, cause?: unknown): ReaderError {
  const { database } = libraryPaths(profile);
  const detail = { path: database, backup: newestBackup(profile) };
  return new ReaderError('database-damaged', `${database}: ${reason}`, detail, { cause });
}

/** An error of SQLite or of the file system as the ReaderError that names it; anything else passes as it is. */
export function toStoreError(profile: string, error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === null && systemCode(error) === null) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isOfSearch(error)) return new ReaderError('search-damaged', `the index of words is damaged: ${reason}`, {}, { cause: error });
  if (code !== null && DAMAGED.has(code)) return damaged(profile, reason, error);
  const { database: path } = libraryPaths(profile);
  return new ReaderError(codeOf(code, error), `${path}: ${reason}`, { path, reason }, { cause: error });
}

function codeOf(code: number | null, error: unknown): ReaderErrorCode {
  if (code === SQLITE_FULL || systemCode(error) === 'ENOSPC') return 'disk-full';
  if (code !== null && UNWRITABLE.has(code)) return 'profile-unwritable';
  return 'database-failed';
}

/** The `code` of a file system error (EACCES, ENOSPC, …), or null. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

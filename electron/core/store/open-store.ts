import { existsSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import { backupPath, newestBackup } from './backup-files.ts';
import { backupState, changeBackupState, suspectLibrary } from './backup-state.ts';
import { restoreBackup } from './backup.ts';
import { checkFile } from './check-file.ts';
import { libraryPaths } from './library-paths.ts';
import { lookAtFile } from './look-at-file.ts';
import { makeSearchAnew, remakeSearch } from './remake-search.ts';
import { StepFailed, migrate } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { lockProfile } from './profile-lock.ts';
import { gatherDue, settleSearch } from './search-index.ts';
import { damaged, toStoreError } from './sqlite-error.ts';
import { storeOver } from './store-over.ts';
import type { Store } from './store.ts';

export type { Store } from './store.ts';

export interface OpenStoreOptions {
  /** Folder that holds everything of one person; made where missing. */
  readonly profile: string;
  readonly now: () => number;
  readonly migrations?: readonly Migration[];
  /** Called after each write where another thread moves the log into the database; left out, this connection does so itself. */
  readonly onWrite?: () => void;
  /** Called when a statement meets damage in the file. */
  readonly onDamage?: () => void;
}

/**
 * Opens the library of a profile and holds it until `close`. Never deletes or empties anything.
 * Throws `profile-unwritable` {path, reason}, `profile-in-use` {path}, `database-damaged` {path, backup},
 * `database-newer` {path, found, known}, `migration-failed` {path, step, backup}, `disk-full` {path, reason}.
 */
export function openStore({ profile, now, migrations = MIGRATIONS, onWrite, onDamage }: OpenStoreOptions): Store {
  const lock = lockProfile(profile);
  try {
    const db = openDatabase(profile, { migrations, at: now() });
    if (onWrite) db.exec(LOG_MOVED_ELSEWHERE);
    const isSearched = hasSearch(db);
    if (isSearched) gatherDue(db);
    return storeOver(db, { profile, now, lastStamp: lastStamp(db), release: () => lock.release(), onWrite, onDamage, ...(isSearched && { settle: settleSearch, remake: remakeSearch }) });
  } catch (error) {
    lock.release();
    throw toStoreError(profile, error);
  }
}

/** Checkpoints of 2,000 pages (8 MB) are the longest stall that a list can meet: larger ones cost 60 ms and more at once. */
const PRAGMAS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16000;
  PRAGMA wal_autocheckpoint = 2000;
  PRAGMA journal_size_limit = 33554432;
`;

/** Should the other thread be gone, the log still ends somewhere: at 256 MB. */
const LOG_MOVED_ELSEWHERE = 'PRAGMA wal_autocheckpoint = 65536';

const ABOUT = `Monazite keeps its library here: every feed, article, bookmark and read mark is in monazite.db, verified copies of it
are in backups, made once a day; the settings restore them. Images are in the folder beside this one. To back up all of it, quit
Monazite and copy the profile folder. To begin anew, move this whole folder away.
`;

function openDatabase(profile: string, { migrations, at }: { migrations: readonly Migration[]; at: number }): DatabaseSync {
  const { database, about } = libraryPaths(profile);
  // A file that is gone, or cut to nothing, looks to SQLite like a new one, and would be shown as an empty library.
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? null;
  if (!size && (existsSync(about) || newestBackup(profile))) throw damaged(profile, size === 0 ? 'the file is empty' : 'the file is gone');
  // A clean close takes the log away with it.
  const { suspect } = backupState(profile);
  const copyOf = copyInPlace(profile);
  const interrupted = suspect || existsSync(`${database}-wal`);
  const db = new DatabaseSync(database, { timeout: 1000, enableForeignKeyConstraints: true });
  try {
    db.exec(PRAGMAS);
    if (interrupted) quickCheck(db, profile);
    migrate(db, profile, { migrations, at, copyOf });
    if (!existsSync(about)) writeFileSync(about, ABOUT);
    if (suspect) changeBackupState(profile, { suspect: false });
    return db;
  } catch (error) {
    const known = toStoreError(profile, error);
    // Closing takes the log away, by which the next start would know that it has to look.
    if (known instanceof ReaderError && known.code === 'database-damaged') suspectLibrary(profile);
    db.close();
    throw error instanceof StepFailed ? stepFailed(profile, error, at) : error;
  }
}

/** The copy that a failed step put in the library's place, as long as nobody has written to the library since. */
function copyInPlace(profile: string): string | null {
  const { database } = libraryPaths(profile);
  const { unstepped } = backupState(profile);
  if (unstepped === null || unstepped.look !== lookAtFile(database) || existsSync(`${database}-wal`)) return null;
  const path = backupPath(profile, unstepped.backup);
  return existsSync(path) ? path : null;
}

function quickCheck(db: DatabaseSync, profile: string): void {
  const found = checkFile(db, 'quick');
  if (found.state === 'damaged') throw damaged(profile, found.reason);
  if (found.state === 'search-damaged') makeSearchAnew(db);
}

function stepFailed(profile: string, error: StepFailed, at: number): ReaderError {
  const { database: path } = libraryPaths(profile);
  if (error.backup) {
    restoreBackup(profile, error.backup, at);
    try {
      changeBackupState(profile, { unstepped: { backup: basename(error.backup), look: lookAtFile(path) } });
    } catch {
      // It costs the next start a copy; what failed is to be told.
    }
  }
  const { cause } = error;
  const known = toStoreError(profile, cause);
  if (known instanceof ReaderError && known.code === 'disk-full') return known;
  const detail = { path, step: error.step, backup: error.backup };
  return new ReaderError('migration-failed', `${error.message}: ${cause instanceof Error ? cause.message : String(cause)}`, detail, { cause });
}

function lastStamp(db: DatabaseSync): number {
  const table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'library'").get();
  // A test's own migrations need not make the whole library.
  if (!table) return 0;
  const row = db.prepare('SELECT max(last_stamp, ifnull((SELECT max(arrived_at) FROM statuses), 0)) AS stamp FROM library').get();
  return Number(row?.['stamp'] ?? 0);
}

/** A test's own migrations need not make the index. */
function hasSearch(db: DatabaseSync): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_due'").get() !== undefined;
}

/** Whether this SQLite has FTS5, without which no library opens. */
export function hasFts5(store: Store): boolean {
  const known = fts5.get(store.db);
  if (known !== undefined) return known;
  let found = true;
  try {
    store.db.exec('CREATE VIRTUAL TABLE temp.fts5_probe USING fts5(text); DROP TABLE temp.fts5_probe');
  } catch {
    found = false;
  }
  fts5.set(store.db, found);
  return found;
}

const fts5 = new WeakMap<DatabaseSync, boolean>();

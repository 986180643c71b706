import type { DatabaseSync } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import { BackupUnsound, makeBackup } from './backup.ts';
import { libraryPaths } from './library-paths.ts';

/** One step of the schema. Step n (counted from 1) takes a database from version n - 1 to n, in a transaction of its own. */
export type Migration = (db: DatabaseSync) => void;

/** A step that failed on a database that had a backup made before; the caller puts the backup back. */
export class StepFailed extends Error {
  readonly step: number;
  readonly backup: string | null;

  constructor(step: number, backup: string | null, options: ErrorOptions) {
    super(`migration step ${step} failed`, options);
    this.step = step;
    this.backup = backup;
  }
}

export interface MigrateOptions {
  readonly migrations: readonly Migration[];
  /** Epoch milliseconds. */
  readonly at: number;
  /** Path of a verified backup of which this database is a copy that nobody wrote to. */
  readonly copyOf?: string | null;
}

/**
 * Brings the database to the newest version known. Before the first step on a database that exists, a verified backup
 * is made, unless there is one of just this. Throws `database-newer` {path, found, known} or StepFailed.
 */
export function migrate(db: DatabaseSync, profile: string, { migrations, at, copyOf = null }: MigrateOptions): void {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  const known = migrations.length;
  if (found > known) {
    const { database: path } = libraryPaths(profile);
    throw new ReaderError('database-newer', `${path} has version ${found}, this program knows ${known}`, { path, found, known });
  }
  if (found === known) return;
  const backup = found > 0 ? copyOf ?? backUp(db, profile, { version: found, at }) : null;
  for (const [index, step] of migrations.entries()) {
    if (index >= found) runStep(db, { step, version: index + 1, backup });
  }
}

function backUp(db: DatabaseSync, profile: string, options: { version: number; at: number }): string {
  try {
    return makeBackup(db, profile, options);
  } catch (error) {
    // Without a copy that is known to be good, no step begins.
    throw error instanceof BackupUnsound ? new StepFailed(options.version + 1, null, { cause: error }) : error;
  }
}

function runStep(db: DatabaseSync, { step, version, backup }: { step: Migration; version: number; backup: string | null }): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    step(db);
    db.exec(`PRAGMA user_version = ${version}`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw new StepFailed(version, backup, { cause: error });
  }
}

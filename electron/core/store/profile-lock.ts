import { accessSync, constants, mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ReaderError } from '../../contract/errors.ts';
import { libraryPaths } from './library-paths.ts';
import { isBusy, systemCode, toStoreError } from './sqlite-error.ts';

/**
 * Makes the library's folders and holds the profile until `release`. The lock is an exclusive transaction on a second,
 * empty SQLite file: the system frees it even after SIGKILL, and two opens within one process exclude each other too.
 * Throws `profile-unwritable` {path, reason}, `profile-in-use` {path}, `disk-full`.
 */
export function lockProfile(profile: string): { release(): void } {
  const paths = libraryPaths(profile);
  try {
    mkdirSync(paths.backups, { recursive: true });
    for (const folder of [paths.folder, paths.backups]) accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unwritable(profile, error);
  }
  let lock: DatabaseSync | null = null;
  try {
    lock = new DatabaseSync(paths.lock, { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return { release: () => held.close() };
  } catch (error) {
    lock?.close();
    if (isBusy(error)) {
      throw new ReaderError('profile-in-use', `${profile} is held by another instance`, { path: profile }, { cause: error });
    }
    throw unwritable(profile, error);
  }
}

function unwritable(profile: string, error: unknown): unknown {
  if (systemCode(error) === 'ENOSPC') return toStoreError(profile, error);
  const reason = error instanceof Error ? error.message : String(error);
  return new ReaderError('profile-unwritable', `${profile}: ${reason}`, { path: profile, reason }, { cause: error });
}

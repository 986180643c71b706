import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReaderError } from '../../contract/errors.ts';
import { savedFileHashes, savedFilesOfCopies } from '../store/saved-files.ts';
import type { Store } from '../store/open-store.ts';
import { savedFilePath } from './saved-file-path.ts';

/** Keeps a file under its SHA-256, whole or not at all; one that is there stays. Throws `disk-full` or `profile-unwritable`. */
export async function storeSavedFile(profile: string, sha256: string, from: string): Promise<void> {
  const path = savedFilePath(profile, sha256);
  const part = `${path}.${randomUUID()}.part`;
  try {
    if (await stat(path).catch(() => null)) {
      // Young again: a sweep must not take what is about to be named.
      await utimes(path, new Date(), new Date());
      return;
    }
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await copyFile(from, part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const { code } = error as NodeJS.ErrnoException;
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new ReaderError(full ? 'disk-full' : 'profile-unwritable', `${path}: ${String(error)}`, { path }, { cause: error });
  }
}

/** What is being saved has a file before it has a row. */
const YOUNG_MS = 60 * 60_000;

/**
 * Removes the files that no article names any more, neither in the library nor in a copy that can be restored, and what a kill
 * left half written; what came within the hour stays. Where a copy cannot be read, nothing goes.
 */
export async function sweepSavedFiles(store: Store): Promise<void> {
  const folder = join(store.profile, 'files');
  let ofCopies: ReadonlySet<string> | null = null;
  for (const group of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(join(folder, group)).catch(() => [])) {
      const path = join(folder, group, name);
      const found = await stat(path).catch(() => null);
      if (!found || Date.now() - found.mtimeMs < YOUNG_MS) continue;
      // Read for each: a file may be saved meanwhile.
      if (savedFileHashes(store).has(name.replace(/\.pdf$/, ''))) continue;
      ofCopies ??= savedFilesOfCopies(store.profile);
      if (ofCopies === null) return;
      if (!ofCopies.has(name.replace(/\.pdf$/, ''))) await rm(path, { force: true });
    }
  }
}

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ReaderError } from '../../contract/errors.ts';
import { imagePath } from './image-path.ts';

/** Another name for the file of an image with the same bytes; false where the file system knows no such thing, or that file is gone. */
export async function shareImage(profile: string, key: string, twin: string): Promise<boolean> {
  const path = imagePath(profile, key);
  const part = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await link(imagePath(profile, twin), part);
    await rename(part, path);
    // Two names of one file: POSIX rename leaves both then.
    await rm(part, { force: true });
    return true;
  } catch {
    await rm(part, { force: true }).catch(() => undefined);
    return false;
  }
}

/** Writes an image whole or not at all: to a file beside it first, then by its name. Throws `disk-full` or `profile-unwritable`. */
export async function writeImage(profile: string, key: string, bytes: Uint8Array): Promise<void> {
  const path = imagePath(profile, key);
  const part = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, bytes, { flag: 'wx', mode: 0o600 });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw diskError(error, path);
  }
}

/** Removes the image of a key; none there is fine. Throws `profile-unwritable`. */
export function removeImage(profile: string, key: string): void {
  const path = imagePath(profile, key);
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw diskError(error, path);
  }
}

function diskError(error: unknown, path: string): ReaderError {
  const code = (error as NodeJS.ErrnoException).code;
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new ReaderError(full ? 'disk-full' : 'profile-unwritable', `${path}: ${String(error)}`, { path }, { cause: error });
}

import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReaderError } from '../../contract/errors.ts';
import { MOST_INCOMING_BYTES } from '../../contract/exchange.ts';
import type { FileKey } from '../../contract/exchange.ts';

/** What nobody has taken out by then, or what no call has used, is thrown away. */
const KEPT_MS = 24 * 60 * 60_000;

function folderOf(profile: string): string {
  return join(profile, 'exchange');
}

/** Where the file of a key lies in a profile. Throws a RangeError on anything else: keys come from addresses too. */
export function exchangePath(profile: string, file: FileKey): string {
  if (!/^[0-9a-f]{32}$/.test(file)) throw new RangeError('not a file key');
  return join(folderOf(profile), file);
}

/** A key that no file has yet, and the path to write it at. The folder is made where missing. */
export async function newExchangeFile(profile: string): Promise<{ file: FileKey; path: string }> {
  const file = randomBytes(16).toString('hex');
  await mkdir(folderOf(profile), { recursive: true, mode: 0o700 });
  return { file, path: exchangePath(profile, file) };
}

/**
 * Takes in what a person hands over, as it comes, whole or not at all. Throws `file-too-large` {bytes}, `disk-full` or
 * `profile-unwritable` {path}.
 */
export async function receiveFile(profile: string, source: NodeJS.ReadableStream | AsyncIterable<Uint8Array>, mostBytes: number = MOST_INCOMING_BYTES): Promise<{ file: FileKey; bytes: number }> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (bytes > mostBytes) done(new ReaderError('file-too-large', `the file has more than ${mostBytes} bytes`, { bytes: mostBytes }));
      else done(null, chunk);
    },
  });
  const folder = folderOf(profile);
  try {
    const { file, path } = await newExchangeFile(profile);
    try {
      await pipeline(source, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { file, bytes };
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ReaderError('disk-full', `${folder}: ${String(error)}`, { path: folder, reason: code }, { cause: error });
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw new ReaderError('profile-unwritable', `${folder}: ${String(error)}`, { path: folder, reason: code }, { cause: error });
    throw error;
  }
}

/** The size of a file that was handed in. Throws `file-missing` {file} where it is gone, or never was. */
export async function incomingFile(profile: string, file: FileKey): Promise<{ path: string; bytes: number }> {
  const path = exchangePath(profile, file);
  try {
    return { path, bytes: (await stat(path)).size };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new ReaderError('file-missing', `there is no file ${file}`, { file }, { cause: error });
  }
}

/** Throws away a file that was handed in and has been used to its end. */
export async function dropIncoming(profile: string, file: FileKey): Promise<void> {
  await rm(exchangePath(profile, file), { force: true });
}

/** Throws away what has lain for a day. Epoch milliseconds. */
export async function sweepExchange(profile: string, now: number): Promise<void> {
  const folder = folderOf(profile);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > KEPT_MS) await rm(path, { force: true, recursive: true });
  }
}

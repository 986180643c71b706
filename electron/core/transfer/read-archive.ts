import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ReaderError } from '../../contract/errors.ts';
import { CATALOGUE, CHECKSUMS, DATABASE, largestEntry, MANIFEST, SETTINGS } from './archive-layout.ts';
import type { ArchiveManifest } from './archive-layout.ts';
import { readChecksums } from './read-checksums.ts';

/** Left free on the disk beyond the archive itself, bytes. */
const SPARE = 64 * 1024 * 1024;
/** Deflate makes no more than 1032 of one; a database of text shrinks to a quarter. */
const MOST_INFLATED = 200;
/** The mark of a zip's first entry. */
const ZIP_HEAD = Buffer.from('PK\u0003\u0004', 'latin1');
/** Begins the record that ends a zip (APPNOTE 4.3.16), and how far from the end it may stand. */
const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const MOST_TAIL = 65_557 + 65_536;

export interface OpenArchive {
  readonly manifest: ArchiveManifest;
  /** JSON, or null where there is none. */
  readonly settings: string | null;
  /** Of every file once it is out. */
  readonly bytes: number;
  /** Names of the files beside the database. */
  readonly files: readonly string[];
  /** Writes the database and the files below a folder and holds each to its checksum. `step` is told bytes. Throws `archive-unsound`. */
  extract(folder: string, step: (done: number, total: number) => Promise<void>): Promise<void>;
  close(): void;
}

/** What is wrong with an archive as a whole. */
type WholeFault = 'cut-short' | 'unknown-version' | 'incomplete' | 'unreadable';
/** What is wrong with one of its files, whose `name` is told. */
type FileFault = 'changed' | 'unexpected' | 'twice' | 'too-large' | 'encrypted' | 'damaged';

const MOST_NAME = 200;

function unsound(reason: WholeFault, told?: { readonly cause?: unknown }): ReaderError;
function unsound(reason: FileFault, told: { readonly name: string; readonly cause?: unknown }): ReaderError;
function unsound(reason: WholeFault | FileFault, { name, cause }: { readonly name?: string; readonly cause?: unknown } = {}): ReaderError {
  const detail: Record<string, string> = name === undefined ? { reason } : { reason, name: name.slice(0, MOST_NAME) };
  return new ReaderError('archive-unsound', `the archive cannot be taken: ${Object.values(detail).join(' ')}`, detail, { cause });
}

/** What a file that is read as no zip may be: one whose end is missing, one that is broken, or none; also where it cannot be read. */
async function zipState(path: string): Promise<'cut-short' | 'unreadable' | 'none'> {
  const file = await open(path).catch(() => null);
  if (!file) return 'none';
  try {
    const { buffer: head } = await file.read(Buffer.alloc(ZIP_HEAD.length), 0, ZIP_HEAD.length, 0);
    if (!head.equals(ZIP_HEAD)) return 'none';
    const { size } = await file.stat();
    const { buffer: tail } = await file.read(Buffer.alloc(Math.min(size, MOST_TAIL)), 0, Math.min(size, MOST_TAIL), Math.max(0, size - MOST_TAIL));
    return tail.includes(ZIP_END) ? 'unreadable' : 'cut-short';
  } catch {
    return 'none';
  } finally {
    await file.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    // Sizes are held to what the directory says, and names that lead out of a folder are refused.
    return await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true });
  } catch (error) {
    const state = await zipState(path);
    if (state !== 'none') throw unsound(state, { cause: error });
    throw new ReaderError('not-archive', `the file is no archive of a library: ${String(error)}`, {}, { cause: error });
  }
}

/** Every entry by its name. Throws where one has a name or a size that no archive has. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, uncompressedSize: bytes, compressedSize: packed } = entry;
    const largest = largestEntry(name);
    if (largest === null) throw unsound('unexpected', { name });
    if (entries.has(name)) throw unsound('twice', { name });
    if (bytes > largest || bytes > packed * MOST_INFLATED + 1024) throw unsound('too-large', { name });
    if (entry.isEncrypted()) throw unsound('encrypted', { name });
    entries.set(name, entry);
  }
  return entries;
}

/** A small entry as text, and its SHA-256. */
async function readText(zip: ZipFile, entry: Entry): Promise<{ readonly text: string; readonly sha256: string }> {
  const bytes = await buffer(await zip.openReadStreamPromise(entry));
  return { text: bytes.toString(), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw unsound('damaged', { name, cause: error });
  }
}

/** Opens an archive and looks at all that it names, without writing anything. Throws `not-archive`, `archive-unsound` {reason, name}. */
export async function openArchive(path: string): Promise<OpenArchive> {
  const zip = await openZip(path);
  try {
    const entries = await guarded(() => entriesOf(zip));
    const head = entries.get(MANIFEST);
    if (!head) throw new ReaderError('not-archive', 'the zip holds no manifest', {});
    const said = await guarded(() => readText(zip, head));
    const manifest = parsed(MANIFEST, said.text) as ArchiveManifest | null;
    if (manifest?.format !== 'monazite-archive') throw new ReaderError('not-archive', 'the zip holds something else', {});
    if (manifest.version !== 1 || !Number.isSafeInteger(manifest.libraryVersion)) throw unsound('unknown-version');
    const sums = entries.get(CHECKSUMS);
    if (!sums || !entries.has(DATABASE)) throw unsound('incomplete');
    const checksums = await guarded(async () => readChecksums(await zip.openReadStreamPromise(sums), (name) => entries.has(name)));
    if (checksums === null) throw unsound('incomplete');
    if (said.sha256 !== checksums.get(MANIFEST)) throw unsound('changed', { name: MANIFEST });
    const kept = entries.get(SETTINGS);
    const settings = kept ? await guarded(() => readText(zip, kept)) : null;
    if (settings && settings.sha256 !== checksums.get(SETTINGS)) throw unsound('changed', { name: SETTINGS });
    const out = [...entries].filter(([name]) => name === DATABASE || name === CATALOGUE || /^(?:images|files)\//.test(name));
    const bytes = out.reduce((sum, [, entry]) => sum + entry.uncompressedSize, 0);
    return {
      manifest, bytes,
      settings: settings?.text ?? null,
      files: out.map(([name]) => name).filter((name) => name !== DATABASE),
      async extract(folder, step) {
        await requireRoom(folder, bytes);
        let done = 0;
        for (const [name, entry] of out) {
          await step(done, bytes);
          const stream = await guarded(() => zip.openReadStreamPromise(entry));
          await writeChecked(stream, join(folder, ...name.split('/')), { name, sum: checksums.get(name) });
          done += entry.uncompressedSize;
        }
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** What the zip's own reader refuses is an archive that is damaged. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof ReaderError ? error : unsound('unreadable', { cause: error });
  }
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytes + SPARE) throw new ReaderError('disk-full', `the archive takes ${bytes} bytes, and ${free} are free`, { path: folder, needed: bytes + SPARE, free });
}

async function writeChecked(stream: Readable, path: string, { name, sum }: { readonly name: string; readonly sum: string | undefined }): Promise<void> {
  const hash = createHash('sha256');
  const hashed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await pipeline(stream, hashed, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ReaderError('disk-full', String(error), { path, reason: code }, { cause: error });
    throw typeof code === 'string' && code.startsWith('E') ? error : unsound('damaged', { name, cause: error });
  }
  if (hash.digest('hex') !== sum) throw unsound('changed', { name });
}

import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Backup } from '../contract/backup.ts';
import { ReaderError } from '../contract/errors.ts';
import type { ArchiveApi, ArchiveFacts } from '../contract/transfer.ts';
import { knownSettings } from '../contract/known-settings.ts';
import { dropIncoming, incomingFile, newExchangeFile } from './exchange/exchange-file.ts';
import type { SettingsStore } from './settings.ts';
import { backupName, backupPath, backupTime } from './store/backup-files.ts';
import { CATALOGUE, DATABASE } from './transfer/archive-layout.ts';
import { dayOf } from './transfer/exported-article.ts';
import type { OpenArchive } from './transfer/read-archive.ts';
import type { Transfer, Transfers } from './transfers.ts';

export interface ArchiveParts {
  readonly profile: string;
  readonly now: () => number;
  readonly version: string;
  readonly settings: SettingsStore;
  /** The newest structure of a database that this program knows. */
  readonly knownVersion: number;
  readonly transfers: Transfers;
  /** A verified copy of the library as it is. */
  readonly copy: () => Promise<Backup>;
  /** Puts a copy in the place of the library, or leaves all as it was and rejects. */
  readonly restore: (name: string) => Promise<unknown>;
  readonly facts: () => Promise<{ readonly articles: number; readonly bookmarks: number; readonly feeds: number; readonly opml: string }>;
}

/** Tells the bytes of a long file work, a megabyte a step. */
const UNIT = 1024 * 1024;

function inUnits({ step }: Transfer): (done: number, total: number) => Promise<void> {
  return (done, total) => step(Math.floor(done / UNIT), Math.max(1, Math.ceil(total / UNIT)));
}

/** A whole library out into one file, and in again. */
export function archiveMethods(parts: ArchiveParts): ArchiveApi {
  const { profile, now, version, settings, transfers } = parts;

  const opened = async <T>(file: string, work: (archive: OpenArchive) => Promise<T>): Promise<T> => {
    const { path } = await incomingFile(profile, file);
    const { openArchive } = await import('./transfer/read-archive.ts');
    const archive = await openArchive(path);
    try {
      const { libraryVersion: found } = archive.manifest;
      if (found > parts.knownVersion) throw new ReaderError('database-newer', `the archive has version ${found}, this program knows ${parts.knownVersion}`, { path: basename(path), found, known: parts.knownVersion });
      return await work(archive);
    } finally {
      archive.close();
    }
  };

  return {
    exportArchive: () =>
      transfers.run('export', async (transfer) => {
        const at = now();
        const { opml, ...counts } = await parts.facts();
        const copy = await parts.copy();
        const { writeArchive } = await import('./transfer/write-archive.ts');
        const { file, path } = await newExchangeFile(profile);
        try {
          const { files } = await writeArchive(path, {
            profile, opml,
            manifest: { format: 'monazite-archive', version: 1, generator: `Monazite ${version}`, createdAt: at, libraryVersion: copy.version, ...counts },
            database: backupPath(profile, copy.name),
            settings: JSON.stringify(settings.get()),
            step: inUnits(transfer),
          });
          return { file, name: `Monazite ${dayOf(at)}.monazite.zip`, type: 'application/zip', bytes: (await stat(path)).size, files, ...counts };
        } catch (error) {
          await rm(path, { force: true });
          const { code } = error as NodeJS.ErrnoException;
          throw code === 'ENOSPC' || code === 'EDQUOT' ? new ReaderError('disk-full', String(error), { path, reason: code }, { cause: error }) : error;
        }
      }),
    previewArchive: ({ file }) => opened(file, async (archive) => factsOf(archive)),
    async importArchive({ file }) {
      const facts = await opened(file, (archive) =>
        transfers.run('import', async (transfer) => {
          const at = now();
          const staging = join(profile, 'exchange', `archive-${at}`);
          try {
            await archive.extract(staging, inUnits(transfer));
            const place = (wanted: (name: string) => boolean): Promise<void> => placeFiles(profile, staging, archive.files.filter(wanted), join(profile, `replaced-${at}`));
            await place((name) => name !== CATALOGUE);
            const name = backupName('asked', archive.manifest.libraryVersion, backupTime(profile, at));
            await mkdir(dirname(backupPath(profile, name)), { recursive: true });
            await rename(join(staging, DATABASE), backupPath(profile, name));
            await parts.restore(name);
            // Images and files are named for what they hold and may stay where the library does not come; this may not.
            await place((file) => file === CATALOGUE);
          } finally {
            await rm(staging, { recursive: true, force: true });
          }
          await settings.set(knownSettings(safeJson(archive.settings)));
          return factsOf(archive);
        }),
      );
      await dropIncoming(profile, file);
      return facts;
    },
  };
}

function factsOf({ manifest, files, bytes }: OpenArchive): ArchiveFacts {
  const { createdAt, articles, bookmarks, feeds } = manifest;
  return { createdAt, articles: count(articles), bookmarks: count(bookmarks), feeds: count(feeds), files: files.filter((name) => name !== CATALOGUE).length, bytes };
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
}

/**
 * Moves files to their places in the profile. One that is there with other bytes is set aside, never lost: the library that
 * had it is a copy by then, and can come back.
 */
async function placeFiles(profile: string, staging: string, names: readonly string[], aside: string): Promise<void> {
  for (const name of names) {
    const [from, to] = [join(staging, name), join(profile, name)];
    const present = await stat(to).catch(() => null);
    if (present && (await hashOf(from)) === (await hashOf(to))) continue;
    if (present) {
      await mkdir(dirname(join(aside, name)), { recursive: true });
      await rename(to, join(aside, name));
    }
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

function safeJson(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    // A library without its settings is better than none.
    return null;
  }
}

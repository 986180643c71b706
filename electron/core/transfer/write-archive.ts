import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { ARCHIVED_FOLDERS, CATALOGUE, CHECKSUMS, DATABASE, largestEntry, MANIFEST, SETTINGS, SUBSCRIPTIONS } from './archive-layout.ts';
import type { ArchiveManifest, Checksums } from './archive-layout.ts';
import { createZipWriter } from './zip-writer.ts';

export interface ArchiveParts {
  readonly profile: string;
  readonly manifest: ArchiveManifest;
  /** A copy of the database that nobody writes to. */
  readonly database: string;
  /** JSON. */
  readonly settings: string;
  readonly opml: string;
  /** Called before each file, with the bytes written and those that there are. What it throws ends the archive. */
  readonly step: (done: number, total: number) => Promise<void>;
}

interface Kept {
  readonly name: string;
  readonly bytes: number;
}

async function filesBelow(profile: string, folder: string): Promise<Kept[]> {
  const entries = await readdir(join(profile, folder), { withFileTypes: true }).catch(() => []);
  const found: Kept[] = [];
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(profile, name)));
    // What is half written has an ending of its own.
    else if (entry.isFile() && largestEntry(name) !== null && !/\.(?:part|partial)$/.test(name)) found.push({ name, bytes: (await stat(join(profile, name))).size });
  }
  return found;
}

/** The person's own catalogue; null where there is none, or none that would be read again. */
async function ownCatalogue(profile: string): Promise<Buffer | null> {
  const bytes = await readFile(join(profile, CATALOGUE)).catch(() => null);
  return bytes !== null && bytes.length <= (largestEntry(CATALOGUE) ?? 0) ? bytes : null;
}

/** Writes a whole library into one zip, a file at a time; memory does not grow with it. Answers with the files beside the database. */
export async function writeArchive(path: string, { profile, manifest, database, settings, opml, step }: ArchiveParts): Promise<{ files: number }> {
  const zip = createZipWriter(path, new Date(manifest.createdAt));
  const sums: Record<string, Checksums[string]> = {};

  const add = async (name: string, content: Readable, stored: boolean): Promise<void> => {
    const hash = createHash('sha256');
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    content.on('error', (error) => counted.destroy(error));
    await zip.add(name, content.pipe(counted), { stored });
    sums[name] = { bytes, sha256: hash.digest('hex') };
  };
  const addBytes = (name: string, bytes: Buffer): Promise<void> => add(name, Readable.from([bytes]), false);
  const addText = (name: string, text: string): Promise<void> => addBytes(name, Buffer.from(text));

  try {
    const files: Kept[] = [];
    for (const folder of ARCHIVED_FOLDERS) files.push(...(await filesBelow(profile, folder)));
    const databaseBytes = (await stat(database)).size;
    const total = files.reduce((sum, { bytes }) => sum + bytes, databaseBytes);
    await step(0, total);
    await addText(MANIFEST, JSON.stringify(manifest, null, 2));
    await addText(SETTINGS, settings);
    await addText(SUBSCRIPTIONS, opml);
    const catalogue = await ownCatalogue(profile);
    if (catalogue) await addBytes(CATALOGUE, catalogue);
    await add(DATABASE, createReadStream(database), false);
    let done = databaseBytes;
    let written = 0;
    for (const { name, bytes } of files) {
      await step(done, total);
      done += bytes;
      // A clean-up may have taken it since.
      if (!(await stat(join(profile, name)).catch(() => null))) continue;
      await add(name, createReadStream(join(profile, name)), true);
      written += 1;
    }
    await zip.addText(CHECKSUMS, JSON.stringify(sums));
    await zip.end();
    return { files: written };
  } catch (error) {
    await zip.abort();
    throw error;
  }
}

import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { archiveMethods } from '../../../electron/core/archive.ts';
import { exchangePath, newExchangeFile } from '../../../electron/core/exchange/exchange-file.ts';
import { backupName, backupPath } from '../../../electron/core/store/backup-files.ts';
import { memorySettings } from '../reader/reading-room.ts';
import { NOW, temporaryFolder, unzip } from './articles.ts';

const COPY = backupName('asked', 1, NOW);

/** A profile and the archive's two ways, over a library that is some bytes. */
function profileWith(files: Readonly<Record<string, string>> = {}, restore: (name: string) => Promise<unknown> = async () => undefined) {
  const profile = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(profile, name)), { recursive: true });
    writeFileSync(join(profile, name), text);
  }
  const settings = memorySettings({ textSize: 22 });
  const methods = archiveMethods({
    profile, settings, restore, now: () => NOW, version: '1.2.3', knownVersion: 1,
    transfers: { run: async (_kind, work) => work({ step: async () => undefined }), progress: () => ({ running: null, done: 0, total: 0 }), cancel: () => undefined, close: async () => undefined },
    async copy() {
      const path = backupPath(profile, COPY);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'the library');
      return { name: COPY, at: NOW, bytes: 11, version: 1, kind: 'asked' };
    },
    facts: async () => ({ articles: 1, bookmarks: 1, feeds: 1, opml: '<opml/>' }),
  });
  return {
    profile, settings, ...methods,
    /** Takes a zip in as it was handed over. */
    async handed(bytes: Uint8Array): Promise<{ file: string; name: string }> {
      const { file, path } = await newExchangeFile(profile);
      writeFileSync(path, bytes);
      return { file, name: 'x.zip' };
    },
  };
}

type Profile = ReturnType<typeof profileWith>;

async function archiveOf(from: Profile): Promise<Buffer> {
  const { file } = await from.exportArchive({});
  return readFileSync(exchangePath(from.profile, file));
}

/** A zip as another program would write it, with some entries otherwise. */
async function rewritten(archive: Buffer, changes: Readonly<Record<string, Buffer | string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of await unzip(archive)) zip.addBuffer(Buffer.from(changes[name] ?? bytes), name);
  zip.end();
  const path = join(temporaryFolder(), 'made.zip');
  await pipeline(zip.outputStream, createWriteStream(path));
  return readFileSync(path);
}

const CATALOGUE = JSON.stringify({ sources: [] });

test("a person's own catalogue goes with the library, and one that stood there is set aside", async () => {
  const archive = await archiveOf(profileWith({ 'catalogue.json': CATALOGUE, [`images/01/${'01'.repeat(16)}`]: 'x' }));
  const [fresh, other] = [profileWith(), profileWith({ 'catalogue.json': 'of another' })];
  for (const to of [fresh, other]) {
    expect(await to.importArchive(await to.handed(archive))).toMatchObject({ files: 1 });
    expect(readFileSync(join(to.profile, 'catalogue.json'), 'utf8')).toBe(CATALOGUE);
  }
  const [aside] = readdirSync(other.profile).filter((name) => name.startsWith('replaced-'));
  expect(readFileSync(join(other.profile, aside ?? '', 'catalogue.json'), 'utf8')).toBe('of another');
  expect(readdirSync(fresh.profile).filter((name) => name.startsWith('replaced-'))).toEqual([]);
});

test('a catalogue stays what it is where the archive has none, and where its library cannot be put in place', async () => {
  const none = profileWith({ 'catalogue.json': 'mine' });
  await none.importArchive(await none.handed(await archiveOf(profileWith())));
  expect(readFileSync(join(none.profile, 'catalogue.json'), 'utf8')).toBe('mine');
  const failing = profileWith({ 'catalogue.json': 'mine' }, () => Promise.reject(new Error('no')));
  await expect(failing.importArchive(await failing.handed(await archiveOf(profileWith({ 'catalogue.json': CATALOGUE }))))).rejects.toThrow('no');
  expect(readFileSync(join(failing.profile, 'catalogue.json'), 'utf8')).toBe('mine');
});

test('a catalogue too large to be read again is left out, so that the archive comes in', async () => {
  const archive = await archiveOf(profileWith({ 'catalogue.json': ' '.repeat(2_000_001) }));
  const to = profileWith();
  await to.importArchive(await to.handed(archive));
  expect(existsSync(join(to.profile, 'catalogue.json'))).toBe(false);
});

test('settings, catalogue and what the archive says of itself are held to their checksums', async () => {
  const archive = await archiveOf(profileWith({ 'catalogue.json': CATALOGUE }));
  const manifest = (await unzip(archive)).find(({ name }) => name === 'manifest.json')?.bytes.toString() ?? '';
  for (const [name, text] of [['settings.json', '{"textSize":24}'], ['catalogue.json', '{}'], ['manifest.json', manifest.replace('"articles": 1', '"articles": 9')]] as const) {
    const to = profileWith();
    await expect(to.importArchive(await to.handed(await rewritten(archive, { [name]: text })))).rejects.toMatchObject({ code: 'archive-unsound' });
    expect(existsSync(join(to.profile, 'catalogue.json'))).toBe(false);
  }
  const to = profileWith();
  await to.importArchive(await to.handed(await rewritten(archive, {})));
  expect(to.settings.get().textSize).toBe(22);
});

test('a list of checksums is read line by line: what is none ends it at once, however much of it there is', async () => {
  const archive = await archiveOf(profileWith());
  const sums = JSON.parse((await unzip(archive)).find(({ name }) => name === 'checksums.json')?.bytes.toString() ?? '') as Record<string, unknown>;
  const to = profileWith();
  // Indented, as another program may write it, it is the same list.
  await to.previewArchive(await to.handed(await rewritten(archive, { 'checksums.json': JSON.stringify(sums, null, 4) })));
  // What compresses too well is refused by its size before: each of these is as large as its packed form lets it be.
  const noise = Array.from({ length: 40_000 }, (_, at) => Math.sin(at).toString(36).slice(2)).join('');
  for (const bad of ['', '{}', '[]', 'null', '{"library/monazite.db":', `{"x":{"a":"${noise}","b":${'['.repeat(24_000_000)}`, JSON.stringify({ ...sums, 'images/aa/missing': { bytes: 1, sha256: 'a'.repeat(64) } }), `${JSON.stringify(sums)}{`]) {
    await expect(to.previewArchive(await to.handed(await rewritten(archive, { 'checksums.json': bad })))).rejects.toMatchObject({ code: 'archive-unsound' });
  }
});

import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { AnswerOf, ArgsOf, ReaderMethod } from '../../../electron/contract/api.ts';
import { exchangePath, newExchangeFile } from '../../../electron/core/exchange/exchange-file.ts';
import { startEngine, type EngineClient } from '../../../electron/shell/engine-client.ts';
import { memorySettings } from '../reader/reading-room.ts';
import { feed, rss, startFeedServer } from '../refresh/feed-server.ts';
import { pdf } from '../../fixtures/saved/made-files.ts';
import { unzip } from '../transfer/articles.ts';

const enginePath = join(import.meta.dirname, '../../../electron/engine.ts');
const folders: string[] = [];
const open: EngineClient[] = [];
let server: Awaited<ReturnType<typeof startFeedServer>>;

beforeEach(async () => {
  server = await startFeedServer();
});

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
  await server.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Library {
  readonly profile: string;
  readonly engine: EngineClient;
  readonly settings: ReturnType<typeof memorySettings>;
}

async function library(profile = mkdtempSync(join(tmpdir(), 'monazite-archive-'))): Promise<Library> {
  folders.push(profile);
  const settings = memorySettings();
  const info = { version: '1.2.3', door: 'command', platform: process.platform, profile } as const;
  const engine = await startEngine({ enginePath, data: { profile, info, unattended: false }, settings });
  open.push(engine);
  return { profile, engine, settings };
}

async function ask<M extends ReaderMethod>({ engine }: Library, method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
  const answer = await engine.call(method, args);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
  return answer.value as AnswerOf<M>;
}

const codeOf = async ({ engine }: Library, method: ReaderMethod, args: unknown): Promise<string> => {
  const answer = await engine.call(method, args);
  return answer.ok ? 'ok' : answer.error.code;
};

/** Numbers as they are: rows of the index are numbered past what JavaScript counts. */
function rowsOf(db: DatabaseSync, table: string): unknown[] {
  const reading = db.prepare(`SELECT * FROM "${table}"`);
  reading.setReadBigInts(true);
  return reading.all().map((row) => ({ ...row }));
}

/** Closes the library, so that all of it is in its file, and reads every table. */
async function tables({ profile, engine }: Library): Promise<Record<string, unknown[]>> {
  await engine.close();
  open.splice(open.indexOf(engine), 1);
  const db = new DatabaseSync(join(profile, 'library', 'monazite.db'));
  try {
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").all().map((row) => String(row['name']));
    return Object.fromEntries(names.map((name) => [name, rowsOf(db, name)]));
  } finally {
    db.close();
  }
}

function filesOf(profile: string, folder: string): Record<string, string> {
  const root = join(profile, folder);
  if (!existsSync(root)) return {};
  return Object.fromEntries(readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(root.length + 1), readFileSync(path).toString('base64')];
  }));
}

function putFile(profile: string, name: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(profile, name)), { recursive: true });
  writeFileSync(join(profile, name), bytes);
}

const IMAGE = `images/01/${'01'.repeat(16)}`;

/** Articles, one of them with all that a person can add, images and a saved file. */
async function filled(): Promise<Library> {
  const made = await library();
  await ask(made, 'subscribe', { url: server.on('/feed', feed(() => rss('outlet', ['a', 'b', 'c']))), folder: 'Trade/Europe' });
  const { articles: [article] } = await ask(made, 'listArticles', { scope: { kind: 'all' }, limit: 1 });
  const articleId = article?.id ?? 0;
  await ask(made, 'tagArticles', { articleIds: [articleId], add: ['quota', '稀土'] });
  await ask(made, 'setNote', { articleId, text: 'Mine' });
  await ask(made, 'addHighlight', { articleId, quote: 'a', prefix: '', suffix: '', start: 0, note: 'why' });
  putFile(made.profile, IMAGE, Buffer.from([1, 2, 3]));
  putFile(made.profile, `images/ff/${'ff'.repeat(16)}`, Buffer.alloc(300_000, 7));
  putFile(made.profile, `images/ff/${'fe'.repeat(16)}.part`, Buffer.from('half'));
  const { file, path } = await newExchangeFile(made.profile);
  writeFileSync(path, pdf());
  await ask(made, 'savePage', { file, name: 'quota.pdf' });
  await made.settings.set({ textSize: 22 });
  return made;
}

/** The archive of a library, handed to another. */
async function handed(from: Library, to: Library): Promise<{ file: string; path: string }> {
  const answer = await ask(from, 'exportArchive', {});
  const { file, path } = await newExchangeFile(to.profile);
  writeFileSync(path, readFileSync(exchangePath(from.profile, answer.file)));
  return { file, path };
}

describe('a whole library in one file', () => {
  test('goes into an empty profile with every table, image and file as it was', async () => {
    const [from, to] = [await filled(), await library()];
    const { file } = await handed(from, to);
    const facts = await ask(to, 'previewArchive', { file, name: 'x' });
    expect(facts).toMatchObject({ articles: 4, bookmarks: 2, feeds: 1, files: 3 });
    expect(await ask(to, 'importArchive', { file, name: 'x' })).toEqual(facts);
    expect(await ask(to, 'listBookmarks', { limit: 5 })).toMatchObject({ total: 2, bookmarks: [{ feedTitle: 'quota.pdf' }, { note: 'Mine', highlights: 1, tags: [{ title: 'quota' }, { title: '稀土' }] }] });
    expect(to.settings.get().textSize).toBe(22);
    expect(filesOf(to.profile, 'files')).toEqual(filesOf(from.profile, 'files'));
    const { [`ff/${'fe'.repeat(16)}.part`]: half, ...images } = filesOf(from.profile, 'images');
    expect(half).toBeDefined();
    expect(filesOf(to.profile, 'images')).toEqual(images);
    expect(readdirSync(join(to.profile, 'exchange')).filter((name) => name.startsWith('archive-'))).toEqual([]);
    const [before, after] = [await tables(from), await tables(to)];
    expect(Object.keys(before)).toEqual(expect.arrayContaining(['articles', 'bodies', 'statuses', 'notes', 'highlights', 'frozen_texts', 'article_tags']));
    expect(after).toEqual(before);
  });

  test('takes what a person corrected of figures along, and does it again where they are read anew', async () => {
    const [from, to] = [await library(), await library()];
    await ask(from, 'subscribe', { url: server.on('/quota', feed(() => `<?xml version="1.0"?><rss version="2.0"><channel><title>outlet</title><item><guid>1</guid><title>Quota issued</title><description><![CDATA[<p>The mining quota was 270,000 tonnes in 2024, up 5.9% year on year.</p><p>A second batch of 3,500 tonnes of NdPr oxide followed.</p>]]></description></item></channel></rss>`)) });
    const { articles: [article] } = await ask(from, 'listArticles', { scope: { kind: 'all' }, limit: 1 });
    const articleId = article?.id ?? 0;
    const idOf = async (printed: string): Promise<string> => (await ask(from, 'articleFigures', { articleId })).figures.find((figure) => figure.printed === printed)?.id ?? '';
    await ask(from, 'fixFigure', { articleId, figureId: await idOf('270,000 tonnes'), fix: { low: '255000', subject: 'mining quota' } });
    await ask(from, 'dropFigure', { articleId, figureId: await idOf('3,500 tonnes') });
    await ask(from, 'addFigure', { articleId, field: 'text', quote: { quote: 'second', prefix: 'yearonyear.A', suffix: 'batchof', start: 0 }, figure: { low: '2', kind: 'rank' } });
    const look = async (at: Library) => {
      const { figures, dropped, lost } = await ask(at, 'articleFigures', { articleId });
      return { figures: figures.map(({ printed, low, subject, correction }) => [printed, low, subject.words, correction]), dropped, lost };
    };
    const corrected = await look(from);
    expect(corrected).toMatchObject({ figures: [['270,000 tonnes', '255000', 'mining quota', { kind: 'fixed' }], ['5.9%', '5.9', expect.any(String), null], ['second', '2', expect.any(String), { kind: 'added' }]], dropped: [{ printed: '3,500 tonnes' }], lost: [] });

    const { file } = await handed(from, to);
    await ask(to, 'importArchive', { file, name: 'x' });
    expect(await look(to)).toEqual(corrected);
    expect((await ask(to, 'listFigures', { filter: { corrected: true }, limit: 10 })).figures.map(({ printed }) => printed)).toEqual(['270,000 tonnes', 'second']);

    // As a program that reads otherwise has it: nothing but the corrections is left of what was read.
    await to.engine.close();
    const db = new DatabaseSync(join(to.profile, 'library', 'monazite.db'));
    db.exec('DELETE FROM figures; DELETE FROM article_figures; UPDATE figures_reading SET version = version - 1');
    db.close();
    const anew = await library(to.profile);
    expect(await look(anew)).toEqual(corrected);
    const { correctionId } = corrected.dropped[0] ?? { correctionId: 0 };
    await ask(anew, 'undoCorrection', { correctionId });
    expect((await look(anew)).figures.map(([printed]) => printed)).toEqual(['270,000 tonnes', '5.9%', 'second', '3,500 tonnes']);
  });

  test('sets aside what is there: the library as a copy to restore, a file with other bytes beside', async () => {
    const [from, to] = [await filled(), await library()];
    await ask(to, 'subscribe', { url: server.on('/other', feed(() => rss('other', ['z']))) });
    putFile(to.profile, IMAGE, Buffer.from([9]));
    const { file } = await handed(from, to);
    await ask(to, 'importArchive', { file, name: 'x' });
    expect((await ask(to, 'counts', {})).all).toBe(4);
    expect(readFileSync(join(to.profile, IMAGE))).toEqual(Buffer.from([1, 2, 3]));
    const [aside] = readdirSync(to.profile).filter((name) => name.startsWith('replaced-'));
    expect(readFileSync(join(to.profile, aside ?? '', IMAGE))).toEqual(Buffer.from([9]));
    const { backups } = await ask(to, 'backups', {});
    await ask(to, 'restoreBackup', { name: backups.find(({ kind }) => kind === 'replaced')?.name ?? '' });
    expect((await ask(to, 'counts', {})).all).toBe(1);
  });

  test('the library that was set aside comes back with the PDF that only it had, though the files were swept meanwhile', async () => {
    const [from, to] = [await library(), await filled()];
    const { file, path } = await handed(from, to);
    const before = filesOf(to.profile, 'files');
    expect(Object.keys(before)).toHaveLength(1);
    const old = new Date(Date.now() - 24 * 3_600_000);
    for (const name of Object.keys(before)) utimesSync(join(to.profile, 'files', name), old, old);
    await ask(to, 'importArchive', { file, name: 'x' });
    // What was handed in has done its work.
    expect(existsSync(path)).toBe(false);
    expect((await ask(to, 'listBookmarks', { limit: 5 })).total).toBe(0);
    // A library sweeps as it opens, and ends that before it closes.
    await to.engine.close();
    const back = await library(to.profile);
    const { backups } = await ask(back, 'backups', {});
    await ask(back, 'restoreBackup', { name: backups.find(({ kind }) => kind === 'replaced')?.name ?? '' });
    expect(filesOf(to.profile, 'files')).toEqual(before);
    const { bookmarks } = await ask(back, 'listBookmarks', { limit: 5 });
    expect(bookmarks.map(({ title }) => title)).toContain('Quota notice for 2026');
  });

  test('what is damaged, or no archive, or would lead out of its folder, changes nothing', async () => {
    const [from, to] = [await filled(), await library()];
    await ask(to, 'subscribe', { url: server.on('/other', feed(() => rss('other', ['z']))) });
    const { file, path } = await handed(from, to);
    const good = readFileSync(path);
    const entries = await unzip(good);

    const rewritten = async (change: (zip: ZipFile) => void, without: readonly string[] = []): Promise<Buffer> => {
      const zip = new ZipFile();
      for (const { name, bytes } of entries) if (!without.includes(name)) zip.addBuffer(bytes, name, { compress: !name.startsWith('images') });
      change(zip);
      zip.end();
      const out = join(to.profile, 'made.zip');
      await pipeline(zip.outputStream, createWriteStream(out));
      return readFileSync(out);
    };
    const damaged = Buffer.from(good);
    const at = damaged.indexOf(Buffer.alloc(1000, 7));
    damaged[at + 100] = 8;
    const slip = Buffer.from((await rewritten((zip) => zip.addBuffer(Buffer.from('x'), 'images/aa/evil'))).toString('latin1').replaceAll('images/aa/evil', '../../../../evil'.slice(0, 14)), 'latin1');

    const cases: readonly (readonly [Buffer, string])[] = [
      [Buffer.from('not a zip'), 'not-archive'],
      // Half a copy says of itself that it is a zip: it is no other kind of file that was chosen by mistake.
      [good.subarray(0, good.length - 100), 'archive-unsound: cut-short'],
      [good.subarray(0, good.length >> 1), 'archive-unsound: cut-short'],
      // Its end is there, but does not end it.
      [Buffer.concat([good, Buffer.from('x')]), 'archive-unsound: unreadable'],
      [await rewritten(() => undefined, ['manifest.json']), 'not-archive'],
      [await rewritten(() => undefined, ['library/monazite.db']), 'archive-unsound: incomplete'],
      [await rewritten(() => undefined, [IMAGE]), 'archive-unsound: incomplete'],
      [await rewritten((zip) => zip.addBuffer(Buffer.from('x'), 'library/lock.db')), 'archive-unsound: unexpected library/lock.db'],
      [await rewritten((zip) => zip.addBuffer(Buffer.from('x'), `images/aa/${'aa'.repeat(16)}`)), `archive-unsound: changed images/aa/${'aa'.repeat(16)}`],
      [await rewritten((zip) => zip.addBuffer(Buffer.alloc(20_000_000), 'images/aa/bomb')), 'archive-unsound: too-large images/aa/bomb'],
      [slip, 'archive-unsound: unreadable'],
      [damaged, `archive-unsound: changed images/ff/${'ff'.repeat(16)}`],
    ];
    const found: string[] = [];
    for (const [bytes] of cases) {
      writeFileSync(path, bytes);
      const answer = await to.engine.call('importArchive', { file, name: 'x' });
      const { code, detail } = answer.ok ? { code: 'ok', detail: {} } : answer.error;
      found.push(`${code}${'reason' in detail ? `: ${[detail.reason, detail.name].filter((part) => part !== undefined).join(' ')}` : ''}`);
    }
    expect(found).toEqual(cases.map(([, said]) => said));
    expect((await ask(to, 'counts', {})).all).toBe(1);
    expect(filesOf(to.profile, 'images')).toEqual({});
    writeFileSync(path, good);
    expect(await codeOf(to, 'importArchive', { file, name: 'x' })).toBe('ok');
  }, 60_000);
});

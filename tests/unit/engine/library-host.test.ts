import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnswerOf, ArgsOf, ReaderEvent, ReaderMethod } from '../../../electron/contract/api.ts';
import { ReaderError } from '../../../electron/contract/errors.ts';
import { createLibraryHost } from '../../../electron/core/library-host.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { startEngine, type EngineClient } from '../../../electron/shell/engine-client.ts';
import { memorySettings } from '../reader/reading-room.ts';
import { feed, rss, startFeedServer } from '../refresh/feed-server.ts';

const enginePath = join(import.meta.dirname, '../../../electron/engine.ts');
let profile: string;
let server: Awaited<ReturnType<typeof startFeedServer>>;
const open: EngineClient[] = [];

beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'library-host-'));
  server = await startFeedServer();
});

afterEach(async () => {
  for (const engine of open.splice(0)) await engine.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
});

async function anEngine({ unattended = false } = {}): Promise<EngineClient> {
  const info = { version: '1.2.3', door: 'command', platform: process.platform, profile } as const;
  const engine = await startEngine({ enginePath, data: { profile, info, unattended }, settings: memorySettings() });
  open.push(engine);
  return engine;
}

async function ask<M extends ReaderMethod>(engine: EngineClient, method: M, args: ArgsOf<M>): Promise<AnswerOf<M>> {
  const answer = await engine.call(method, args);
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
  return answer.value as AnswerOf<M>;
}

const codeOf = async (engine: EngineClient, method: ReaderMethod, args: unknown): Promise<string> => {
  const answer = await engine.call(method, args);
  return answer.ok ? 'ok' : answer.error.code;
};

const titles = async (engine: EngineClient, kind: 'all' | 'bookmarks'): Promise<string[]> =>
  (await ask(engine, 'listArticles', { scope: { kind }, limit: 50 })).articles.map(({ title }) => title).sort();

const database = (): string => join(profile, 'library', 'monazite.db');
const backupsThere = (): string[] => readdirSync(join(profile, 'library', 'backups')).filter((name) => name.endsWith('.db'));

/** A library of some articles of which a copy was made, and then two more articles, one of them bookmarked. */
async function grown(): Promise<EngineClient> {
  const engine = await anEngine();
  let items = Array.from({ length: 30 }, (_, index) => `old-${index}`);
  const url = server.on('/feed', feed(() => rss('outlet', items)));
  await ask(engine, 'subscribe', { url });
  await ask(engine, 'makeBackup', {});
  items = ['new-0', 'new-1', ...items];
  await ask(engine, 'refresh', {});
  const [newest] = (await ask(engine, 'listArticles', { scope: { kind: 'all' }, limit: 50 })).articles.filter(({ title }) => title.includes('new-'));
  await ask(engine, 'setBookmarked', { articleId: newest?.id ?? 0, bookmarked: true });
  expect(await titles(engine, 'all')).toHaveLength(32);
  return engine;
}

/** Overwrites one page with what no page looks like. */
function spoilPage(page: number): void {
  const bytes = readFileSync(database());
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(database(), bytes);
}

/** The first page of a table or index. */
function rootOf(name: string): number {
  // Closed by one that may write, it leaves no log behind.
  const db = new DatabaseSync(database());
  const root = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)?.['rootpage']);
  db.close();
  return root;
}

describe('a copy that a person restores', () => {
  test('takes the place of the library at once, tells so, and can be taken back', async () => {
    const engine = await grown();
    const events: ReaderEvent[] = [];
    engine.onEvent((event) => events.push(event));
    const [made] = (await ask(engine, 'backups', {})).backups;
    expect(made).toMatchObject({ kind: 'asked', version: MIGRATIONS.length });
    const waiting = ask(engine, 'restoreBackup', { name: made?.name ?? '' });
    // Asked meanwhile, answered by one of the two: never by a library that is closed.
    const counts = await Promise.all(Array.from({ length: 10 }, async () => (await ask(engine, 'counts', {})).all));
    expect(counts.filter((all) => all !== 30 && all !== 32)).toEqual([]);
    await waiting;
    expect(await titles(engine, 'all')).toHaveLength(30);
    expect(await titles(engine, 'bookmarks')).toEqual([]);
    expect(events).toContainEqual({ kind: 'library' });
    const { backups } = await ask(engine, 'backups', {});
    expect(backups.map(({ kind }) => kind)).toEqual(['replaced', 'asked']);
    await ask(engine, 'restoreBackup', { name: backups[0]?.name ?? '' });
    expect(await titles(engine, 'bookmarks')).toHaveLength(1);
  });

  test('searches that are asked meanwhile are answered by the one or the other', async () => {
    await (await grown()).close();
    // Its searches have a thread.
    const engine = await anEngine({ unattended: true });
    const { backups } = await ask(engine, 'backups', {});
    const time = { isOver: false };
    const restoring = ask(engine, 'restoreBackup', { name: backups[0]?.name ?? '' }).finally(() => { time.isOver = true; });
    const codes = new Set<string>();
    const searching = async (query: string): Promise<void> => {
      while (!time.isOver) codes.add(await codeOf(engine, 'search', { query, limit: query.length }));
    };
    // One of them is under way when the library is closed, the others wait.
    await Promise.all(['old', 'outlet', 'new OR old'].map(searching));
    await restoring;
    expect([...codes]).toEqual(['ok']);
  });

  test('is refused where it is gone, was changed, or is of a newer program, and the library stays as it was', async () => {
    const engine = await grown();
    const { backup } = await ask(engine, 'makeBackup', {});
    const path = join(profile, 'library', 'backups', backup.name);
    expect(await codeOf(engine, 'restoreBackup', { name: 'monazite-v1-1.db' })).toBe('backup-missing');
    expect(await codeOf(engine, 'restoreBackup', { name: '../monazite.db' })).toBe('backup-missing');
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 8192, 12_288);
    writeFileSync(path, bytes);
    expect(await codeOf(engine, 'restoreBackup', { name: backup.name })).toBe('backup-unsound');
    const newer = `monazite-v999-${backup.at + 1}.db`;
    writeFileSync(join(profile, 'library', 'backups', newer), bytes);
    expect(await codeOf(engine, 'restoreBackup', { name: newer })).toBe('database-newer');
    expect(await titles(engine, 'bookmarks')).toHaveLength(1);
  });
});

describe('a damaged library', () => {
  test('found at the start is set aside, the last copy takes its place, and what came since is read from it', async () => {
    await (await grown()).close();
    spoilPage(rootOf('statuses_guid'));
    // As a crash leaves it: a log that makes the next start look at every page.
    writeFileSync(`${database()}-wal`, '');
    const engine = await anEngine();
    expect(engine.openError).toBeNull();
    expect(await titles(engine, 'all')).toHaveLength(32);
    expect(await titles(engine, 'bookmarks')).toHaveLength(1);
    const { restored, backups } = await ask(engine, 'backups', {});
    expect(restored).toMatchObject({ backup: backups[0]?.name, backupAt: backups[0]?.at, salvaged: { articles: 2, bookmarks: 1, notes: 0, highlights: 0, whole: true } });
    expect(statSync(restored?.setAside ?? '').size).toBeGreaterThan(0);
    await ask(engine, 'dismissRestored', {});
    expect((await ask(engine, 'backups', {})).restored).toBeNull();
    // Nothing comes twice when the source is asked again.
    await ask(engine, 'refresh', {});
    expect(await titles(engine, 'all')).toHaveLength(32);
  });

  test('met while reading is replaced without a restart, and the window is told', async () => {
    await (await grown()).close();
    spoilPage(rootOf('bodies'));
    const engine = await anEngine();
    const told = new Promise<void>((resolve) => engine.onEvent(({ kind }) => { if (kind === 'library') resolve(); }));
    const { articles } = await ask(engine, 'listArticles', { scope: { kind: 'all' }, limit: 50 });
    expect(await codeOf(engine, 'getArticle', { articleId: articles[0]?.id ?? 0 })).toBe('database-damaged');
    await told;
    const { restored } = await ask(engine, 'backups', {});
    expect(restored?.salvaged).toMatchObject({ bookmarks: 1, whole: false });
    expect(await titles(engine, 'bookmarks')).toHaveLength(1);
    const [bookmark] = (await ask(engine, 'listArticles', { scope: { kind: 'bookmarks' }, limit: 5 })).articles;
    expect(await ask(engine, 'getArticle', { articleId: bookmark?.id ?? 0 })).toMatchObject({ bookmarked: true });
    expect((await ask(engine, 'refresh', {})).failed).toEqual([]);
    expect(await titles(engine, 'all')).toHaveLength(32);
  });

  test('met while reading goes on as far as it can be read where there is no copy', async () => {
    await (await grown()).close();
    for (const name of backupsThere()) rmSync(join(profile, 'library', 'backups', name));
    spoilPage(rootOf('bodies'));
    const engine = await anEngine();
    const told = new Promise<void>((resolve) => engine.onEvent(({ kind }) => { if (kind === 'library') resolve(); }));
    const { articles } = await ask(engine, 'listArticles', { scope: { kind: 'all' }, limit: 50 });
    expect(await codeOf(engine, 'getArticle', { articleId: articles[0]?.id ?? 0 })).toBe('database-damaged');
    await told;
    expect(await titles(engine, 'all')).toHaveLength(32);
    expect(await codeOf(engine, 'getArticle', { articleId: articles[0]?.id ?? 0 })).toBe('database-damaged');
  });

  test('of which nothing can be read is replaced all the same', async () => {
    await (await grown()).close();
    writeFileSync(database(), 'Not a database, but a letter. '.repeat(400));
    const engine = await anEngine();
    expect(await titles(engine, 'all')).toHaveLength(30);
    expect((await ask(engine, 'backups', {})).restored?.salvaged).toBeNull();
  });

  test('without a sound copy stays as it is, and is said to be damaged', async () => {
    await (await grown()).close();
    for (const name of backupsThere()) writeFileSync(join(profile, 'library', 'backups', name), 'spoilt as well');
    writeFileSync(database(), 'Not a database, but a letter. '.repeat(400));
    const engine = await anEngine();
    expect(engine.openError?.code).toBe('database-damaged');
    expect(await codeOf(engine, 'counts', {})).toBe('database-damaged');
    expect((await ask(engine, 'backups', {})).backups).toHaveLength(1);
    expect(await codeOf(engine, 'makeBackup', {})).toBe('database-damaged');
    expect(readFileSync(database(), 'utf8')).toContain('a letter');
  });

  test('is opened without a restart once a copy was put in its place', async () => {
    await (await grown()).close();
    const sound = readFileSync(database());
    for (const name of backupsThere()) rmSync(join(profile, 'library', 'backups', name));
    writeFileSync(database(), 'Not a database, but a letter. '.repeat(400));
    const engine = await anEngine();
    expect(await codeOf(engine, 'counts', {})).toBe('database-damaged');
    writeFileSync(database(), sound);
    await expect.poll(() => codeOf(engine, 'counts', {}), { timeout: 10_000 }).toBe('ok');
    expect(await titles(engine, 'bookmarks')).toHaveLength(1);
  });
});

describe('a library that could not be opened', () => {
  test.each([['profile-unwritable', 2], ['migration-failed', 1]] as const)('%s: opened %i times for two questions', async (code, times) => {
    const clock = { time: Date.UTC(2026, 10, 23) };
    let opened = 0;
    const host = createLibraryHost({
      profile, now: () => clock.time, settings: memorySettings(), info: { version: '1.2.3', door: 'command', platform: process.platform, profile }, unattended: false,
      copies: { obey: () => Promise.reject(new Error('no copy is asked for')), close: async () => undefined },
      onFault: (error) => { throw error; },
      openStore: () => {
        opened += 1;
        throw new ReaderError(code, 'it cannot be opened', {});
      },
      join: () => { throw new Error('there is no library'); },
    });
    expect(opened).toBe(1);
    clock.time += 60_000;
    await expect(host.api.counts({})).rejects.toMatchObject({ code });
    expect(opened).toBe(times);
    expect(host.error).toMatchObject({ code });
    await host.close();
  });
});

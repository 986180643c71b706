import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { listArticles } from '../../../electron/core/query/list-articles.ts';
import { MIGRATIONS } from '../../../electron/core/store/migrations.ts';
import { hasFts5, openStore } from '../../../electron/core/store/open-store.ts';
import { storeDocument } from '../../../electron/core/store/store-document.ts';
import { NOON, documentOf, failureOf, follow, incoming, temporaryProfile, testStore } from './library.ts';

const databaseOf = (profile: string): string => join(profile, 'library', 'monazite.db');
const open = (profile: string): unknown => testStore({ profile });

/** A library with some articles, closed. `unclean` leaves a log behind, as a crash does. */
function filledProfile({ unclean = false } = {}): string {
  const store = testStore();
  const feed = follow(store);
  const items = Array.from({ length: 300 }, (_, index) => incoming({ guid: `${index}`, title: `Article ${index}`, text: `<p>${index} ${'neodymium '.repeat(index)}</p>` }));
  storeDocument(store, feed.id, documentOf(items), NOON);
  store.close();
  if (unclean) writeFileSync(`${databaseOf(store.profile)}-wal`, '');
  return store.profile;
}

/** Overwrites a stretch in the middle of the file. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const half = Math.floor(statSync(path).size / 2);
  for (let at = half - (half % 4096); at < half + 40_960; at += 4096) writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, at);
  closeSync(file);
}

describe('a new library', () => {
  test('is made with its folders, in WAL mode with foreign keys, and searched by FTS5 where SQLite has it', () => {
    const store = testStore();
    expect(store.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(store.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    expect(store.get('PRAGMA synchronous')).toEqual({ synchronous: 1 });
    expect(store.get('PRAGMA user_version')).toEqual({ user_version: MIGRATIONS.length });
    expect(existsSync(join(store.profile, 'library', 'backups'))).toBe(true);
    expect(hasFts5(store)).toBe(true);
  });

  test('is made in a profile folder that is not there yet', () => {
    const profile = join(temporaryProfile(), 'deep', 'profile');
    open(profile);
    expect(existsSync(databaseOf(profile))).toBe(true);
  });

  test('leaves one file behind when closed, which opens again with everything in it', () => {
    const profile = filledProfile();
    expect(readdirSync(join(profile, 'library')).sort()).toEqual(['about.txt', 'backups', 'lock.db', 'monazite.db']);
    expect(listArticles(testStore({ profile }), { scope: { kind: 'all' }, limit: 1 }, NOON).total).toBe(300);
  });
});

describe('a profile that another instance holds', () => {
  test('is refused within one process, and given free by close', () => {
    const store = testStore();
    expect(failureOf(() => open(store.profile))).toEqual({ code: 'profile-in-use', detail: { path: store.profile } });
    // The refused attempt must not have freed the lock that it did not get.
    expect(failureOf(() => open(store.profile)).code).toBe('profile-in-use');
    store.close();
    open(store.profile);
  });

  test('is refused while another process lives, and free once that was killed', async () => {
    const profile = temporaryProfile();
    const child = spawn(process.execPath, [join(import.meta.dirname, 'busy-writer.ts'), 'hold', profile], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    expect(failureOf(() => open(profile)).code).toBe('profile-in-use');
    child.kill('SIGKILL');
    await once(child, 'exit');
    open(profile);
  });
});

describe('a profile that cannot be written', () => {
  test('below something that is no folder', () => {
    const profile = join(temporaryProfile(), 'file');
    writeFileSync(profile, 'mine');
    expect(failureOf(() => open(join(profile, 'inside')))).toEqual({
      code: 'profile-unwritable', detail: { path: join(profile, 'inside'), reason: expect.stringContaining('ENOTDIR') as string },
    });
    expect(readFileSync(profile, 'utf8')).toBe('mine');
  });

  test('where the database is a folder', () => {
    const profile = temporaryProfile();
    mkdirSync(databaseOf(profile), { recursive: true });
    expect(failureOf(() => open(profile)).code).toBe('profile-unwritable');
    rmSync(databaseOf(profile), { recursive: true });
    open(profile);
  });

  test.skipIf(process.getuid?.() === 0)('where its folder is read-only', () => {
    const profile = filledProfile();
    chmodSync(join(profile, 'library'), 0o555);
    try {
      expect(failureOf(() => open(profile))).toMatchObject({ code: 'profile-unwritable', detail: { path: profile } });
    } finally {
      chmodSync(join(profile, 'library'), 0o755);
    }
  });
});

describe('a damaged library is said to be damaged, and left as it is', () => {
  test.each([
    ['a file that is no database', (path: string) => writeFileSync(path, 'Not a database, but a letter. '.repeat(400))],
    ['pages overwritten, after a crash', damage],
    ['a file cut in half, after a crash', (path: string) => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
  ])('%s', (_, spoil) => {
    const profile = filledProfile({ unclean: true });
    spoil(databaseOf(profile));
    const before = readFileSync(databaseOf(profile));
    const { code, detail } = failureOf(() => open(profile));
    expect({ code, detail }).toEqual({ code: 'database-damaged', detail: { path: databaseOf(profile), backup: null } });
    expect(readFileSync(databaseOf(profile)).equals(before)).toBe(true);
    // Nor does the next start, which finds no log, take it for sound.
    expect(failureOf(() => open(profile)).code).toBe('database-damaged');
    expect(readFileSync(databaseOf(profile)).equals(before)).toBe(true);
  });

  test('a file cut to nothing, where a backup says that there was more', () => {
    const profile = filledProfile();
    const backup = join(profile, 'library', 'backups', `monazite-v1-${NOON}.db`);
    writeFileSync(backup, readFileSync(databaseOf(profile)));
    truncateSync(databaseOf(profile), 0);
    expect(failureOf(() => open(profile))).toEqual({ code: 'database-damaged', detail: { path: databaseOf(profile), backup } });
    expect(statSync(databaseOf(profile)).size).toBe(0);
  });

  test.each([
    ['cut to nothing', (path: string) => truncateSync(path, 0)],
    ['taken away', (path: string) => rmSync(path)],
  ])('behaviour 8: a file %s is a lost library, not a new one', (_, spoil) => {
    const profile = filledProfile();
    spoil(databaseOf(profile));
    expect(failureOf(() => open(profile))).toEqual({ code: 'database-damaged', detail: { path: databaseOf(profile), backup: null } });
    expect(statSync(databaseOf(profile), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  test('damage that is met while reading is an error too, never an empty list', () => {
    const profile = filledProfile();
    const before = testStore({ profile });
    const { page = 0 } = before.get<{ page: number }>("SELECT rootpage AS page FROM sqlite_schema WHERE name = 'bodies'") ?? {};
    before.close();
    const file = openSync(databaseOf(profile), 'r+');
    writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
    closeSync(file);
    // Closed cleanly, it is not checked as a whole when opened.
    const store = testStore({ profile });
    expect(failureOf(() => store.all('SELECT sum(length(html)) FROM bodies')).code).toBe('database-damaged');
  });
});

test('a library of a newer version is refused and not touched', () => {
  const profile = filledProfile();
  const db = new DatabaseSync(databaseOf(profile));
  db.exec('PRAGMA user_version = 999');
  db.close();
  const before = readFileSync(databaseOf(profile));
  expect(failureOf(() => open(profile))).toEqual({
    code: 'database-newer', detail: { path: databaseOf(profile), found: 999, known: MIGRATIONS.length },
  });
  expect(readFileSync(databaseOf(profile)).equals(before)).toBe(true);
  expect(readdirSync(join(profile, 'library', 'backups'))).toEqual([]);
});

describe('an error of SQLite is never an empty answer', () => {
  test('a missing table is database-failed, with its cause', () => {
    const store = testStore();
    store.db.exec('ALTER TABLE statuses RENAME TO elsewhere');
    const { code, detail } = failureOf(() => listArticles(store, { scope: { kind: 'all' }, limit: 10 }, NOON));
    expect(code).toBe('database-failed');
    expect(detail['reason']).toContain('no such table');
  });

  test('a full disk is disk-full, and the library goes on without what did not fit', () => {
    const store = testStore();
    const feed = follow(store);
    const pages = store.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
    store.db.exec(`PRAGMA max_page_count = ${pages + 4}`);
    const big = Array.from({ length: 40 }, (_, index) => incoming({ guid: `${index}`, title: `${index}`, text: crypto.getRandomValues(new Uint8Array(4096)).join() }));
    expect(failureOf(() => storeDocument(store, feed.id, documentOf(big), NOON)).code).toBe('disk-full');
    expect(listArticles(store, { scope: { kind: 'all' }, limit: 10 }, NOON).total).toBe(0);
    store.db.exec('PRAGMA max_page_count = 1000000');
    expect(storeDocument(store, feed.id, documentOf(big), NOON).added).toHaveLength(40);
  });

  test('a fault of ours passes as it is', () => {
    const store = testStore();
    expect(() => store.transaction(() => { throw new TypeError('ours'); })).toThrow(TypeError);
    expect(store.db.isTransaction).toBe(false);
    expect(() => openStore({ profile: temporaryProfile(), now: () => { throw new RangeError('ours'); } })).toThrow(RangeError);
  });
});

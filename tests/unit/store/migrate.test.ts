import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Migration } from '../../../electron/core/store/migrate.ts';
import { NOON, failureOf, temporaryProfile, testStore } from './library.ts';

const notes: Migration = (db) => db.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
const tags: Migration = (db) => db.exec("ALTER TABLE notes ADD COLUMN tag TEXT NOT NULL DEFAULT 'none'");
const fails: Migration = (db) => {
  db.exec('DELETE FROM notes');
  throw new Error('the power went');
};

const libraryOf = (profile: string): string => join(profile, 'library');
const backupsOf = (profile: string): string[] => readdirSync(join(libraryOf(profile), 'backups')).filter((name) => name.endsWith('.db')).sort();

function notesIn(path: string): unknown[] {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    return db.prepare('SELECT text FROM notes').all().map((row) => row['text']);
  } finally {
    db.close();
  }
}

function profileWithNote(migrations: readonly Migration[] = [notes]): string {
  const store = testStore({ migrations });
  store.run("INSERT INTO notes (text) VALUES ('kept')");
  store.close();
  return store.profile;
}

test('steps run once each, in order, and a new library needs no backup', () => {
  const store = testStore({ migrations: [notes, tags] });
  expect(store.get('PRAGMA user_version')).toEqual({ user_version: 2 });
  expect(backupsOf(store.profile)).toEqual([]);
  store.close();
  testStore({ profile: store.profile, migrations: [notes, tags] });
  expect(backupsOf(store.profile)).toEqual([]);
});

test('before a step, a library that exists is copied, and the copy holds everything', () => {
  const profile = profileWithNote();
  const store = testStore({ profile, migrations: [notes, tags] });
  expect(store.get('SELECT text, tag FROM notes')).toEqual({ text: 'kept', tag: 'none' });
  expect(backupsOf(profile)).toEqual([`monazite-v1-${NOON}.db`]);
  expect(notesIn(join(libraryOf(profile), 'backups', `monazite-v1-${NOON}.db`))).toEqual(['kept']);
});

test('behaviour 8: a migration that fails puts the backup back, keeps the failed file beside it, and says which step', () => {
  const profile = profileWithNote();
  const { code, detail } = failureOf(() => testStore({ profile, migrations: [notes, tags, fails] }));
  const backup = join(libraryOf(profile), 'backups', `monazite-v1-${NOON}.db`);
  expect({ code, detail }).toEqual({ code: 'migration-failed', detail: { path: join(libraryOf(profile), 'monazite.db'), step: 3, backup } });

  // Step 2 had been committed: the backup is from before it.
  const store = testStore({ profile, migrations: [notes] });
  expect(store.get('SELECT * FROM notes')).toEqual({ id: 1, text: 'kept' });
  expect(store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
  expect(readdirSync(libraryOf(profile)).filter((name) => name.includes('failed'))).toEqual([`monazite.db.failed-${NOON}`]);
  expect(notesIn(join(libraryOf(profile), `monazite.db.failed-${NOON}`))).toEqual(['kept']);
});

test('a step that fails at each start leaves one copy and one failed file, and the copies of earlier updates', () => {
  const clock = { time: NOON };
  const steps: Migration[] = [notes];
  const profile = profileWithNote();
  for (let step = 2; step <= 6; step += 1) {
    clock.time += 1000;
    steps.push((db) => db.exec(`CREATE TABLE step_${step} (id INTEGER PRIMARY KEY) STRICT`));
    testStore({ profile, clock, migrations: steps }).close();
  }
  const openFailing = (): void => {
    clock.time += 3000;
    expect(failureOf(() => testStore({ profile, clock, migrations: [...steps, fails] }))).toMatchObject({ code: 'migration-failed', detail: { backup: join(libraryOf(profile), 'backups', backupsOf(profile).at(-1) ?? '') } });
  };
  const failedOnes = (): string[] => readdirSync(libraryOf(profile)).filter((name) => name.includes('failed'));
  openFailing();
  const kept = backupsOf(profile);
  expect(kept.at(-1)).toContain('-v6-');
  for (let n = 0; n < 4; n += 1) openFailing();
  expect([backupsOf(profile), failedOnes()]).toEqual([kept, [`monazite.db.failed-${clock.time}`]]);
  // The program of before writes to it: the copy is one of another library.
  const before = testStore({ profile, clock, migrations: steps });
  before.run("INSERT INTO notes (text) VALUES ('since')");
  before.close();
  openFailing();
  const last = backupsOf(profile).at(-1) ?? '';
  expect(kept).not.toContain(last);
  expect(notesIn(join(libraryOf(profile), 'backups', last))).toEqual(['kept', 'since']);
  clock.time += 3000;
  expect(testStore({ profile, clock, migrations: [...steps, tags] }).all('SELECT text FROM notes')).toEqual([{ text: 'kept' }, { text: 'since' }]);
});

test('a failed migration gives the profile free, and the right program opens it afterwards', () => {
  const profile = profileWithNote();
  expect(failureOf(() => testStore({ profile, migrations: [notes, fails] })).code).toBe('migration-failed');
  expect(failureOf(() => testStore({ profile, migrations: [notes, fails] })).code).toBe('migration-failed');
  expect(testStore({ profile, migrations: [notes, tags] }).get('SELECT text FROM notes')).toEqual({ text: 'kept' });
});

test('a first migration that fails leaves nothing half made', () => {
  const profile = temporaryProfile();
  expect(failureOf(() => testStore({ profile, migrations: [notes, fails] }))).toMatchObject({ code: 'migration-failed', detail: { step: 2, backup: null } });
  expect(testStore({ profile, migrations: [notes, tags] }).get('PRAGMA user_version')).toEqual({ user_version: 2 });
});

test('the last five backups are kept', () => {
  const clock = { time: NOON };
  const steps: Migration[] = [notes];
  const profile = profileWithNote();
  for (let step = 2; step <= 8; step += 1) {
    clock.time += 1000;
    steps.push((db) => db.exec(`CREATE TABLE step_${step} (id INTEGER PRIMARY KEY) STRICT`));
    testStore({ profile, clock, migrations: steps }).close();
  }
  expect(backupsOf(profile)).toEqual([3, 4, 5, 6, 7].map((version) => `monazite-v${version}-${NOON + version * 1000}.db`));
});

test('no step begins on a library of which no copy can be made', () => {
  const profile = profileWithNote();
  const path = join(libraryOf(profile), 'monazite.db');
  const db = new DatabaseSync(path);
  db.exec(`INSERT INTO notes (text) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT 'note ' || i FROM n`);
  db.close();
  const bytes = readFileSync(path);
  // The last page is a leaf of the table: the file still opens.
  bytes.fill(0xa5, bytes.length - 4096);
  writeFileSync(path, bytes);
  const { code, detail } = failureOf(() => testStore({ profile, migrations: [notes, tags] }));
  expect({ code, detail }).toEqual({ code: 'database-damaged', detail: { path, backup: null } });
  expect(backupsOf(profile)).toEqual([]);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { savedFilePath } from '../../../electron/core/saving/saved-file-path.ts';
import { storeSavedFile, sweepSavedFiles } from '../../../electron/core/saving/saved-file-store.ts';
import { backupName } from '../../../electron/core/store/backup-files.ts';
import { libraryPaths } from '../../../electron/core/store/library-paths.ts';
import { testStore } from '../store/library.ts';

test('a sweep takes what no article names, but not what is just being saved, be it new or there from before', async () => {
  const store = testStore();
  const [old, young, again] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
  const from = join(store.profile, 'handed-in');
  writeFileSync(from, '%PDF-');
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  for (const sha256 of [old, again]) {
    mkdirSync(dirname(savedFilePath(store.profile, sha256)), { recursive: true });
    writeFileSync(savedFilePath(store.profile, sha256), '%PDF-');
    utimesSync(savedFilePath(store.profile, sha256), yesterday, yesterday);
  }
  await storeSavedFile(store.profile, young, from);
  await storeSavedFile(store.profile, again, from);
  await sweepSavedFiles(store);
  expect([old, young, again].map((sha256) => existsSync(savedFilePath(store.profile, sha256)))).toEqual([false, true, true]);
});

test('a sweep leaves what a copy names that can be restored, and everything where a copy cannot be read', async () => {
  const store = testStore();
  const [named, loose] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
  const yesterday = new Date(Date.now() - 24 * 3_600_000);
  for (const sha256 of [named, loose]) {
    mkdirSync(dirname(savedFilePath(store.profile, sha256)), { recursive: true });
    writeFileSync(savedFilePath(store.profile, sha256), '%PDF-');
    utimesSync(savedFilePath(store.profile, sha256), yesterday, yesterday);
  }
  const there = (): boolean[] => [named, loose].map((sha256) => existsSync(savedFilePath(store.profile, sha256)));
  const { backups } = libraryPaths(store.profile);
  mkdirSync(backups, { recursive: true });
  writeFileSync(join(backups, backupName('asked', 1, 2)), 'not a database');
  await sweepSavedFiles(store);
  expect(there()).toEqual([true, true]);
  rmSync(join(backups, backupName('asked', 1, 2)));
  const copy = new DatabaseSync(join(backups, backupName('replaced', 1, 1)));
  copy.exec(`PRAGMA journal_mode = WAL; CREATE TABLE saved_files (sha256 TEXT); INSERT INTO saved_files VALUES ('${named}')`);
  copy.close();
  const before = readdirSync(backups);
  await sweepSavedFiles(store);
  expect(there()).toEqual([true, false]);
  expect(readdirSync(backups)).toEqual(before);
});

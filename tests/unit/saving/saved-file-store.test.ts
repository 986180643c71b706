import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { savedFilePath } from '../../../electron/core/saving/saved-file-path.ts';
import { storeSavedFile, sweepSavedFiles } from '../../../electron/core/saving/saved-file-store.ts';
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

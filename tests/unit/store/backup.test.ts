import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { BackupUnsound, makeBackup } from '../../../electron/core/store/backup.ts';
import { NOON, temporaryProfile } from './library.ts';

function aLibrary(): { db: DatabaseSync; profile: string; backups: string } {
  const profile = temporaryProfile();
  const backups = join(profile, 'library', 'backups');
  mkdirSync(backups, { recursive: true });
  const db = new DatabaseSync(join(profile, 'library', 'monazite.db'), { defensive: false });
  db.exec('PRAGMA user_version = 3; CREATE TABLE notes (text TEXT)');
  return { db, profile, backups };
}

test('behaviour 8: a copy that fails its integrity check is no backup', () => {
  const { db, profile, backups } = aLibrary();
  db.exec(`INSERT INTO notes VALUES (NULL);
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = 'CREATE TABLE notes (text TEXT NOT NULL)' WHERE name = 'notes';
    PRAGMA writable_schema = RESET`);
  expect(() => makeBackup(db, profile, { version: 3, at: NOON })).toThrow(BackupUnsound);
  expect(readdirSync(backups)).toEqual([]);
  db.close();
});

test('a copy of another version than the one named is no backup', () => {
  const { db, profile, backups } = aLibrary();
  expect(() => makeBackup(db, profile, { version: 2, at: NOON })).toThrow(BackupUnsound);
  expect(readdirSync(backups)).toEqual([]);
  db.close();
});

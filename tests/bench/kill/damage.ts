import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DEFAULT_SETTINGS } from '../../../electron/core/settings.ts';
import { startEngine, type EngineClient } from '../../../electron/shell/engine-client.ts';

/** Whether there is a library, and a copy that could take its place. */
export function hasCopy(profile: string): boolean {
  const backups = join(profile, 'library', 'backups');
  return existsSync(backups) && readdirSync(backups).some((name) => name.endsWith('.db'));
}

/**
 * Spoils an index of a library that is closed, and leaves a log behind as a crash does, so that the next start finds it. Every row
 * can still be read: all that was acknowledged must be there once a copy took its place.
 */
export function damageIndex(profile: string): void {
  const database = join(profile, 'library', 'monazite.db');
  const db = new DatabaseSync(database);
  const root = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'statuses_guid'").get()?.['rootpage']);
  const pageSize = Number(db.prepare('PRAGMA page_size').get()?.['page_size']);
  db.close();
  const file = openSync(database, 'r+');
  writeSync(file, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (root - 1) * pageSize);
  closeSync(file);
  writeFileSync(`${database}-wal`, '');
}

/** An engine on this profile that does nothing by itself but what it does at its start. Throws where the library does not open. */
export async function startOn(profile: string, { unattended }: { unattended: boolean }): Promise<EngineClient> {
  const settings = { ...DEFAULT_SETTINGS, refreshMinutes: 0, keepImages: false };
  const engine = await startEngine({
    enginePath: join(import.meta.dirname, '../../../electron/engine.ts'),
    data: { profile, info: { version: '0.0.0', door: 'loopback', platform: process.platform, profile }, unattended },
    settings: { get: () => settings, set: async () => settings, onChange: () => () => undefined },
  });
  if (engine.openError) throw new Error(`the library did not open: ${engine.openError.message}`);
  return engine;
}

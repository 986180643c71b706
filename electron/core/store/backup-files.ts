import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupKind } from '../../contract/backup.ts';
import { libraryPaths } from './library-paths.ts';

const BACKUP_NAME = /^monazite-(?:(daily|asked|replaced)-)?v(\d+)-(\d+)\.db$/;
/** A file that is still being written; a crash may leave one behind. */
export const PARTIAL = '.partial';

const DAY_MS = 24 * 60 * 60_000;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;
const KEPT: Readonly<Record<Exclude<BackupKind, 'daily'>, number>> = { asked: 5, update: 5, replaced: 2 };

/** The name of a copy. Copies made before a change of the structure carry no kind: they are older than the kinds. */
export function backupName(kind: BackupKind, version: number, at: number): string {
  return `monazite-${kind === 'update' ? '' : `${kind}-`}v${version}-${at}.db`;
}

/** The copies of a profile, newest first. */
export function listBackups(profile: string): Backup[] {
  const { backups } = libraryPaths(profile);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .flatMap((name) => readBackup(backups, name) ?? [])
    .sort((a, b) => b.at - a.at);
}

/** Path of the newest backup, or null where there is none. */
export function newestBackup(profile: string): string | null {
  const newest = listBackups(profile)[0];
  return newest ? backupPath(profile, newest.name) : null;
}

export function backupPath(profile: string, name: string): string {
  return join(libraryPaths(profile).backups, name);
}

/** `at`, or just after the newest copy: a clock that was set back must not put a new copy behind an old one. */
export function backupTime(profile: string, at: number): number {
  return Math.max(at, (listBackups(profile)[0]?.at ?? 0) + 1);
}

/** Removes the copies past their number, and what a crash left half written. */
export function dropOldBackups(profile: string): void {
  const { backups } = libraryPaths(profile);
  const all = listBackups(profile);
  const kept = keptBackups(all);
  for (const { name } of all) if (!kept.has(name)) for (const suffix of ['', '-wal', '-shm']) rmSync(join(backups, name + suffix), { force: true });
  for (const name of readdirSync(backups)) if (name.includes(PARTIAL)) rmSync(join(backups, name), { force: true });
}

/**
 * The names that stay, of copies newest first: of the daily ones the last of each of the last seven days that have one and of
 * each of the four weeks before; of every other kind the last few.
 */
export function keptBackups(all: readonly Backup[]): ReadonlySet<string> {
  const kept = new Set<string>();
  for (const kind of ['asked', 'update', 'replaced'] as const) {
    for (const { name } of all.filter((one) => one.kind === kind).slice(0, KEPT[kind])) kept.add(name);
  }
  const daily = all.filter(({ kind }) => kind === 'daily');
  const byDay = lastOfEach(daily, (at) => Math.floor(at / DAY_MS)).slice(0, DAYS_KEPT);
  for (const { name } of byDay) kept.add(name);
  const older = daily.filter(({ at }) => at < (byDay.at(-1)?.at ?? 0));
  // Days are counted from a Thursday.
  for (const { name } of lastOfEach(older, (at) => Math.floor((at / DAY_MS + 3) / 7)).slice(0, WEEKS_KEPT)) kept.add(name);
  return kept;
}

function lastOfEach(all: readonly Backup[], spanOf: (at: number) => number): Backup[] {
  return all.filter(({ at }, index) => index === 0 || spanOf(all[index - 1]?.at ?? 0) !== spanOf(at));
}

function readBackup(backups: string, name: string): Backup | null {
  const match = BACKUP_NAME.exec(name);
  const bytes = match && statSync(join(backups, name), { throwIfNoEntry: false })?.size;
  if (!match || bytes === undefined || bytes === null) return null;
  return { name, at: Number(match[3]), bytes, version: Number(match[2]), kind: (match[1] as BackupKind | undefined) ?? 'update' };
}

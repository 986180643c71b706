import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFailure, Restored } from '../../contract/backup.ts';
import { libraryPaths } from './library-paths.ts';

/** What is to be known of copies also after a restart. It stands beside them, since the library itself may be what is lost. */
export interface BackupState {
  /** When the library was last copied, or found to be as its copy. */
  readonly lastAt: number | null;
  /** How the database's file looked then; while it looks so, there is nothing new to copy. */
  readonly seen: string | null;
  readonly failure: BackupFailure | null;
  readonly restored: Restored | null;
  /** The library was found damaged, and no copy is in its place yet: every start looks at all of it until it is found sound. */
  readonly suspect: boolean;
  /** The damaged file at `restored.setAside` is still to be read. */
  readonly salvaging: boolean;
  /** The copy that a failed step put in the library's place, and how the file looked then: the next try needs no other copy of it. */
  readonly unstepped: { readonly backup: string; readonly look: string } | null;
}

const NOTHING: BackupState = { lastAt: null, seen: null, failure: null, restored: null, suspect: false, salvaging: false, unstepped: null };

/** A state that is missing or cannot be read says nothing: it costs one copy more than needed. */
export function backupState(profile: string): BackupState {
  try {
    return { ...NOTHING, ...(JSON.parse(readFileSync(pathOf(profile), 'utf8')) as Partial<BackupState>) };
  } catch {
    return NOTHING;
  }
}

export function changeBackupState(profile: string, patch: Partial<BackupState>): BackupState {
  const state = { ...backupState(profile), ...patch };
  const fresh = `${pathOf(profile)}.new`;
  writeFileSync(fresh, JSON.stringify(state), { flush: true });
  renameSync(fresh, pathOf(profile));
  return state;
}

/** Remembers that the library is damaged. Where not even that can be written, the damage is met again by itself. */
export function suspectLibrary(profile: string): void {
  try {
    if (!backupState(profile).suspect) changeBackupState(profile, { suspect: true });
  } catch {
    // Told to nobody: whoever calls this is about to tell of the damage.
  }
}

function pathOf(profile: string): string {
  return join(libraryPaths(profile).backups, 'state.json');
}

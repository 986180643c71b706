import type { ErrorDetail } from './model.ts';
import type { ReaderErrorCode } from './errors.ts';

/** Why a copy was made: day by day, asked for, before the library's structure changed, or set aside by a restore. */
export type BackupKind = 'daily' | 'asked' | 'update' | 'replaced';

/** A copy of the library in the profile: articles, status, tags, notes, highlights and frozen texts. Images are files of their own and not in it. */
export interface Backup {
  /** Names it in calls. */
  readonly name: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
  /** Of the library's structure. */
  readonly version: number;
  readonly kind: BackupKind;
}

/** What kept the last copy from being made. */
export interface BackupFailure {
  readonly at: number;
  readonly code: ReaderErrorCode;
  readonly detail: ErrorDetail;
}

/** What was read from a damaged library into the copy that took its place. */
export interface Salvaged {
  readonly articles: number;
  readonly bookmarks: number;
  readonly notes: number;
  readonly highlights: number;
  /** Whether every row of the damaged library could be read. */
  readonly whole: boolean;
}

/** A damaged library was replaced by a copy, without anybody asking. */
export interface Restored {
  readonly at: number;
  readonly backup: string;
  /** What the library held is of this time, and what could be salvaged since. */
  readonly backupAt: number;
  /** Where the damaged file lies; null where the file was gone. */
  readonly setAside: string | null;
  /** Null where nothing could be read from it. */
  readonly salvaged: Salvaged | null;
}

export interface BackupReport {
  /** Newest first. */
  readonly backups: readonly Backup[];
  /** When the library was last copied, or found to be as its copy; null where it never was. */
  readonly lastAt: number | null;
  /** When the next copy is due; null where none is made by itself. */
  readonly nextAt: number | null;
  /** Null once a copy has been made. */
  readonly failure: BackupFailure | null;
  /** Until it is dismissed. */
  readonly restored: Restored | null;
}

export interface BackupApi {
  backups(args: Record<string, never>): Promise<BackupReport>;
  /** Copies the library, opens the copy and checks it. Rejects with `disk-full` or `backup-unsound`. */
  makeBackup(args: Record<string, never>): Promise<{ backup: Backup }>;
  /**
   * Puts a copy in the place of the library, which becomes a copy of kind `replaced`. The engine goes on with it. Rejects
   * with `backup-missing`, `backup-unsound`, `database-newer` or `disk-full`; then the library is as it was.
   */
  restoreBackup(args: { name: string }): Promise<{ backup: Backup }>;
  /** The person has seen what was restored. */
  dismissRestored(args: Record<string, never>): Promise<Record<string, never>>;
}

import type { Reader, ReaderApi } from '../contract/api.ts';
import type { BackupApi } from '../contract/backup.ts';
import type { FirstScreenApi } from '../contract/first-screen.ts';
import type { ArchiveApi } from '../contract/transfer.ts';

/** What an open library answers to. What replaces the library, its copies, and what asks of both, is the host's (library-host.ts). */
export type LibraryApi = Omit<ReaderApi, keyof (BackupApi & ArchiveApi & FirstScreenApi)>;

export interface OpenReader extends Omit<Reader, 'api'> {
  readonly api: LibraryApi;
  /** Whether a refresh runs, which needs the disk. */
  readonly busy: boolean;
  /** The machine goes to sleep, or woke. */
  power(state: 'asleep' | 'awake'): void;
  /** Ends what is under way, then closes the ingest and the store. */
  close(): Promise<void>;
}

import type { ReaderErrorCode } from '../../electron/contract/errors.ts';

const LIBRARY_CODES = ['database-damaged', 'database-newer', 'database-failed', 'profile-in-use', 'profile-unwritable', 'migration-failed', 'disk-full', 'engine-stopped'] as const satisfies readonly ReaderErrorCode[];

export type LibraryErrorCode = (typeof LIBRARY_CODES)[number];

/** Whether an error of the first questions means that there is no library to show. */
export function isLibraryError(code: string): code is LibraryErrorCode {
  return (LIBRARY_CODES as readonly string[]).includes(code);
}

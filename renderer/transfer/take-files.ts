import { isPageFile, saveFilesAsPages } from '../saving/save-request.ts';
import { closeDialog, openDialog } from '../state/ui.ts';

/** Files that wait for the import dialog, the first first. */
let waiting: File[] = [];

/** Opens the dialog for files that were dropped or pasted: pages are saved, everything else is imported, one after the other. */
export function takeFiles(files: readonly File[]): void {
  const pages = files.filter(isPageFile);
  waiting = files.filter((file) => !isPageFile(file));
  if (pages.length > 0) saveFilesAsPages(pages);
  else if (waiting.length > 0) openDialog({ kind: 'import' });
}

/** The next file that is to be imported, once; null where none waits. */
export function nextToImport(): File | null {
  return waiting.shift() ?? null;
}

/** Whether a file waits for its turn. */
export function isImportWaiting(): boolean {
  return waiting.length > 0;
}

/** Closes the dialog that saves pages; what came with them and is to be imported has its turn then. */
export function leavePages(): void {
  if (isImportWaiting()) openDialog({ kind: 'import' });
  else closeDialog();
}

/** Forgets what waits: the person has left. */
export function forgetWaiting(): void {
  waiting = [];
}

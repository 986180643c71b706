import { openDialog } from '../state/ui.ts';

let dropped: File | null = null;

/** Keeps the file for the import dialog, and opens it. */
export function importDropped(file: File): void {
  dropped = file;
  openDialog({ kind: 'import' });
}

/** The file that was dropped on the window, once. */
export function takeDropped(): File | null {
  const file = dropped;
  dropped = null;
  return file;
}

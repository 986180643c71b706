import { openDialog } from '../state/ui.ts';

/** Bookmarks, tables and archives go another way than lists of sources. */
export function isOpmlName(name: string): boolean {
  return !/\.(?:html?|csv|zip)$/i.test(name);
}

/** Whether the name itself says that it is a list of sources. */
export function isListName(name: string): boolean {
  return /\.(?:opml|xml)$/i.test(name);
}

let dropped: File | null = null;

/** Keeps the file for the import dialog, and opens it. */
export function importDropped(file: File): void {
  dropped = file;
  openDialog({ kind: isOpmlName(file.name) ? 'import' : 'import-file' });
}

/** The file that was dropped on the window, once. */
export function takeDropped(): File | null {
  const file = dropped;
  dropped = null;
  return file;
}

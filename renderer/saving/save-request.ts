import { openDialog } from '../state/ui.ts';

const KINDS = /\.(?:html?|xhtml|txt|text|md|eml|mhtml?|mht|pdf)$/i;

/** What a file picker shows. */
export const SAVED_KINDS = '.html,.htm,.xhtml,.txt,.md,.eml,.mhtml,.mht,.pdf';

let given: readonly File[] = [];

/** Whether a file is, by its name, one that is saved as a page. */
export function isPageFile({ name }: { readonly name: string }): boolean {
  return KINDS.test(name);
}

/** Keeps files for the dialog that saves them, and opens that: one is shown before it is saved, several are saved one after the other. */
export function saveFilesAsPages(files: readonly File[]): void {
  given = files;
  openDialog({ kind: files.length === 1 ? 'save' : 'save-files' });
}

/** The files that opened the dialog, once. */
export function takeGivenFiles(): readonly File[] {
  const files = given;
  given = [];
  return files;
}

/** Whether a text could be a web address, with its scheme or without. */
export function mayBeAddress(text: string): boolean {
  const trimmed = text.trim();
  // mailto: and their like are no pages; what follows the colon of a host is its port.
  if (/^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i.test(trimmed)) return false;
  return /^\S+\.\S+$|^\S+:\S+$/.test(trimmed) && (URL.canParse(trimmed) || URL.canParse(`https://${trimmed}`));
}

/** The one web address that a text is, or null. */
export function linkIn(text: string): string | null {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed) ? trimmed : null;
}

/** The address that a drag carries: the first line that is no comment (RFC 2483 section 5). */
export function draggedLink(data: DataTransfer): string | null {
  const list = data.getData('text/uri-list').split(/\r?\n/).find((line) => line !== '' && !line.startsWith('#'));
  return linkIn(list ?? '');
}

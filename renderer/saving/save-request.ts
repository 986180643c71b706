import { openDialog } from '../state/ui.ts';

const KINDS = /\.(?:html?|xhtml|txt|text|md|eml|mhtml?|mht|pdf)$/i;

/** What a file picker shows. */
export const SAVED_KINDS = '.html,.htm,.xhtml,.txt,.md,.eml,.mhtml,.mht,.pdf';

let given: File | null = null;

/** Whether a file is, by its name, one that is saved as a page. */
export function isPageFile({ name }: { readonly name: string }): boolean {
  return KINDS.test(name);
}

/** Keeps a file for the dialog that saves it, and opens that. */
export function saveFileAsPage(file: File): void {
  given = file;
  openDialog({ kind: 'save' });
}

/** The file that opened the dialog, once. */
export function takeGivenFile(): File | null {
  const file = given;
  given = null;
  return file;
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

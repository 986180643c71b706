/** UTF-8 is taken for something else by Excel where this does not stand first. */
export const CSV_MARK = '\uFEFF';

export type Cell = string | number | null;

/** Programs that open a table take these for the beginning of a formula, and formulas can send what they see elsewhere. */
const FORMULA = /^[=+\-@\t\r]/;
/** A number below zero begins as one does, and is none. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function harmless(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** One row parted by tabs (IANA text/tab-separated-values): what would part it within a cell becomes a space. */
export function tsvRow(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : harmless(cell).replace(/[\t\r\n]+/g, ' '))).join('\t')}\r\n`;
}

/** One row, without the mark that a table begins with. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

/** A table as RFC 4180 says, with a byte order mark. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `${CSV_MARK}${rows.map(csvRow).join('')}`;
}

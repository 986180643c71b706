import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { parse as parseNow } from 'csv-parse/sync';
import type { LinkFileKind } from '../../contract/transfer.ts';
import { importedLink, importedTime } from './imported-link.ts';
import type { ImportedLink, UnreadableLink } from './imported-link.ts';

/** How programs call the columns. */
const COLUMNS = {
  url: ['url', 'link', 'href', 'source url'],
  title: ['title', 'name', 'book title'],
  tags: ['tags', 'document tags', 'labels'],
  folder: ['folder', 'location'],
  savedAt: ['time_added', 'timestamp', 'saved date', 'saved', 'date added', 'created'],
  note: ['note', 'notes', 'document note'],
  highlight: ['selection', 'highlight', 'highlights'],
  status: ['status'],
} as const;
type Column = keyof typeof COLUMNS;

/** Where each column stands; null where the file has none. */
export type TableHead = Readonly<Record<Column, number | null>> & {
  /** Written by `toCsvRow`, whose tags may hold commas. */
  readonly isOurs: boolean;
};

function names(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/^\uFEFF/, '').trim().toLowerCase());
}

/** The columns of a table of links, or null where the row is no head of one. */
export function tableHead(cells: readonly string[]): TableHead | null {
  const given = names(cells);
  const at = (column: Column): number | null => {
    for (const name of COLUMNS[column]) if (given.includes(name)) return given.indexOf(name);
    return null;
  };
  const head = { url: at('url'), title: at('title'), tags: at('tags'), folder: at('folder'), savedAt: at('savedAt'), note: at('note'), highlight: at('highlight'), status: at('status'), isOurs: given.includes('sha256') && given.includes('topics') };
  return head.url === null ? null : head;
}

/** How the cells of a table are parted, and in which line, counted from 1, its head stands. */
export interface TableForm {
  readonly delimiter: string;
  readonly fromLine: number;
}

/** Spreadsheets of countries with decimal commas part cells by semicolons; some programs by tabs. */
const DELIMITERS = [',', ';', '\t'] as const;

/** Finds out by the beginning of a table how it is written; null where it is no table of links. */
export function tableForm(text: string): (TableForm & { readonly cells: readonly string[] }) | null {
  // Excel says so itself where it is asked to.
  const fromLine = /^\uFEFF?sep=.\r?\n/.test(text) ? 2 : 1;
  const forms = DELIMITERS.map((delimiter) => ({ delimiter, fromLine, cells: firstRow(text, { delimiter, fromLine }) })).filter(({ cells }) => tableHead(cells) !== null);
  return forms.toSorted((one, other) => other.cells.length - one.cells.length)[0] ?? null;
}

function firstRow(text: string, { delimiter, fromLine }: TableForm): string[] {
  try {
    return parseNow(text, { bom: true, delimiter, from_line: fromLine, to: 1, relax_quotes: true, relax_column_count: true })[0] ?? [];
  } catch {
    // Not a table.
    return [];
  }
}

/** Whose table it is, by its head. */
export function tableKind(cells: readonly string[]): LinkFileKind {
  const given = new Set(names(cells));
  if (given.has('time_added')) return 'pocket';
  if (given.has('selection') && given.has('folder')) return 'instapaper';
  if (given.has('document tags') || given.has('saved date')) return 'readwise';
  return 'table';
}

/** Places in those programs, rather than folders that a person made. */
const PLACES: ReadonlySet<string> = new Set(['', 'unread', 'archive', 'starred', 'home', 'new', 'later', 'shortlist', 'feed', 'library']);
const READ: ReadonlySet<string> = new Set(['archive', 'archived', 'read']);
const UNREAD: ReadonlySet<string> = new Set(['unread', 'new', 'later', 'shortlist']);

/** A note of the longest with a few highlights is a million characters and more. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** Reads a table of links (RFC 4180, whatever parts its cells), row by row. A row of another width costs only itself. */
export async function* readTable(pieces: AsyncIterable<string>, { delimiter, fromLine }: TableForm): AsyncGenerator<ImportedLink | UnreadableLink> {
  const parser = parse({ bom: true, delimiter, from_line: fromLine, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  const source = Readable.from(pieces);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let head: TableHead | null = null;
  for await (const row of parser as AsyncIterable<string[]>) {
    if (head === null) {
      head = tableHead(row);
      if (head === null) return;
    } else {
      yield linkOf(row, head);
    }
  }
}

/** What we, or others that guard against formulas, wrote before a cell. */
const GUARDED = /^'(?=[=+\-@\t\r])/;

function linkOf(row: readonly string[], head: TableHead): ImportedLink | UnreadableLink {
  const cell = (column: Column): string => {
    const at = head[column];
    return (at === null ? '' : (row[at] ?? '')).replace(GUARDED, '');
  };
  const place = (cell('status') || cell('folder')).trim().toLowerCase();
  const folder = PLACES.has(cell('folder').trim().toLowerCase()) ? '' : cell('folder');
  return importedLink({
    url: cell('url'),
    title: cell('title') || null,
    tags: [...(head.isOurs ? cell('tags').split('|') : tagList(cell('tags'))), folder],
    note: cell('note'),
    highlights: passages(cell('highlight')),
    savedAt: importedTime(cell('savedAt')),
    read: READ.has(place) ? true : UNREAD.has(place) ? false : null,
  });
}

/** Passages parted by empty lines, each with its note behind a dash on a line of its own: as `toCsvRow` writes them. */
function passages(text: string): { readonly quote: string; readonly note: string }[] {
  return text.split(/\r?\n\s*\n/).map((passage) => {
    const [quote = '', ...said] = passage.split(/\r?\n— /);
    return { quote, note: said.join('\n— ') };
  });
}

/** `a|b` as Pocket writes it, `["a","b"]` as Instapaper and Readwise do, else `a,b`. */
function tagList(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[')) {
    const quoted = [...trimmed.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'));
    if (quoted.length > 0 || trimmed === '[]') return quoted;
  }
  return trimmed.split(trimmed.includes('|') ? '|' : ',');
}

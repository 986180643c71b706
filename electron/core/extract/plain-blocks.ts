import { foldText } from '../parse/page/element-text.ts';

/** A paragraph or a table of a plain text. */
export type PlainBlock = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'table'; readonly text: string; readonly rows: readonly (readonly string[])[] };

const MOST_LINES = 20_000;
const LONGEST_LINE = 20_000;
const ENDS = /[.。!！?？;；:：]["”’」）)]?$/;
const HAN = /[\u3041-\u9fff\uff00-\uffef]$/;

function cellsOf(line: string): string[] | null {
  const parts = line.includes('\t') ? line.split('\t') : line.trim().split(/\s{2,}|\s?\|\s?/);
  const cells = parts.map(foldText).filter((cell, at, all) => cell !== '' || (at > 0 && at < all.length - 1));
  return cells.length >= 2 && cells.every((cell) => cell.length <= 60) ? cells : null;
}

/** Lines that were broken at a width rather than at the end of a paragraph. */
function isWrapped(lines: readonly string[]): boolean {
  if (lines.length < 2) return false;
  const inner = lines.slice(0, -1);
  const widest = Math.max(...lines.map(({ length }) => length));
  const wide = inner.filter((line) => line.length > widest * 0.75 && line.length >= 30);
  return widest <= 120 && wide.length >= inner.length * 0.8 && inner.some((line) => !ENDS.test(line));
}

function joined(lines: readonly string[]): string {
  return lines.reduce((text, line) => (text === '' ? line : (HAN.test(text) ? text + line : `${text.replace(/(\p{L})-$/u, '$1-')} ${line}`)), '');
}

/** The paragraphs of a plain text: one each line, or each group of lines where those were broken at a width. Rows of cells are tables. */
export function plainBlocks(text: string): PlainBlock[] {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029|\f/g, '\n').split('\n').slice(0, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  const blocks: PlainBlock[] = [];
  let group: string[] = [];
  const end = (): void => {
    const folded = group.map(foldText).filter(Boolean);
    const rows = group.filter((line) => foldText(line) !== '').map(cellsOf);
    const isTable = rows.length >= 2 && rows.every((row) => row !== null && row.length === rows[0]?.length) && group.some((line) => /\t|\s{3,}|\|/.test(line));
    if (isTable) blocks.push({ kind: 'table', text: folded.join(' '), rows: rows.flatMap((row) => (row ? [row] : [])) });
    else if (isWrapped(folded)) blocks.push({ kind: 'line', text: joined(folded) });
    else blocks.push(...tablesIn(group));
    group = [];
  };
  for (const line of lines) {
    if (foldText(line) === '' || /^\s*(?:[-=_*]\s?){4,}$/.test(line)) end();
    else group.push(line);
  }
  end();
  return blocks;
}

/** Lines one by one, runs of tabbed rows between them as tables. */
function tablesIn(group: readonly string[]): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let rows: string[][] = [];
  const end = (): void => {
    if (rows.length >= 2) blocks.push({ kind: 'table', text: rows.flat().join(' '), rows });
    else for (const row of rows) blocks.push({ kind: 'line', text: row.join(' ') });
    rows = [];
  };
  for (const line of group) {
    const cells = line.trim().includes('\t') ? cellsOf(line) : null;
    if (cells && (rows.length === 0 || rows[0]?.length === cells.length)) rows.push(cells);
    else {
      end();
      const text = foldText(line);
      if (text !== '') blocks.push({ kind: 'line', text });
    }
  }
  end();
  return blocks;
}

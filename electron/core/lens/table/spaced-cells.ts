import { matchesOf } from '../matches.ts';
/** Between two cells: two spaces, which behind a full stop part sentences, or one as wide as a character of Chinese. */
const GAP = /(?<=[^\s.!?:;,。，；：])(?: {2,}| *\u3000[ \u3000]*)(?=\S)/g;
/** The second line of the head of a last column: (QoQ). */
export const SECOND_LINE = /^\s{8,}(\([^()\d]{1,12}\))\s*$/;
/** In front of heads whose rows have a first cell. */
const INDENT = /^(?: {4,}|\u3000[ \u3000]*)(?=\S)/;
/** A gap that parts cells by itself. */
const WIDE = 4;
/** Characters of a line of a table at most. */
const MOST = 300;

/** 江西 … 38600: one cell and its number; a column where such lines stand one below the other. */
const ROW = /^\s*\p{L}[\p{L} ()（）]{0,30}?(?: {2,}| *\u3000[ \u3000]*)-?[\d,.]+ ?%?$/u;
const FEWEST_ROWS = 3;

/** Whether a line is set in columns: two gaps, or one wide enough. */
function isSet(line: string): boolean {
  if (line.length > MOST || !/ {2}|\u3000/.test(line)) return false;
  const gaps = matchesOf(line, GAP);
  return gaps.length > 1 || gaps.some(([gap]) => gap.length >= WIDE || gap.includes('\u3000'));
}

/** A folded text with tabs for the gaps of tables that were set with spaces, lines of which stand one below the other; as long as before. `written` is the text before it was folded, whose wide spaces are gaps too. */
export function withSpacedCells(folded: string, written = folded): string {
  const hasWide = written.includes('\u3000');
  if (!hasWide && !folded.includes('  ')) return folded;
  const lines = (hasWide ? Array.from({ length: folded.length }, (_, at) => (written[at] === '\u3000' ? '\u3000' : folded[at])).join('') : folded).split('\n');
  const rows = lines.map((line) => line.length <= MOST && ROW.test(line));
  const isColumn = (at: number): boolean => Array.from({ length: FEWEST_ROWS }, (_, back) => at - back).some((from) => from >= 0 && rows.slice(from, from + FEWEST_ROWS).filter(Boolean).length === FEWEST_ROWS);
  const set = lines.map((line, at) => isSet(line) || (rows[at] === true && isColumn(at)));
  // What heads the last column may take two lines.
  const below = (at: number): number => (SECOND_LINE.test(lines[at + 1] ?? '') ? at + 2 : at + 1);
  return lines.map((line, at) => (set[at] && (set[at - 1] || (set[below(at)] && /\d/.test(lines[below(at)] ?? ''))) ? line.replace(GAP, (gap) => '\t'.repeat(gap.length)).replace(INDENT, (indent) => `${indent.slice(1)}\t`) : line)).join('\n').replaceAll('\u3000', ' ');
}

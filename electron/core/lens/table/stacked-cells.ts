/** A cell of a table without borders: a sum, a sign, a share, or that there is none. */
const VALUE = /^(?:(?:US|A|C|HK)?[$€£¥]|%|pts?|[(（]?[-+−]?(?:US|A|C|HK)?[$€£¥]?\d[\d,.]*[)）]?%?x?|[—–-]|n\/?a|NM)$/i;
/** Characters of a line that may be a cell. */
const LONGEST_VALUE = 40;
const SIGN = /^(?:US|A|C|HK)?[$€£¥]$/;
const UNIT = /^(?:%|pts?)$/;
const LABEL = /^(?=.*\p{L}{3})[^\n|]{2,60}$/u;
const HEAD = /^[^\n|]{1,36}$/;
/** Rows of one shape that make a table. */
const FEWEST_ROWS = 3;
const FEWEST_VALUES = 2;
/** Lines that are a border alone, that make a table. */
const FEWEST_BORDERS = 6;

interface Row {
  /** Of its label, among the lines. */
  readonly at: number;
  /** Past its last line. */
  readonly end: number;
  /** Cells behind the label, signs taken with their numbers. */
  readonly cells: number;
}

function rowAt(lines: readonly string[], at: number): Row | null {
  // Most lines have none below them: what stands there is looked at first.
  const below = lines[at + 1] ?? '';
  if (below.length > LONGEST_VALUE || !VALUE.test(below.trim())) return null;
  const label = (lines[at] ?? '').trim();
  if (!LABEL.test(label) || VALUE.test(label) || /[.。;；]$/.test(label)) return null;
  let [end, cells] = [at + 1, 0];
  for (; end < lines.length && VALUE.test((lines[end] ?? '').trim()); end++) if (!SIGN.test((lines[end] ?? '').trim()) && !UNIT.test((lines[end] ?? '').trim())) cells += 1;
  return cells < FEWEST_VALUES ? null : { at, end, cells };
}

/** What parts a line from the one before it, where both are of one row: a sign belongs to its number. */
function joint(before: string, line: string): string {
  return SIGN.test(before.trim()) || UNIT.test(line.trim()) ? ' ' : '\t';
}

/** Rows that stand cell below cell: a label, and its values each in a line of its own. */
function stackedRows(lines: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < lines.length; at++) {
    const row = rowAt(lines, at);
    if (!row) continue;
    rows.push(row);
    at = row.end - 1;
  }
  // Runs of rows of one shape, one right below the other.
  const kept: Row[] = [];
  let run: Row[] = [];
  for (const row of rows) {
    const last = run.at(-1);
    if (last && (last.cells !== row.cells || row.at - last.end > 1)) {
      if (run.length >= FEWEST_ROWS) kept.push(...run);
      run = [];
    }
    run.push(row);
  }
  if (run.length >= FEWEST_ROWS) kept.push(...run);
  return kept;
}

/**
 * A text with tabs for the line breaks between the cells of tables that were written cell below cell, each row a line of its own; as
 * long as before. What heads the columns stands in one line above the first row.
 */
export function withStackedCells(text: string): string {
  const whole = withBorders(text);
  const lines = whole.split('\n');
  const rows = stackedRows(lines);
  if (rows.length === 0) return whole;
  const joints = new Map<number, string>();
  for (const [nth, { at, end, cells }] of rows.entries()) {
    for (let line = at + 1; line < end; line++) joints.set(line, joint(lines[line - 1] ?? '', lines[line] ?? ''));
    if (nth > 0 && rows[nth - 1]?.end === at) continue;
    // A line may stand between the heads and the rows: "Financial measures:".
    const gap = /[:：]\s*$/.test(lines[at - 1] ?? '') ? 1 : 0;
    const heads = lines.slice(Math.max(0, at - gap - cells), at - gap);
    if (heads.length < cells || !heads.every((head) => HEAD.test(head.trim()) && !/[.。;；]$/.test(head.trim())) || !heads.some((head) => /\d{4}|change|quarter|Q[1-4]|季|年|月|涨跌|价/i.test(head))) continue;
    for (let line = at - gap - cells; line < at; line++) if (line > 0) joints.set(line, '\t');
  }
  return lines.reduce((text, line, at) => (at === 0 ? line : `${text}${joints.get(at) ?? '\n'}${line}`), '');
}

/** The same of a table whose borders stand in lines of their own. */
function withBorders(text: string): string {
  if ((text.match(/^ *\| *$/gm)?.length ?? 0) < FEWEST_BORDERS) return text;
  return text
    .replace(/ \|\n(?=[^\n|])/g, ' | ')
    .replace(/\n\|\n\|\n/g, ' |\n| ')
    .replace(/\n\|\n(?=[^\n|]{60})/g, ' |\n')
    .replace(/\n\|\n(?!\|)/g, ' | ')
    .replace(/(^|\n)\|\n(?=[^|\n])/g, '$1| ');
}

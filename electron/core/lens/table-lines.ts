import type { RawFigure } from './raw-figure.ts';
import type { Stretch } from './sentences.ts';
import { perAt, unitAt } from './units.ts';
import type { Unit } from './units.ts';

const CELL = /\t+| \| |\|/;

function lineAt(text: string, at: number): Stretch {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end === -1 ? text.length : end };
}

const cellsOf = (line: string): string[] => line.replace(/^\||\|\s*$/g, '').split(CELL).map((cell) => cell.trim());

/** The words that a line of a table is of: its first cell. Null where the figure is in no such line, or in its first cell. */
export function lineSubject(text: string, sentence: Stretch, at: Stretch): string | null {
  const line = lineAt(text, at.start);
  const written = text.slice(line.start, line.end);
  if (!CELL.test(written) || sentence.start > at.start) return null;
  const [first = ''] = cellsOf(written);
  const ahead = written.slice(0, at.start - line.start);
  return CELL.test(ahead.replace(/^\|/, '')) && /\p{L}{2}/u.test(first) ? first.replace(/\s*[(（][^)）]*[)）]/g, '') : null;
}

interface ColumnUnit {
  readonly unit: Unit;
  readonly per: string | null;
  readonly printed: string;
  readonly shift: number;
}

const SCALES: readonly (readonly [RegExp, number])[] = [[/^亿/, 8], [/^万/, 4], [/^千/, 3], [/^(?:millions? of|million|mn|m) ?/i, 6], [/^(?:thousands? of|thousand) ?/i, 3], [/^billions? of /i, 9]];

const UNIT_OPENS = /[(（[]? ?(?:units?|单位)[:：]? ?(?=\S)|[(（[](?=\S)|\bin (?=\S)/gi;

function unitIn(words: string): ColumnUnit | null {
  for (const from of words.matchAll(UNIT_OPENS)) {
    const found = unitFrom(words, from.index + from[0].length);
    if (found) return found;
  }
  return null;
}

function unitFrom(words: string, from: number): ColumnUnit | null {
  let at = from;
  let shift = 0;
  for (const [pattern, by] of SCALES) {
    const found = pattern.exec(words.slice(at));
    if (found) [shift, at] = [by, at + found[0].length];
  }
  const sign = /^(US\$|A\$|\$|€|RMB)(?=\/)/.exec(words.slice(at));
  const codes: Readonly<Record<string, string>> = { 'US$': 'USD', $: 'USD', 'A$': 'AUD', '€': 'EUR', RMB: 'CNY' };
  const dollars = /^(?:US dollars|US\$|A\$|Australian dollars|\$|€|RMB|yuan)(?: ?(?:million|m|mn)\b)?(?=[\s)）,.;]|$)/i.exec(words.slice(at));
  if (dollars && !sign) {
    const code = /^(?:US|\$)/i.test(dollars[0]) ? 'USD' : /^A/i.test(dollars[0]) ? 'AUD' : dollars[0].startsWith('€') ? 'EUR' : 'CNY';
    const scale = / ?(?:million|m|mn)$/i.test(dollars[0]) ? 6 : 0;
    return { unit: { normal: code, sort: 'money', shift: 0, per: null }, per: null, printed: dollars[0], shift: shift + scale };
  }
  const found = sign ? { unit: { normal: codes[sign[1] ?? ''] ?? 'USD', sort: 'money' as const, shift: 0, per: null }, length: sign[0].length } : unitAt(words, at);
  if (!found) return null;
  const rate = perAt(words, at + found.length);
  return { unit: found.unit, per: rate?.per ?? found.unit.per, printed: words.slice(at, at + found.length + (rate?.length ?? 0)).trim(), shift: shift + found.unit.shift };
}

/** Rows of what is counted are in no money, whatever the table is in. */
const COUNTED = /\b(?:employees|headcount|number|people|shares|staff|ratio|index)\b|人数|户数|家数|股数|指数/i;
/** Heads of columns that say by how much something moved, and of those that say what a thing is. */
const CHANGES = /\b(?:change|chg|yoy|y\/y|qoq|m\/m|w\/w|d\/d|growth|variance|\+\/-)\b|涨跌|增减|同比|环比|变动|增长/i;
const SPECIFIES = /\b(?:spec\w*|purity)\b|规格|纯度|牌号|型号/i;

/** What the head of a figure's column says of it: `change`, or `spec`, which is no figure; null otherwise. */
export function columnSort(text: string, at: Stretch): 'change' | 'spec' | null {
  const line = lineAt(text, at.start);
  const ahead = text.slice(line.start, at.start);
  if (!CELL.test(ahead)) return null;
  const column = cellsOf(`${ahead}x`).length - 1;
  let above = line;
  for (let row = 0; row < MOST_ROWS && above.start > 0; row++) {
    above = lineAt(text, above.start - 1);
    const written = text.slice(above.start, above.end);
    if (written.trim() === '') continue;
    if (!CELL.test(written)) return null;
    const head = cellsOf(written)[column] ?? '';
    if (CHANGES.test(head)) return 'change';
    if (SPECIFIES.test(head)) return 'spec';
  }
  return null;
}

const MOST_ROWS = 60;

/** The unit of the column that a bare number of a table stands in: of its head, of a line above, or of the price beside a change. */
export function columnUnitAt(text: string, at: Stretch, raws: readonly RawFigure[]): ColumnUnit | null {
  const line = lineAt(text, at.start);
  const ahead = text.slice(line.start, at.start);
  if (!CELL.test(ahead)) return null;
  const column = cellsOf(`${ahead}x`).length - 1;
  const [label = ''] = cellsOf(ahead);
  const ofRow = column > 0 ? unitIn(label) : null;
  if (ofRow) return ofRow;
  let above = line;
  for (let row = 0; row < MOST_ROWS && above.start > 0; row++) {
    above = lineAt(text, above.start - 1);
    const written = text.slice(above.start, above.end);
    if (written.trim() === '') continue;
    if (!CELL.test(written)) return (COUNTED.test(label) ? null : unitIn(written)) ?? besideIn(line, at, raws);
    const own = unitIn(cellsOf(written)[column] ?? '');
    if (own) return own;
  }
  return besideIn(line, at, raws);
}

/** A signed number beside a price is in its unit. */
function besideIn(line: Stretch, at: Stretch, raws: readonly RawFigure[]): ColumnUnit | null {
  const raw = raws.find((one) => one.at.start === at.start);
  if (raw?.is !== 'quantity' || raw.quantity.sign === null) return null;
  const price = raws.find((one) => one.is === 'quantity' && one.at.start >= line.start && one.at.end <= at.start && one.quantity.currency !== null);
  if (price?.is !== 'quantity' || price.quantity.currency === null) return null;
  return { unit: { normal: price.quantity.currency, sort: 'money', shift: 0, per: null }, per: price.quantity.per, printed: '', shift: 0 };
}

import { keeping } from '../kept.ts';
import { matchesOf } from '../matches.ts';
import type { RawFigure } from '../raw-figure.ts';
import type { Stretch } from '../sentences.ts';
import { SECOND_LINE } from './spaced-cells.ts';
import { perAt, unitAt } from '../number/units.ts';
import type { Unit } from '../number/units.ts';

const CELL = /\t+| \| |\|/;

/** Whether a text has a cell of a table in it. */
export const hasCells = (text: string): boolean => /[\t|]/.test(text);

function lineAt(text: string, at: number): Stretch {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  return { start, end: end === -1 ? text.length : end };
}

/** For each figure of a table the rows above it are asked. */
const cellsOf = keeping((line: string): readonly string[] => line.replace(/^\||\|\s*$/g, '').split(CELL).map((cell) => cell.trim()), 256);

/** The words that a line of a table is of: its first cell. Null where the figure is in no such line, or in its first cell. */
export function lineSubject(text: string, sentence: Stretch, at: Stretch): string | null {
  const line = lineAt(text, at.start);
  const written = text.slice(line.start, line.end);
  if (!CELL.test(written) || sentence.start > at.start) return null;
  const [first = ''] = cellsOf(written);
  const ahead = written.slice(0, at.start - line.start);
  if (CELL.test(ahead.replace(/^\|/, '')) && PERIOD.test(first)) return ofColumn(columnHead(text, at.start), headingOf(text, line.start));
  // 美国 under 1994: of what the whole table tells.
  if (CELL.test(ahead.replace(/^\|/, '')) && /\p{Script=Han}{2}/u.test(first) && PERIOD.test(columnHead(text, at.start).trim())) {
    const heading = headingOf(text, line.start);
    return heading === '' || MEASURED.test(first) || first.includes(heading) ? first.replace(/\s*[(（][^)）]*[)）]/g, '') : `${first}${heading}`;
  }
  return CELL.test(ahead.replace(/^\|/, '')) && /\p{L}{2}/u.test(first) ? withColumn(first.replace(/\s*[(（][^)）]*[)）]/g, ''), columnHead(text, at.start)) : null;
}

/** Rows that are told apart by when: 2016年, "Q3 2025", 10月. */
const PERIOD = /^(?:(?:19|20)\d\d年?(?:度|[上下]半年)?(?:第?[一二三四1-4]季度)?(?:1?\d月(?:份)?)?(?:[-至]1?\d月)?|1?\d月(?:份)?|(?:19|20)\d\d[-/.]\d{1,2}(?:[-/.]\d{1,2})?|(?:Q[1-4]|H[12]|[1-4]Q|[12]H|FY)[ -]?(?:20)?\d\d(?:\/\d\d)?|(?:20)?\d\d ?(?:Q[1-4]|H[12]))$/;

/** Rows that say themselves what is measured. */
const MEASURED = /(?:产量|产能|销量|出口|进口|库存|储量|资源量|营收|收入|利润|需求|消费|价格|均价|投资|[(（].{1,8}[)）])/;

/** What a column of such rows tells, with what heads the table; null where its head tells nothing. */
function ofColumn(head: string, heading: string): string | null {
  const plain = head.replace(/\s*[(（][^)）]*[)）]?/g, '').replace(/, [^,]*$/, '').trim();
  if (!/\p{L}{2}/u.test(plain)) return null;
  return heading === '' || plain.includes(heading) ? plain : `${heading}${plain}`;
}

/** 以下为2006年以来全国钨矿开采总量控制指标情况表:, the line right above a table of Chinese; empty where none names it. */
function headingOf(text: string, at: number): string {
  let line = lineAt(text, at);
  while (line.start > 0 && CELL.test(text.slice(line.start, line.end))) line = lineAt(text, line.start - 1);
  const words = text.slice(line.start, line.end).replace(/[(（][^()（）]*[)）]/g, '').trim();
  return /^(?:以下[为是])?(?:[一二三四五六七八九十\d]+[、.])?(?:表\d+[:：.]?)?(?:(?:19|20)\d\d年?(?:以来|度|[-至到](?:19|20)\d\d年)?)?(\p{Script=Han}{2,16}?)(?:情况|统计|一览|明细|数据|汇总|对比)*表?(?:如下)?[:：]?$/u.exec(words)?.[1] ?? '';
}

/** The first cell of the row that a figure stands in behind it; empty where there is none. */
export function rowLabel(text: string, at: Stretch): string {
  const line = lineAt(text, at.start);
  const ahead = text.slice(line.start, at.start);
  return CELL.test(ahead) ? (cellsOf(ahead)[0] ?? '') : '';
}

/** Heads that tell what of a thing is measured. */
const MEASURES = /^(?:output|production|sales|capacity|exports?|imports?|shipments|inventor(?:y|ies)|stocks?|reserves?|resources?|revenue|profit|volume|consumption|demand|产量|销量|产能|出口量?|进口量?|库存|储量|资源量|营收|收入|利润|净利润|需求量?|消费量)$/i;

/** What a row is of, with what its column tells of it, but its unit: "Dysprosium" under "Output (t)", "C1 cost" under "Mar-26 Qtr", 存货 under 期末余额. */
function withColumn(row: string, head: string): string {
  const whole = head.replace(/[(（][^)）]*[)）]?/g, '').replace(/^(?:本报告期|年初至报告期末)(?=比|$)|比上年(?:同期|末|度末)?(?:增减|变动)?(?:幅度)?$/g, '').trim();
  const plain = behindComma(whole) ? whole.slice(0, whole.lastIndexOf(', ')) : whole;
  const told = MEASURES.exec(plain.replace(/,.*$/, '').trim())?.[0].toLowerCase() ?? (/\p{L}{2}/u.test(plain) && !DAY.test(plain) && wordsIn(plain) <= 2 * wordsIn(row) && !QUOTES.test(plain) && !(moneyOfHead(plain) ?? unitFrom(plain, 0)) ? plain : undefined);
  return told === undefined || row.toLowerCase().includes(told) ? row : `${row}${/\p{Script=Han}$/u.test(row) ? '' : ' '}${told}`;
}

const wordsIn = (words: string): number => words.split(/[\s-]+/).length;
/** Heads that are a day are of no thing. */
const DAY = /^(?:\p{L}{3,9}\.? \d{1,2}(?:, ?\d{4})?|\d{1,2} \p{L}{3,9}\.?(?: \d{4})?|.*\d{1,2}月\d{1,2}日)$/u;

interface ColumnUnit {
  readonly unit: Unit;
  readonly per: string | null;
  readonly printed: string;
  readonly shift: number;
}

const SCALES: readonly (readonly [RegExp, number])[] = [[/^亿/, 8], [/^万/, 4], [/^千/, 3], [/^(?:millions? of|million|mn|m)(?![a-z]) ?/i, 6], [/^(?:thousands? of|thousand) ?/i, 3], [/^billions? of /i, 9]];

const UNIT_OPENS = /[(（[]? ?(?:units?|单位)[:：]? ?(?=\S)|[(（[](?=\S)|\bin (?=\S)/gi;

function unitIn(words: string): ColumnUnit | null {
  for (const from of matchesOf(words, UNIT_OPENS)) {
    const found = unitFrom(words, from.index + from[0].length);
    if (found) return found;
  }
  return null;
}

/** "Output, kt" */
function behindComma(words: string): ColumnUnit | null {
  const comma = words.lastIndexOf(', ');
  return comma === -1 ? null : unitFrom(words, comma + 2);
}

function unitFrom(words: string, from: number): ColumnUnit | null {
  let at = from;
  let shift = 0;
  for (const [pattern, by] of SCALES) {
    const found = pattern.exec(words.slice(at));
    if (found) [shift, at] = [by, at + found[0].length];
  }
  const money = moneyOfHead(words.slice(from).split(/[)）]/)[0] ?? '');
  if (money) return money;
  const sign = /^(US\$|A\$|\$|€|RMB)(?=\/)/.exec(words.slice(at));
  const codes: Readonly<Record<string, string>> = { 'US$': 'USD', $: 'USD', 'A$': 'AUD', '€': 'EUR', RMB: 'CNY' };
  const dollars = /^(?:US dollars|dollars|US\$|A\$|Australian dollars|\$|€|RMB|yuan)(?: ?(?:million|m|mn)\b)?(?=[\s)）,.;]|$)/i.exec(words.slice(at));
  if (dollars && !sign) {
    const code = /^(?:US|\$|dollars)/i.test(dollars[0]) ? 'USD' : /^A/i.test(dollars[0]) ? 'AUD' : dollars[0].startsWith('€') ? 'EUR' : 'CNY';
    const scale = / ?(?:million|m|mn)$/i.test(dollars[0]) ? 6 : 0;
    return { unit: { normal: code, sort: 'money', shift: 0, per: null }, per: null, printed: dollars[0], shift: shift + scale };
  }
  const found = sign ? { unit: { normal: codes[sign[1] ?? ''] ?? 'USD', sort: 'money' as const, shift: 0, per: null }, length: sign[0].length } : unitAt(words, at);
  if (!found) return null;
  const rate = perAt(words, at + found.length);
  return { unit: found.unit, per: rate?.per ?? found.unit.per, printed: words.slice(at, at + found.length + (rate?.length ?? 0)).trim(), shift: shift + found.unit.shift };
}

/** "SEK million", "A$'000": the whole of a table's first head. */
function moneyOfHead(head: string): ColumnUnit | null {
  const found = /^\(?(US\$|A\$|C\$|\$|€|£|USD|AUD|CAD|EUR|GBP|SEK|NOK|DKK|CHF|JPY|KRW|INR|RMB|CNY|ZAR) ?(millions?|m|mn|MSEK|thousands?|['’]?000s?|k|billions?|bn)?\)?$/i.exec(head.trim());
  if (!found) {
    const spelt = /^\(?(?:in )?(thousands|millions|billions) of (?:US |U\.S\. )?(dollars|euros)/i.exec(head);
    return spelt ? { unit: { normal: spelt[2]?.toLowerCase() === 'euros' ? 'EUR' : 'USD', sort: 'money', shift: 0, per: null }, per: null, printed: head.trim(), shift: { t: 3, m: 6, b: 9 }[spelt[1]?.[0]?.toLowerCase() ?? ''] ?? 0 } : null;
  }
  const code = found[1]?.toUpperCase() ?? '';
  const normal = ({ US$: 'USD', $: 'USD', A$: 'AUD', C$: 'CAD', '€': 'EUR', '£': 'GBP', RMB: 'CNY' } as Readonly<Record<string, string>>)[code] ?? code;
  const scale = (found[2] ?? '').toLowerCase();
  const shift = scale === '' ? 0 : /^(?:b)/.test(scale) ? 9 : /^(?:t|k|['’]?0)/.test(scale) ? 3 : 6;
  return { unit: { normal, sort: 'money', shift: 0, per: null }, per: null, printed: head.trim(), shift };
}

/** Rows of what is counted are in no money, whatever the table is in. */
const COUNTED = /\b(?:headcount|number|ratio|index)\b|^(?:[a-z-]+ )?(?:employees|people|shares|staff)\b(?! (?:costs?|benefits?|expenses?))|人数|户数|家数|股数|指数/i;
/** Heads of columns that say by how much something moved, and of those that say what a thing is. */
const CHANGES = /^(?:day|week|month|日|周|月)$|\b(?:change|chg|yoy|y\/y|qoq|m\/m|w\/w|d\/d|growth|variance|\+\/-)\b|涨跌|增减|同比|环比|变动|增长/i;
const SPECIFIES = /\b(?:spec\w*|purity)\b|规格|纯度|牌号|型号/i;

/** Heads of columns that stand before the unit of theirs. */
const QUOTES = /^(?:low|high|avg|average|mean|mid|min|max|price|quote)\b|^(?:最低|最高|均价|平均|价格|报价|低|高)/i;

/** The words at the head of the column that a figure of a table stands in; empty where it stands in none. */
export function columnHead(text: string, at: number): string {
  const line = lineAt(text, at);
  const ahead = text.slice(line.start, at);
  if (!CELL.test(ahead)) return '';
  const column = cellsOf(`${ahead}x`).length - 1;
  let more = '';
  let above = line;
  for (let row = 0; row < MOST_ROWS && above.start > 0; row++) {
    above = lineAt(text, above.start - 1);
    const written = text.slice(above.start, above.end);
    const second = SECOND_LINE.exec(written)?.[1];
    if (second !== undefined) {
      more = ` ${second}`;
      continue;
    }
    if (written.trim() !== '' && !CELL.test(written)) return '';
    const cell = cellsOf(written)[column] ?? '';
    if (cell !== '' && !/^[-+−]?[\d.,]/.test(cell)) return `${cell}${more}`;
  }
  return '';
}

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
    if (written.trim() === '' || SECOND_LINE.test(written)) continue;
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
  const ofRow = column > 0 ? (unitIn(label) ?? behindComma(label)) : null;
  // 每股收益（元/股） under 增减（%）: by how much it moved is in per cent.
  if (ofRow) return columnSort(text, at) === 'change' && /[(（]%[)）]/.test(columnHead(text, at.start)) ? unitFrom('%', 0) : ofRow;
  let above = line;
  for (let row = 0; row < MOST_ROWS && above.start > 0; row++) {
    above = lineAt(text, above.start - 1);
    const written = text.slice(above.start, above.end);
    if (written.trim() === '' || SECOND_LINE.test(written)) continue;
    if (!CELL.test(written)) return (COUNTED.test(label) ? null : unitIn(written)) ?? besideIn(line, at, raws);
    const cells = cellsOf(written);
    const ofHead = unitIn(cells[column] ?? '');
    if (ofHead) return ofHead;
    const units = cells.findIndex((cell) => /^(?:units?|uom|单位|计量单位)$/i.test(cell));
    if (units > 0 && (units < column ? !cells.slice(1, units).some((cell) => QUOTES.test(cell)) : true)) {
      const cell = cellsOf(text.slice(line.start, line.end))[units] ?? '';
      const ofCell = moneyOfHead(cell) ?? unitFrom(cell, 0);
      if (ofCell) return ofCell;
    }
    const own = behindComma(cells[column] ?? '') ?? (COUNTED.test(label) ? null : (moneyOfHead(cells[0] ?? '') ?? (/\d/.test(cells.slice(1).join('')) && cells.slice(1).some((cell) => /^[-+(]?[\d.,]+\)?%?$/.test(cell)) ? null : unitIn(cells[0] ?? ''))));
    if (own) return own;
  }
  return besideIn(line, at, raws);
}

/** The power of ten that a table tells above itself for money that stands with its sign in its cells: "(in millions, except per share)"; 0 where it tells none, or the row is a price. */
export function tableScaleAt(text: string, at: Stretch): number {
  const line = lineAt(text, at.start);
  const ahead = text.slice(line.start, at.start);
  if (!CELL.test(ahead)) return 0;
  const [label = ''] = cellsOf(ahead);
  if (/\bper\b|\/ ?(?:kg|t|mt|lb|share)|\bprice|\bEPS\b|每股|单价|均价|价格|吨成本/i.test(label) || COUNTED.test(label)) return 0;
  let above = line;
  for (let row = 0; row < MOST_ROWS && above.start > 0; row++) {
    above = lineAt(text, above.start - 1);
    const written = text.slice(above.start, above.end);
    if (written.trim() === '') continue;
    const scale = /\b(?:in|\$|USD|AUD|CAD|EUR) ?(?:US |Australian |Canadian )?(?:dollars? )?(thousands|millions|billions)\b|[$€£](?:'|’)?(000)s?\b|\b(?:in )?(?:[A-Z]{1,3}\$|\$|€) ?(m|mn|million|k|bn)\b|(百万|千|万|亿)元?[)）]?$/i.exec(written);
    const word = scale?.slice(1).find((one) => one !== undefined)?.toLowerCase();
    if (word !== undefined) return TABLE_SCALES[word] ?? 0;
    if (!CELL.test(written)) return 0;
  }
  return 0;
}

const TABLE_SCALES: Readonly<Record<string, number>> = { thousands: 3, '000': 3, k: 3, millions: 6, m: 6, mn: 6, million: 6, billions: 9, bn: 9, 千: 3, 万: 4, 百万: 6, 亿: 8 };

/** A signed number beside a price is in its unit. */
function besideIn(line: Stretch, at: Stretch, raws: readonly RawFigure[]): ColumnUnit | null {
  const raw = raws.find((one) => one.at.start === at.start);
  if (raw?.is !== 'quantity' || raw.quantity.sign === null) return null;
  const price = raws.find((one) => one.is === 'quantity' && one.at.start >= line.start && one.at.end <= at.start && one.quantity.currency !== null);
  if (price?.is !== 'quantity' || price.quantity.currency === null) return null;
  return { unit: { normal: price.quantity.currency, sort: 'money', shift: 0, per: null }, per: price.quantity.per, printed: '', shift: 0 };
}

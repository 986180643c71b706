import { clockAfter, clockBefore } from './clock-text.ts';
import { foldText } from './element-text.ts';
import { monthOf } from './month-names.ts';
import { isFullDate, printedDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';
import { relativeDate } from './relative-date.ts';

export interface FoundDate {
  readonly date: PrintedDate;
  /** The text says nothing else: brackets, a weekday, a label such as `Published:` aside. */
  readonly whole: boolean;
  /** The text as it was searched: one line, full-width forms made narrow. */
  readonly line: string;
}

const LONGEST = 240;
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };
const LABELS = /(?:发布|发表|更新|创建|公告|公布|成文|印发|上传|添加|编辑|刊发|上线|公开)?(?:时间|日期|日|于|於)|公開日|掲載日|更新日|등록일|작성일|입력|(?<!\p{L})(?:published|posted|updated|released?|issued|filed|created|date|on|am|icon|le|el|em|del?|от|veröffentlicht|stand|datum|publié|publicado|time|uhr|by)(?!\p{L})/giu;
const WEEKDAYS = /(?:星期|周|週|礼拜)[一二三四五六日天]|[(][月火水木金土日월화수목금토일][)]|[월화수목금토일]요일|[月火水木金土日]曜日?|(?<!\p{L})(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb|dim|dom|пн|вт|ср|чт|пт|сб|вс)[\p{L}]{0,9}\.?(?!\p{L})/giu;

type Fields = Partial<PrintedDate>;
type Form = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Fields | null];

const n = (text: string | undefined): number => Number(text);

/** Forms that name a day wherever they stand. */
const FULL: readonly Form[] = [
  [/(?<!\d)((?:19|20)\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?/, (m) => ({ year: n(m[1]), month: n(m[2]), day: n(m[3]) })],
  [/(?<![\d.])((?:19|20)\d{2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d])\.?/, (m) => ({ year: n(m[1]), month: n(m[3]), day: n(m[4]) })],
  [/(令和|平成|昭和)\s?(\d{1,2}|元)\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/, (m) => ({ year: (ERAS[m[1] ?? ''] ?? 0) + (m[2] === '元' ? 1 : n(m[2])), month: n(m[3]), day: n(m[4]) })],
  [/(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)\.?/, (m) => ({ numbers: [n(m[1]), n(m[3]), m[4] ?? ''] })],
];
/** Forms that need more, or mean a date only where nothing else stands beside them. */
const PARTIAL: readonly Form[] = [
  [/(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/, (m) => ({ month: n(m[1]), day: n(m[2]) })],
  [/(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/, (m) => ({ year: n(m[1]), month: n(m[2]), day: n(m[3]) })],
  [/(?<![\d./-]|[A-Za-z])(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?![\d./-])/, (m) => ({ numbers: [n(m[1]), n(m[3]), m[4] ?? ''] })],
  [/(?<!\d)(\d{1,2})\s?日?\s+((?:19|20)\d{2})\s?[-/.年년]\s?(\d{1,2})\s?[月월]?(?!\d)/, (m) => ({ year: n(m[2]), month: n(m[3]), day: n(m[1]) })],
  [/(?<!\d)(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?日?\s+((?:19|20)\d{2})\s?[年년]?(?!\d)/, (m) => ({ year: n(m[3]), month: n(m[1]), day: n(m[2]) })],
  [/(?<!\d)((?:19|20)\d{2})\s?[年년]?\s+(\d{1,2})\s?[-/.月월]\s?(\d{1,2})\s?日?(?!\d)/, (m) => ({ year: n(m[1]), month: n(m[2]), day: n(m[3]) })],
  [/(?<!\d)((?:19|20)\d{2})\s?[-/.年년]\s?(\d{1,2})\s?[月월]?\s+(\d{1,2})\s?日?(?![\d:])/, (m) => ({ year: n(m[1]), month: n(m[2]), day: n(m[3]) })],
  [/(?<!\d)(\d{1,2})\s?日?\s+(\d{1,2})\s?[月월]/, (m) => ({ month: n(m[2]), day: n(m[1]) })],
  [/(?<!\d)((?:19|20)\d{2})\s?[-/.年년]\s?(\d{1,2})\s?[月월]?(?![\d])/, (m) => ({ year: n(m[1]), month: n(m[2]) })],
  [/(?<![\d./-])(\d{1,2})\s?[-/]\s?((?:19|20)\d{2})(?!\d)/, (m) => ({ year: n(m[2]), month: n(m[1]) })],
  [/(?<![\d./-])(\d{1,2})\s?([-/.])\s?(\d{1,2})(?![\d/%-])(?!\.\d)/, (m) => ({ numbers: [n(m[1]), n(m[3]), null] })],
  [/(?<=^\D{0,12})((?:19|20)\d{2})\s?[年년]?(?=\D{0,6}$)/, (m) => ({ year: n(m[1]) })],
  [/^\s*(\d{1,2})\s?(?:[日일]|st|nd|rd|th|\.)?\s*$/, (m) => ({ day: n(m[1]) })],
];

function isBelievable({ month, day, year, numbers }: PrintedDate): boolean {
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day !== null && (day < 1 || day > 31)) return false;
  if (year !== null && (year < 1900 || year > 2200)) return false;
  return numbers === null || (numbers[0] > 0 && numbers[1] > 0 && numbers[0] <= 99 && numbers[1] <= 31);
}

/** Adds the time of day that stands after the date, or before it. */
function withClock(line: string, date: PrintedDate): PrintedDate {
  if (date.ago !== null || date.clock !== null || date.day === null && date.numbers === null) return date;
  const after = clockAfter(line.slice(date.end));
  if (after) return { ...date, clock: after.clock, end: date.end + after.length, text: line.slice(date.start, date.end + after.length).trim() };
  const before = clockBefore(line.slice(0, date.start));
  if (!before) return date;
  const start = date.start - before.length;
  return { ...date, clock: before.clock, start, text: line.slice(start, date.end) };
}

function byForm(line: string, forms: readonly Form[]): PrintedDate | null {
  let best: PrintedDate | null = null;
  for (const [pattern, read] of forms) {
    const match = pattern.exec(line);
    const fields = match && read(match);
    if (!match || !fields) continue;
    const date = printedDate({ ...fields, text: match[0].trim(), start: match.index, end: match.index + match[0].length });
    if (isBelievable(date) && (best === null || (forms === FULL && date.start < best.start))) best = date;
  }
  return best;
}

/** `18 November 2026`, `Nov 18, 2026`, `18. nov`, `November 2026`, in any language whose months we know. */
function byMonthName(line: string): PrintedDate | null {
  let partial: PrintedDate | null = null;
  for (const word of line.matchAll(/\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})/gu)) {
    const named = monthOf(word[0]);
    if (!named) continue;
    const { month, weak } = named;
    const [before, afterAt] = [line.slice(0, word.index), word.index + word[0].length];
    const after = line.slice(afterAt, afterAt + 30);
    // Of days from and to, the first is meant.
    const day = /(?<![\d.,:])(\d{1,2})(?:\s?[-–]\s?\d{1,2})?\s?(?:st|nd|rd|th|er|º|ª|\.)?\s?(?:of\s|de\s|di\s)?\s?[-–./,]?\s?$/i.exec(before.slice(-20));
    const year = /^\.?,?\s?(?:de\s|del\s|of\s|г\.\s?)?[-–/,.]?\s?(?:'(\d{2})|(\d{4}))(?!\d|:)(?:\s?г\.)?/i.exec(after);
    const shortYear = day && /^\.?[-/]?\s?(\d{2})(?!\d|:|\s?[ap]m|h)/i.exec(after);
    const dayAfter = /^\.?\s?[-–]?\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d|\.\d)(?:,?\s?[-–/,.]?\s?(\d{4})(?!\d|:))?/i.exec(after);
    const base = { month, text: '' } as const;
    const made = (fields: Fields, start: number, end: number) => printedDate({ ...base, ...fields, start, end, text: line.slice(start, end).trim() });
    const yearOf = year ? Number(year[2] ?? `20${year[1] ?? ''}`) : null;
    const dayStart = day ? word.index - (day[0].length - (day[0].length - day[0].trimStart().length)) : 0;
    let date: PrintedDate | null = null;
    if (day && year) date = made({ day: n(day[1]), year: yearOf }, dayStart, afterAt + year[0].length);
    else if (weak) date = null;
    else if (dayAfter?.[2]) date = made({ day: n(dayAfter[1]), year: n(dayAfter[2]) }, word.index, afterAt + dayAfter[0].length);
    else if (day && shortYear) date = made({ day: n(day[1]), year: 2000 + n(shortYear[1]) }, dayStart, afterAt + shortYear[0].length);
    else if (day) date = made({ day: n(day[1]) }, dayStart, afterAt);
    else if (year) date = made({ year: yearOf }, word.index, afterAt + year[0].length);
    else if (dayAfter) date = made({ day: n(dayAfter[1]) }, word.index, afterAt + dayAfter[0].length);
    if (!date || !isBelievable(date)) continue;
    if (isFullDate(date)) return date;
    partial ??= date;
  }
  return partial;
}

function isWhole(line: string, date: PrintedDate): boolean {
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`.replace(WEEKDAYS, '').replace(LABELS, '');
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** `Z`-less ten or thirteen digits: seconds or milliseconds since 1970, alone or as .NET writes them: `/Date(1763600000000)/`. */
function epoch(line: string): PrintedDate | null {
  const digits = /^(?:\/Date\()?(1\d{9}(?:\d{3})?)(?:(?:[+-]\d{4})?\)\/)?$/.exec(line)?.[1];
  if (digits === undefined) return null;
  const time = new Date(Number(digits) * (digits.length === 10 ? 1000 : 1));
  return printedDate({
    text: line, start: 0, end: line.length, year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, day: time.getUTCDate(),
    clock: { ms: time.getTime() % 86_400_000, zone: 0 },
  });
}

function clockAlone(line: string): PrintedDate | null {
  const found = /^\D{0,2}\d{1,2}:\d{2}/.test(line) ? clockAfter(line.replace(/^\D{1,2}/, '')) : null;
  return found && printedDate({ text: line, start: 0, end: line.length, clock: found.clock });
}

/**
 * The date that a short text prints, or null. What it leaves out (the year, the order of day and month, the zone) stays open;
 * see resolveDates. Linear in the text, of which 240 characters are looked at.
 */
export function findDate(text: string): FoundDate | null {
  const line = foldText(text.slice(0, LONGEST * 2).normalize('NFKC')).slice(0, LONGEST);
  if (line === '') return null;
  const name = byMonthName(line);
  const full = byForm(line, FULL);
  const first = name && isFullDate(name) && (full === null || name.start < full.start) ? name : full;
  const date = first ?? epoch(line) ?? relativeDate(line) ?? (name !== null && (name.day !== null || name.year !== null) ? name : null) ?? byForm(line, PARTIAL) ?? name ?? clockAlone(line);
  if (date === null) return null;
  const timed = withClock(line, date);
  return { date: timed, whole: isWhole(line, timed), line };
}

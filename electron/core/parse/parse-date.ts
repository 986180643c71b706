import { inEnglish } from './foreign-date.ts';
import { halfWord, hourOfDay } from './half-day.ts';
import { asWritten, offsetAt, placeOf, plainMoment } from './machine-date.ts';
import { ZONES } from './zones.ts';
import type { Zone } from './zones.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CHINA = 480;
const LONGEST = 100;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock: Clock;
}

interface Clock {
  readonly ms: number;
  /** Null where the text names none. */
  readonly zone: Zone | null;
  /** The text names no time of day. */
  readonly isDay?: boolean;
}

const MIDNIGHT: Clock = { ms: 0, zone: null, isDay: true };

/** RFC 2822 section 4.3: years of two and three digits. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  if (digits.length === 3) return year + 1900;
  return year < 50 ? year + 2000 : year + 1900;
}

function parseZone(text: string): Zone | null {
  // Some repeat an offset's name behind it.
  const offset = /(?:^|[a-z\d\s:])-?([+-])(\d{1,2}):?(\d{2})?(?::00)?\s*(?:\(|$|[a-z]{1,5}$)/i.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    if (minutes > 14 * 60) return null;
    return offset[1] === '-' ? -minutes : minutes;
  }
  const name = /(?:^|[\d\s])([a-z]{1,4})\.?\s*$/i.exec(text)?.[1]?.toLowerCase();
  return name === undefined ? null : (ZONES[name] ?? null);
}

const CLOCK = /(\d{1,2})\s?[:.时時点點]\s?(\d{1,2})(?!\d)(?:\s?[:.分]\s?(\d{1,2})(?!\d)(?:[.,](\d{1,9}))?)?/;
/** `3 pm`, `15时`, `下午3点半`, `15 +0800`. */
const HOUR = /(?<!\d)(\d{1,2})\s?(?:[时時点點]半?|(?=[ap]\.?m\b)|(?=[+-]\d{4}\s*$))/i;
const TIMED = /\d:\d|\d\s?[ap]\.?m\b/i;

/** The time of day in what follows a date; null where it is no time that exists. */
function parseClock(rest: string, assumed: number): Clock | null {
  const match = CLOCK.exec(rest) ?? HOUR.exec(rest);
  const tail = match ? rest.slice(match.index + match[0].length) : rest;
  const half = /^\s*秒?\s*([ap])\.?m\b\.?/i.exec(tail);
  const chinaClock = assumed === CHINA && /(?<![+-]\d{2}:?\d{2}\s?)cst\s*$/i.test(tail);
  const zone = chinaClock ? CHINA : parseZone(half ? tail.slice(half[0].length) : tail);
  if (!match) return { ms: 0, zone, isDay: true };
  const hours = hourOfDay(Number(match[1]), half?.[1] ?? halfWord(rest.slice(0, match.index)));
  const minutes = Number(match[2] ?? (match[0].endsWith('半') ? 30 : 0));
  const seconds = Number(match[3] ?? 0);
  if (hours > 24 || minutes > 59 || seconds > 60 || (hours === 24 && minutes + seconds > 0)) return null;
  const fraction = Math.floor(Number(`0.${match[4] ?? 0}`) * 1000);
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction, zone };
}

/** The time of ISO 8601: to the hour, without colons, or as everybody writes it. */
function parseIsoClock(rest: string, assumed: number): Clock | null {
  if (rest.trim() === '') return MIDNIGHT;
  const whole = rest.replace(/^[tT\s]+/, '').replace(/^(\d{2})(?:(\d{2})(\d{2})?)?(?=$|[Zz+-])/, (_, h: string, m?: string, s?: string) => `${h}:${m ?? '00'}:${s ?? '00'}`);
  return parseClock(whole, assumed);
}

/** ISO 8601's days of a year and of a week: `2025-279`, `2025-W41-1`. */
function parseIsoDay(text: string, assumed: number): Moment | null {
  const match = /^(\d{4})-?(?:(\d{3})|W(\d{2})(?:-?([1-7]))?)(?=$|[tT\s])(.*)$/s.exec(text);
  const clock = match && parseIsoClock(match[5] ?? '', assumed);
  if (!clock) return null;
  const year = Number(match[1]);
  // The first week is the one that holds the 4th of January.
  const fourth = new Date(Date.UTC(year, 0, 4)).getUTCDay() || 7;
  const day = match[2] === undefined ? 4 - fourth + (Number(match[3]) - 1) * 7 + Number(match[4] ?? 1) : Number(match[2]);
  if (day > 371) return null;
  const date = new Date(Date.UTC(year, 0, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), clock };
}

/** ISO 8601, RFC 3339 and the W3C's profile, whole or cut short; also with slashes, dots or no separators. */
function parseYearFirst(text: string, assumed: number): Moment | null {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?=$|[tT\s:Zz+-])|(\d{2})(\d{2})(?=$|[tT\s:Zz+-])|(?=$|T))(.*)$/s.exec(text.replace(/^(?!(?:19|20)\d{2}(?:0\d|1[0-2])$)(\d{2})(?=-\d{2}-\d{2}(?:$|T)|\d{4}$)/, (year) => `${fullYear(year)}`));
  if (!match?.[1]) return null;
  const clock = parseIsoClock(match[6] ?? '', assumed);
  return clock && { year: Number(match[1]), month: Number(match[2] ?? match[4] ?? 1), day: Number(match[3] ?? match[5] ?? 1), clock };
}

/** `2025年4月4日 12:30`; without a zone, the clock of China. */
function parseChinese(text: string): Moment | null {
  const match = /(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?[日号])?(.*)$/s.exec(text);
  if (!match?.[4] && !match) return null;
  const clock = parseClock(match[4] ?? '', CHINA);
  return clock && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3] ?? 1), clock: { ...clock, zone: clock.zone ?? CHINA } };
}

/** RFC 822, RFC 850, asctime and their many relatives: a month's name with a day and a year around it, in any order. */
function parseNamedMonth(text: string, assumed: number): Moment | null {
  const name = /(?:^|[^a-z]|icon)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b\.?/i.exec(text);
  if (!name?.[1]) return null;
  const month = MONTHS.indexOf(name[1].toLowerCase()) + 1;
  const before = text.slice(0, name.index + 1);
  const after = text.slice(name.index + name[0].length);
  const yearBefore = /(?:^|\D)(\d{4})[\s.,/-]{0,3}$/.exec(before);
  const dayBefore = yearBefore ? null : /(\d{1,2})(?:st|nd|rd|th)?\s*(?:of)?[\s.,-]*$/i.exec(before);
  if (dayBefore) {
    const year = /^[\s,.'-]*(\d{4}|\d{2,3})(?!\d|:)/.exec(after);
    if (!year?.[1]) return null;
    const behind = after.slice(year[0].length);
    // Some write the time first: `20:15, 5 October 2025`.
    const clock = parseClock(TIMED.test(before) && !TIMED.test(behind) ? `${before.slice(0, dayBefore.index)}${behind}` : behind, assumed);
    return clock && { year: fullYear(year[1]), month, day: Number(dayBefore[1]), clock };
  }
  const alone = /^[\s,.'-]{0,3}(\d{4})$/.exec(after);
  if (alone?.[1]) return { year: Number(alone[1]), month, day: 1, clock: MIDNIGHT };
  const day = /^[\s.-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(after);
  if (!day?.[1]) return null;
  const rest = after.slice(day[0].length);
  if (yearBefore?.[1]) {
    const clock = parseIsoClock(rest, assumed);
    return clock && { year: Number(yearBefore[1]), month, day: Number(day[1]), clock };
  }
  const year = /^[\s,.-]*(\d{4})(?!\d)/.exec(rest);
  if (year?.[1]) {
    const behind = rest.slice(year[0].length);
    const clock = parseClock(TIMED.test(before) && !TIMED.test(behind) ? `${before}${behind}` : behind, assumed);
    return clock && { year: Number(year[1]), month, day: Number(day[1]), clock };
  }
  // asctime: the year comes after the time and the zone.
  const late = /\s(\d{4})(\s{1,3}[A-Z]{1,4})?\s*$/.exec(rest);
  if (!late?.[1]) return null;
  const clock = parseClock(`${rest.slice(0, late.index)}${late[2] ?? ''}`, assumed);
  return clock && { year: Number(late[1]), month, day: Number(day[1]), clock };
}

/** `04/06/2026`, `4.6.2026`, `04 06 2026`: month first with slashes, else day first, unless that cannot be one. A year of two digits only where no other part can be it. */
function parseNumeric(text: string, assumed: number): Moment | null {
  const match = /^(\d{1,2})([/.\s-])(\d{1,2})\2(\d{4}|(?<=[/.])\d{2}(?=$|[\s,T]))(?!\d)(.*)$/s.exec(text);
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = first > 12 || (match[2] !== '/' && second <= 12);
  const clock = parseClock(match[5] ?? '', assumed);
  return clock && { year: fullYear(match[4] ?? ''), month: dayFirst ? second : first, day: dayFirst ? first : second, clock };
}

function toTime({ year, month, day, clock }: Moment, assumed: number | string): number | null {
  if (month < 1 || month > 12 || day < 1 || year < 1) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCDate() !== day) return null;
  const local = date.getTime() + clock.ms;
  const zone = clock.zone ?? assumed;
  const time = local - (typeof zone === 'number' ? zone : (offsetAt(zone, local) ?? 0)) * 60_000;
  return Number.isFinite(time) ? time : null;
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text);
}

/** `08:09 06.10.2025`: the time before a date of numbers. */
const TIME_FIRST = /^(\d{1,2}:\d{2}(?::\d{2})?),?\s{1,3}(\d{1,4}([/.-])\d{1,2}\3\d{1,4})(?!\d)/;

function parseMoment(text: string, assumed: number): Moment | null {
  const ofYear = text.replace(/^[A-Za-z]{3,9}\.?,?\s{0,3}(?=\d{4}\D)/, '').replace(TIME_FIRST, '$2 $1');
  return parseYearFirst(ofYear, assumed) ?? parseIsoDay(ofYear, assumed) ?? (text.includes('年') ? parseChinese(text) : null) ?? parseNamedMonth(text, assumed) ?? parseNumeric(ofYear, assumed);
}

/** A date as it was written. */
export interface WrittenDate {
  /** Epoch milliseconds; of a day alone its first moment. */
  readonly at: number;
  /** `2026-11-18` where the text names no time of day, else null. */
  readonly day: string | null;
}

/** A day as ISO 8601 writes it, the month from 1. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * A date as feeds and pages write it, or null. Never throws and takes time linear in the text.
 * `assumed` is the zone, in minutes east of Greenwich, of texts that name none; with China's, `CST` is China's too.
 */
export function readDate(text: string, assumed = 0): WrittenDate | null {
  if (text.length > LONGEST * 4) return null;
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return null;
  const plain = plainMoment(trimmed);
  if (plain !== null) return { at: plain, day: null };
  if (/^\d{10}$/.test(trimmed)) return { at: Number(trimmed) * 1000, day: null };
  if (/^\d{13}$/.test(trimmed)) return { at: Number(trimmed), day: null };
  const { rest, place } = placeOf(asWritten(trimmed));
  const moment = (isAscii(rest) ? parseMoment(rest, assumed) : null) ?? parseMoment(inEnglish(rest), assumed);
  if (!moment) return null;
  const at = toTime(moment, place ?? assumed);
  return at === null ? null : { at, day: moment.clock.isDay ? isoDay(moment.year, moment.month, moment.day) : null };
}

/** See readDate; epoch milliseconds, or null. */
export function parseDate(text: string, assumed = 0): number | null {
  return readDate(text, assumed)?.at ?? null;
}

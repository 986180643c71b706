import { matchesOf } from '../matches.ts';
import type { Stretch } from '../sentences.ts';
import { Taken } from '../number/taken.ts';

/** A day or month that a text names. */
export interface FoundDate extends Stretch {
  /** `2026-11-10`, `2026-11`, `--11-10`, `--11`. */
  readonly value: string;
  /** False for 31 June. */
  readonly isDay: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const YEAR = String.raw`((?:19|20)\d\d)`;
const DAY = String.raw`(3[01]|[12]\d|0?[1-9])`;

const HAN_DIGITS = '〇零一二三四五六七八九';
const HAN_DAY = /([二][〇零○O0][一二三四五六七八九〇零○O0]{2})年([一二三四五六七八九]|十[一二]?)月((?:[一二三]?十)?[一二三四五六七八九]|[一二三]?十)日/g;
/** 二十七: of a day or month. */
const dayOf = (written: string): number => {
  const [tens = '', ones = ''] = written.includes('十') ? written.split('十') : ['', written];
  return (written.includes('十') ? (tens === '' ? 10 : (HAN_DIGITS.indexOf(tens) - 1) * 10) : 0) + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones) - 1);
};

/** By pattern: which groups are year, month and day; 0 where there is none. */
const DATES: readonly (readonly [RegExp, number, number, number])[] = [
  // what a machine makes of "SMM4月17日讯"
  [/\bSMM ?(1[0-2]|[1-9])(?: month)?[, ]+(?:March )?(3[01]|[12]\d|0?[1-9])(?: March)?(?![\d.,%])/g, 0, 1, 2],
  // 中華民國109年10月5日, and without its dynasty
  [new RegExp(String.raw`(?:(?:中[华華])?民[国國] ?)?(?<![\d.])(1[01]\d)年 ?(1[0-2]|0?[1-9])月 ?${DAY}(?:[日号]|(?![\d.]))`, 'g'), 1, 2, 3],
  [new RegExp(String.raw`${YEAR}年 ?(1[0-2]|0?[1-9])月 ?${DAY}[日号]`, 'g'), 1, 2, 3],
  [new RegExp(String.raw`(?<!\d)${YEAR}[-/.](1[0-2]|0?[1-9])[-/.]${DAY}(?![\d%])`, 'g'), 1, 2, 3],
  [new RegExp(String.raw`\b${DAY}(?:st|nd|rd|th)?(?: of)? ${MONTH},? ${YEAR}\b`, 'gi'), 3, 2, 1],
  [new RegExp(String.raw`\b${MONTH} ${DAY}(?:st|nd|rd|th)?,? ?${YEAR}\b`, 'gi'), 3, 1, 2],
  [new RegExp(String.raw`(?<!\d)(1[0-2]|0?[1-9])月 ?${DAY}[日号]`, 'g'), 0, 1, 2],
  [new RegExp(String.raw`\b${MONTH} ${DAY}(?:st|nd|rd|th)?\b(?!\.?\d|,\d{3}|(?: ?(?:%|per|tonnes|tons|t|kg|yuan|million|billion|percent|people|[a-z]+s (?:have|has|were|had|are)|[a-z]+ [a-z]+s (?:have|were|had|are))\b)| ?%)`, 'gi'), 0, 1, 2],
  [new RegExp(String.raw`\b${DAY}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?![a-z])`, 'gi'), 0, 2, 1],
  [/(?<!\d)(1[0-2]|0?[1-9]) ?month ?(3[01]|[12]\d|0?[1-9])(?!\d)(?: day)?/gi, 0, 1, 2],
  [new RegExp(String.raw`${YEAR}年 ?(1[0-2]|0?[1-9])月(?!\d)(?:份|底|末|初|中旬|上旬|下旬)?`, 'g'), 1, 2, 0],
  [new RegExp(String.raw`\b${MONTH},?(?: of)? ${YEAR}\b`, 'gi'), 2, 1, 0],
];
/** What its years are counted from in Taiwan. */
const REPUBLIC = 1911;
const MODAL_MAY = /^may$/;

function monthOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

const two = (part: number): string => `${part}`.padStart(2, '0');

function isDayOf(year: number | null, month: number, day: number): boolean {
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
}

/** The days, and months of a year, that a folded text names; in its order, none over another. */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const taken = new Taken(text.length);
  for (const [pattern, yearAt, monthAt, dayAt] of DATES) {
    for (const match of matchesOf(text, pattern)) {
      const start = match.index;
      // A point behind a month's whole name ends the sentence.
      const end = start + match[0].replace(/(?<=[a-z]{5})\.$/i, '').length;
      if (taken.has(start, end)) continue;
      const word = match[monthAt] ?? '';
      // "firms may 3 times" is no day: the month has a capital.
      if (MODAL_MAY.test(word) || /^(?:mar|march|sep|dec|oct|nov)$/.test(word)) continue;
      const month = monthOf(word);
      const year = yearAt === 0 ? null : Number(match[yearAt]) + (match[yearAt]?.length === 3 ? REPUBLIC : 0);
      const day = dayAt === 0 ? null : Number(match[dayAt]);
      taken.mark(start, end);
      found.push({ start, end, value: `${year ?? '-'}-${two(month)}${day === null ? '' : `-${two(day)}`}`, isDay: day === null || isDayOf(year, month, day) });
    }
  }
  for (const match of text.includes('〇') || text.includes('零') || text.includes('○') ? matchesOf(text, HAN_DAY) : []) {
    const [whole, written = '', monthWords = '', dayWords = ''] = match;
    const year = Number(Array.from(written, (one) => (/[〇零○O0]/.test(one) ? 0 : HAN_DIGITS.indexOf(one) - 1)).join(''));
    const [month, day] = [dayOf(monthWords), dayOf(dayWords)];
    taken.mark(match.index, match.index + whole.length);
    found.push({ start: match.index, end: match.index + whole.length, value: `${year}-${two(month)}-${two(day)}`, isDay: isDayOf(year, month, day) });
  }
  for (const match of matchesOf(text, /((?:19|20)\d\d)年(?:年)?底|\bend of ((?:19|20)\d\d)\b(?! (?:financial|fiscal))|\byear-end ((?:19|20)\d\d)\b/gi)) {
    const year = match[1] ?? match[2] ?? match[3] ?? '';
    if (taken.has(match.index, match.index + match[0].length)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, value: `${year}-12`, isDay: true });
  }
  return found.toSorted((one, other) => one.start - other.start);
}

const HALF_YEAR_DAYS = 183;
const DAY_MS = 24 * 60 * 60_000;

/** A day without a year in the year that puts it nearest to publication (epoch milliseconds); as it is without one. */
export function nearestYear(value: string, publishedAt: number | null): string {
  if (publishedAt === null || !value.startsWith('--')) return value;
  const year = new Date(publishedAt).getUTCFullYear();
  const [month = 1, day = 1] = value.slice(2).split('-').map(Number);
  const away = (Date.UTC(year, month - 1, day) - publishedAt) / DAY_MS;
  const shift = away > HALF_YEAR_DAYS ? -1 : away < -HALF_YEAR_DAYS ? 1 : 0;
  return `${year + shift}-${value.slice(2)}`;
}

import { decimalKey, decimalOf } from '../lens/number/decimal.ts';
import type { Decimal } from '../lens/number/decimal.ts';
import { repairLow } from '../lens/number/repair-range.ts';
import { unitAround } from './unit-words.ts';
import type { NumberUnit } from './unit-words.ts';

/** A number as it stands in a text. */
export interface FoundNumber {
  readonly value: Decimal;
  /** See decimalKey. */
  readonly key: string;
  readonly unit: NumberUnit | null;
  /** Place in the text, its unit included. */
  readonly start: number;
  readonly end: number;
  /** The other end of a range; null for a number alone. */
  readonly rangeTo: Decimal | null;
  /** A machine had dropped the 万 of the low end of its range. */
  readonly repaired: boolean;
}

const DIGITS = String.raw`\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = String.raw`\s?(?:万亿|千万|百万|万|亿|thousand\b|million\b|mln\b|mn\b|billion\b|bn\b|trillion\b|k\b|m\b)`;
const ONE = String.raw`(${DIGITS})(${SCALE})?`;
/** Between the ends of a range the unit may be said twice. */
const BETWEEN = String.raw`(?:\s?(?:元|yuan|%|美元))?(?:\/(?:吨|ton))?\s?(?:-|至|到| to )\s?(?:US\$|A\$|\$|€|¥|RMB)?\s?`;
/** Chinese may stand before a number at once, a Latin letter makes a name of it. */
const NUMBER = new RegExp(String.raw`(?:(?<![\p{Script=Latin}\d.])(?<!\d,)|(?<=RMB|CNY|USD|AUD|EUR))${ONE}(?:${BETWEEN}${ONE}(?!\d))?`, 'giu');
/** 成 is a tenth, and the beginning of other words. */
const TENTH = '成(?![立本为功交员都])';
const TENTHS = new RegExp(`(?:([一二两三四五六七八九])|(?<!\\d)(\\d(?:\\.\\d)?))${TENTH}`, 'g');
const STARTS_TENTH = new RegExp(`^${TENTH}`);
const CHINESE_DIGITS: Readonly<Record<string, string>> = { 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

const SHIFTS: Readonly<Record<string, number>> = {
  万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12, thousand: 3, k: 3, million: 6, mln: 6, mn: 6, m: 6, billion: 9, bn: 9, trillion: 12,
};

function shiftOf(scale: string | undefined): number | null {
  return scale === undefined ? null : (SHIFTS[scale.trim().toLowerCase()] ?? 0);
}

function read(written: string, shift: number | null): Decimal {
  return decimalOf(written.replace(/[,\s]/g, ''), shift ?? 0);
}

/** A bare `m` is a million of money or tonnes, else it may be a metre. */
function isMetre(scale: string | undefined, unit: NumberUnit | null): boolean {
  return scale?.trim() === 'm' && unit === null;
}

/**
 * The numbers of a folded text (see foldText), with what they count. Years, days, names with digits in them and the numbers of
 * notices are none: see `masked`, whose places are passed over.
 */
export function numbersIn(text: string, masked: (start: number, end: number) => boolean = () => false): FoundNumber[] {
  const found: FoundNumber[] = [];
  const add = (value: Decimal, rest: Omit<FoundNumber, 'value' | 'key'>): void => {
    found.push({ value, key: decimalKey(value), ...rest });
  };
  for (const match of text.matchAll(NUMBER)) {
    const [whole, lowWritten, lowScale, highWritten, highScale] = match;
    const start = match.index;
    const end = start + whole.length;
    const around = unitAround(text.slice(Math.max(0, start - 4), start), text.slice(end, end + 24));
    const place = { unit: around.unit, start: start - around.before, end: end + around.after };
    if (masked(start, end)) continue;
    if (highWritten === undefined) {
      const written = lowWritten ?? '';
      const scale = lowScale;
      if (isName(text, start, end) || isTenths(text.slice(end, end + 2)) || isYear(written, scale, around.unit)) continue;
      add(read(written, isMetre(scale, around.unit) ? null : shiftOf(scale)), { ...place, rangeTo: null, repaired: false });
      continue;
    }
    const high = read(highWritten, shiftOf(highScale));
    // A scale that stands at the high end alone serves both.
    const literal = read(lowWritten ?? '', shiftOf(lowScale) ?? shiftOf(highScale));
    if (isYear(highWritten, highScale, around.unit) && isYear(lowWritten ?? '', lowScale, null)) continue;
    const repaired = lowScale === undefined ? repairLow(read(lowWritten ?? '', null), literal, high) : null;
    add(repaired ?? literal, { ...place, rangeTo: high, repaired: repaired !== null });
    add(high, { ...place, rangeTo: high, repaired: false });
  }
  for (const match of text.matchAll(TENTHS)) {
    const value = decimalOf(match[1] === undefined ? (match[2] ?? '0') : (CHINESE_DIGITS[match[1]] ?? '0'), 1);
    add(value, { unit: '%', start: match.index, end: match.index + match[0].length, rangeTo: null, repaired: false });
  }
  return found;
}

/** N52, 10X, 3D, 5G: a name, not a number. Chinese may follow a number at once. */
function isName(text: string, start: number, end: number): boolean {
  const after = text[end] ?? '';
  return /[a-zA-Z]/.test(after) && !/^(?:t|kg|mt|tpa|pp|pct|percent|yuan|k|m|bn|mn)\b/i.test(text.slice(end, end + 8)) || (text[start - 1] === '-' && /[a-zA-Z]/.test(text[start - 2] ?? ''));
}

function isTenths(after: string): boolean {
  return STARTS_TENTH.test(after);
}

function isYear(written: string, scale: string | undefined, unit: NumberUnit | null): boolean {
  return scale === undefined && unit === null && /^(?:19[89]\d|20[0-4]\d)$/.test(written);
}

import { describe, expect, it } from 'vitest';
import { clockOf, DATES, exactClockOf } from '../../../renderer/words/dates.ts';
import { wholeNumber } from '../../../renderer/words/whole-number.ts';

/** A moment of each day of two years, one of them with a 29 February, at an hour of its own. */
const MOMENTS = Array.from({ length: 731 }, (_, day) => new Date(2023, 5, 1 + day, day % 24, (day * 7) % 60, (day * 13) % 60));

describe.each([['en', 'en-GB'], ['zh-CN', 'zh-CN']] as const)('dates in %s', (locale, tag) => {
  const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options);
  const chinese = locale === 'zh-CN';
  const dates = DATES[locale];

  it.each([
    ['a date', intl({ day: 'numeric', month: 'long' }), (at: Date) => dates.date(at, false)],
    ['a date and its year', intl({ day: 'numeric', month: 'long', year: 'numeric' }), (at: Date) => dates.date(at, true)],
    ['a short date', intl({ day: 'numeric', month: chinese ? 'long' : 'short' }), (at: Date) => dates.short(at, false)],
    ['a short date and its year', intl({ day: 'numeric', month: chinese ? 'long' : 'short', year: 'numeric' }), (at: Date) => dates.short(at, true)],
    ['a day of a month', intl({ day: 'numeric' }), dates.day],
    ['a month', intl({ month: chinese ? 'numeric' : 'long' }), (at: Date) => dates.month(at, false)],
    ['a month and its year', intl({ month: 'long', year: 'numeric' }), (at: Date) => dates.month(at, true)],
    ['a weekday', intl({ weekday: 'long' }), dates.weekday],
    ['a short weekday', intl({ weekday: chinese ? 'long' : 'short' }), dates.weekdayShort],
    ['a time', intl({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }), (at: Date) => clockOf(at.getTime())],
    ['an exact time', intl({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }), (at: Date) => exactClockOf(at.getTime())],
  ] as const)('write %s as Intl does, on every day of two years', (_what, format, write) => {
    expect(MOMENTS.map((at) => write(at))).toEqual(MOMENTS.map((at) => format.format(at).replaceAll(',', '')));
  });

  it('write whole numbers as Intl does', () => {
    const numbers = [0, 1, 999, 1000, 1234, 99_999, 100_482, 1_234_567, 9_007_199_254_740_991, -1, -999, -1000, -1_234_567];
    expect(numbers.map(wholeNumber)).toEqual(numbers.map((value) => new Intl.NumberFormat(tag).format(value)));
  });
});

describe('a number that is not whole', () => {
  it.each([0.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, -0])('is left to Intl: %d', (value) => {
    expect(wholeNumber(value)).toBeNull();
  });
});

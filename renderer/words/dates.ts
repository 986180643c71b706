import type { Locale } from './resolve-language.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
const MONTHS_SHORT = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const CHINESE_WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** 09:12, by the clock of the machine. */
export function clockOf(at: number): string {
  const time = new Date(at);
  return `${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** 09:12:07 */
export function exactClockOf(at: number): string {
  return `${clockOf(at)}:${two(new Date(at).getSeconds())}`;
}

/** The parts of a date as a language writes them, in the time zone of the machine. */
export interface Dates {
  /** 18 November, 11月18日; with its year where that is wanted. */
  readonly date: (at: Date, withYear: boolean) => string;
  /** 18 Nov, 11月18日 */
  readonly short: (at: Date, withYear: boolean) => string;
  /** 18, 18日 */
  readonly day: (at: Date) => string;
  /** November, 11月; November 2025, 2025年11月 */
  readonly month: (at: Date, withYear: boolean) => string;
  /** Tuesday, 星期二 */
  readonly weekday: (at: Date) => string;
  /** Tue, 星期二 */
  readonly weekdayShort: (at: Date) => string;
}

const english = (months: readonly string[]) => (at: Date, withYear: boolean) => `${at.getDate()} ${months[at.getMonth()] ?? ''}${withYear ? ` ${at.getFullYear()}` : ''}`;
const englishWeekday = (at: Date): string => WEEKDAYS[at.getDay()] ?? '';
const chineseMonth = (at: Date, withYear: boolean): string => `${withYear ? `${at.getFullYear()}年` : ''}${at.getMonth() + 1}月`;
const chineseDate = (at: Date, withYear: boolean): string => `${chineseMonth(at, withYear)}${at.getDate()}日`;
const chineseWeekday = (at: Date): string => CHINESE_WEEKDAYS[at.getDay()] ?? '';

/**
 * What Intl writes of a date in British English and in Chinese, word for word: a window that draws its first list with it reads
 * Intl's tables first, as long as fifty rows take to be drawn.
 */
export const DATES: Readonly<Record<Locale, Dates>> = {
  en: {
    date: english(MONTHS),
    short: english(MONTHS_SHORT),
    day: (at) => String(at.getDate()),
    month: (at, withYear) => `${MONTHS[at.getMonth()] ?? ''}${withYear ? ` ${at.getFullYear()}` : ''}`,
    weekday: englishWeekday,
    weekdayShort: (at) => englishWeekday(at).slice(0, 3),
  },
  'zh-CN': {
    date: chineseDate,
    short: chineseDate,
    day: (at) => `${at.getDate()}日`,
    month: chineseMonth,
    weekday: chineseWeekday,
    weekdayShort: chineseWeekday,
  },
};

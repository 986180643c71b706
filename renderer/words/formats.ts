import { lazily } from '../../electron/contract/lazily.ts';
import { clockOf, DATES, exactClockOf } from './dates.ts';
import type { Locale } from './resolve-language.ts';
import { wholeNumber } from './whole-number.ts';

/** Times, dates and amounts as a language writes them. Instants are epoch milliseconds, shown in the time zone of the machine. */
export interface Formats {
  readonly locale: Locale;
  /** 09:12 */
  time(at: number): string;
  /** Tuesday 18 November, 11月18日 星期二; with the year where it is not this one. */
  dayHead(at: number): string;
  /** 18 November, 11月18日; with the year where it is not this one. */
  date(at: number): string;
  /** Two days, the month and the year of the first only where they are not those of the second: 12, 18 November; 11月12日, 18日. */
  dateRange(from: number, to: number): { readonly after: string; readonly before: string };
  /** 18 Nov, 11月18日; with the year where it is not this one. */
  shortDate(at: number): string;
  /** November, 11月; with the year where it is not this one: November 2025, 2025年11月. */
  month(at: number): string;
  /** Tue 18 November, 11月18日 星期二: of a day without a time, `2026-11-18`. */
  dayDate(day: string): string;
  /** 18 Nov, 11月18日: of a day without a time, `2026-11-18`. */
  shortDay(day: string): string;
  /** Tue 18 November, 08:42; 11月18日 星期二 08:42 */
  dateTime(at: number): string;
  /** Tue 18 November, 08:42:07; 11月18日 星期二 08:42:07 */
  exactTime(at: number): string;
  /** The time of today, the short date of other days. */
  timeOrDate(at: number): string;
  /** 100,482; from a million 1.2 M. */
  count(value: number): string;
  /** 3.4 MB, of 1000. */
  bytes(value: number): string;
  /** 40 seconds, 12 minutes, 3 hours, 2 days: the largest whole unit. */
  duration(milliseconds: number): string;
  /** English, 简体中文; the tag itself where it names no language. */
  language(tag: string): string;
  /** a, b and c; a、b和c. */
  list(parts: readonly string[]): string;
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const SPANS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
] as const;

/** A moment of that day, `2026-11-18`, wherever the machine stands: noon by its own clock, which every zone's day has. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00`);
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** The formats of a language. `now` is asked for each call, so that a window left open over midnight stays right. */
export function createFormats(locale: Locale, now: () => number = Date.now): Formats {
  const chinese = locale === 'zh-CN';
  // British order: the day before the month.
  const tag = chinese ? 'zh-CN' : 'en-GB';
  const dates = DATES[locale];
  const ofOtherYear = (at: Date) => at.getFullYear() !== new Date(now()).getFullYear();
  const dated = (write: (at: Date, withYear: boolean) => string) => (at: number) => {
    const day = new Date(at);
    return write(day, ofOtherYear(day));
  };
  const date = dated(dates.date);
  const shortDate = dated(dates.short);
  const weekday = (at: number) => dates.weekday(new Date(at));
  const weekdayShort = (at: number) => dates.weekdayShort(new Date(at));
  // Each is made when it is first asked for: one takes Intl as long as a row takes to be drawn.
  const whole = lazily(() => new Intl.NumberFormat(tag));
  const millions = lazily(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
  const languages = lazily(() => new Intl.DisplayNames(tag, { type: 'language' }));
  const lists = lazily(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const shortHead = (at: number) => (chinese ? `${date(at)} ${weekday(at)}` : `${weekdayShort(at)} ${date(at)}`);
  const dayAnd = (at: number, clockTime: string) => `${shortHead(at)}${chinese ? ' ' : ', '}${clockTime}`;

  return {
    locale,
    time: clockOf,
    date,
    shortDate,
    month: dated(dates.month),
    dateRange: (from, to) => {
      const [one, other] = [new Date(from), new Date(to)];
      const sameMonth = one.getMonth() === other.getMonth() && one.getFullYear() === other.getFullYear();
      // Chinese says the month first, English last.
      if (!sameMonth) return { after: date(from), before: date(to) };
      return chinese ? { after: date(from), before: dates.day(other) } : { after: dates.day(one), before: date(to) };
    },
    dayHead: (at) => (chinese ? `${date(at)} ${weekday(at)}` : `${weekday(at)} ${date(at)}`),
    shortDay: (day) => shortDate(noonOf(day)),
    dayDate: (day) => shortHead(noonOf(day)),
    dateTime: (at) => dayAnd(at, clockOf(at)),
    exactTime: (at) => dayAnd(at, exactClockOf(at)),
    timeOrDate: (at) => (sameDay(new Date(at), new Date(now())) ? clockOf(at) : shortDate(at)),
    count: (value) => (value >= 1_000_000 ? `${millions().format(Math.floor(value / 100_000) / 10)} M` : (wholeNumber(value) ?? whole().format(value))),
    bytes: (value) => {
      const step = value < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
      const amount = value / 1000 ** step;
      const maximumFractionDigits = step > 1 && amount < 100 ? 1 : 0;
      const text = new Intl.NumberFormat(tag, { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits }).format(amount);
      // A number and its unit stay on one line.
      return text.replace(' ', '\u00A0');
    },
    duration: (milliseconds) => {
      const [span, unit] = SPANS.find(([least]) => milliseconds >= least) ?? [1000, 'second'];
      return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(milliseconds / span));
    },
    language: (code) => {
      try {
        // The likely region says nothing: zh-CN is Chinese, zh-TW stays what it is.
        return languages().of(new Intl.Locale(code).minimize().toString()) ?? code;
      } catch {
        // A feed may claim any string as its language.
        return code;
      }
    },
    list: (parts) => lists().format(parts),
  };
}

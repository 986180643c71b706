import { lazily } from '../../electron/contract/lazily.ts';
import type { Locale } from './resolve-language.ts';

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

/** A number and its unit, which stay on one line. */
function tied(amount: string): string {
  return amount.replace(' ', '\u00A0');
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** The formats of a language. `now` is asked for each call, so that a window left open over midnight stays right. */
export function createFormats(locale: Locale, now: () => number = Date.now): Formats {
  const chinese = locale === 'zh-CN';
  // British order and 24 hours: the day before the month, 09:12 without am.
  const tag = chinese ? 'zh-CN' : 'en-GB';
  // Each is made when it is first asked for: one takes Intl as long as a row takes to be drawn.
  const dateFormat = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(tag, options));
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const plain = dateFormat(options);
    const withYear = dateFormat({ ...options, year: 'numeric' });
    return (at: number) => (new Date(at).getFullYear() === new Date(now()).getFullYear() ? plain : withYear)().format(at).replaceAll(',', '');
  };
  const clock = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const exactClock = dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const weekday = dateFormat({ weekday: 'long' });
  const weekdayShort = dateFormat({ weekday: 'short' });
  const date = dates({ day: 'numeric', month: 'long' });
  const dayOnly = dateFormat({ day: 'numeric' });
  const shortDate = dates({ day: 'numeric', month: chinese ? 'long' : 'short' });
  // Alone, the long one would be 十一月.
  const month = dateFormat({ month: chinese ? 'numeric' : 'long' });
  const monthAndYear = dateFormat({ month: 'long', year: 'numeric' });
  const whole = lazily(() => new Intl.NumberFormat(tag));
  const millions = lazily(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
  const languages = lazily(() => new Intl.DisplayNames(tag, { type: 'language' }));
  const lists = lazily(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const time = (at: number) => clock().format(at);
  const shortHead = (at: number) => (chinese ? `${date(at)} ${weekday().format(at)}` : `${weekdayShort().format(at)} ${date(at)}`);
  const dayAnd = (at: number, clockTime: string) => `${shortHead(at)}${chinese ? ' ' : ', '}${clockTime}`;

  return {
    locale,
    time,
    date,
    shortDate,
    month: (at) => (new Date(at).getFullYear() === new Date(now()).getFullYear() ? month : monthAndYear)().format(at),
    dateRange: (from, to) => {
      const [one, other] = [new Date(from), new Date(to)];
      const sameMonth = one.getMonth() === other.getMonth() && one.getFullYear() === other.getFullYear();
      // Chinese says the month first, English last.
      if (!sameMonth) return { after: date(from), before: date(to) };
      return chinese ? { after: date(from), before: dayOnly().format(to) } : { after: dayOnly().format(from), before: date(to) };
    },
    dayHead: (at) => (chinese ? `${date(at)} ${weekday().format(at)}` : `${weekday().format(at)} ${date(at)}`),
    shortDay: (day) => shortDate(noonOf(day)),
    dayDate: (day) => shortHead(noonOf(day)),
    dateTime: (at) => dayAnd(at, time(at)),
    exactTime: (at) => dayAnd(at, exactClock().format(at)),
    timeOrDate: (at) => (sameDay(new Date(at), new Date(now())) ? time(at) : shortDate(at)),
    count: (value) => (value >= 1_000_000 ? `${millions().format(Math.floor(value / 100_000) / 10)}\u00A0M` : whole().format(value)),
    bytes: (value) => {
      const step = value < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
      const amount = value / 1000 ** step;
      const maximumFractionDigits = step > 1 && amount < 100 ? 1 : 0;
      const text = new Intl.NumberFormat(tag, { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits }).format(amount);
      return tied(text);
    },
    duration: (milliseconds) => {
      const [span, unit] = SPANS.find(([least]) => milliseconds >= least) ?? [1000, 'second'];
      return tied(new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.round(milliseconds / span)));
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

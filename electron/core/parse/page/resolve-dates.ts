import { offsetAt } from '../machine-date.ts';
import { isoDay } from '../parse-date.ts';
import { isFullDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';

export interface DateContext {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Minutes east of Greenwich, where the page prints no zone. */
  readonly zone: number;
  /** The page reads from the day to the month, from the month to the day, or nothing says. */
  readonly dayFirst: boolean | null;
}

export interface DatedEntry {
  readonly date: PrintedDate | null;
  /** The date above a group of items, which fills in what the item's own leaves out. */
  readonly head: PrintedDate | null;
  /** The item's number where its site counts upwards, or null: newer items have greater ones. */
  readonly serial: number | null;
}

export interface ResolvedDate {
  readonly at: number | null;
  readonly zoneAssumed: boolean;
  /** `2026-11-18` where no time of day is printed. */
  readonly day: string | null;
}

type Order = 'ymd' | 'dmy' | 'mdy';
interface Day {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

const DAY = 86_400_000;
/** An item of today may stand a day ahead of our clock, by its zone. */
const AHEAD = DAY + DAY / 2;
const CHINA = 480;
const CENTRAL = -360;

function ordered(numbers: NonNullable<PrintedDate['numbers']>, order: Order): Day | null {
  const [first, second, third] = numbers;
  if (order === 'ymd') {
    // Only where the year has two digits and stands first; one digit is a day or a month.
    if (third?.length !== 2 || first < 10) return null;
    return { year: 2000 + first, month: second, day: Number(third) };
  }
  const year = third === null ? null : (third.length === 2 ? 2000 + Number(third) : Number(third));
  return order === 'dmy' ? { year, month: second, day: first } : { year, month: first, day: second };
}

const UNDATED: ResolvedDate = { at: null, zoneAssumed: false, day: null };

/** The start of a day in UTC, or null where there is no such day. */
function dayStart({ year, month, day }: Day): number | null {
  if (year === null || month === null || day === null || month < 1 || month > 12 || day < 1) return null;
  const time = Date.UTC(year, month - 1, day);
  return new Date(time).getUTCDate() === day ? time : null;
}

/** The latest year in which a day and month are not yet to come. */
function lastYear(month: number, day: number, today: number): number {
  const year = new Date(today).getUTCFullYear();
  const time = Date.UTC(year, month - 1, day);
  return time > today ? year - 1 : year;
}

/** How well a sequence falls from newest to oldest, from 0 to 1, or rises, which is an order too. */
export function orderliness(times: readonly number[]): number {
  if (times.length < 2) return 0.5;
  let falling = 0;
  let rising = 0;
  for (const [at, time] of times.entries()) {
    const next = times[at + 1];
    if (next === undefined) break;
    if (next <= time) falling++;
    if (next >= time) rising++;
  }
  return Math.max(falling, rising * 0.9) / (times.length - 1);
}

/** The order of day, month and year that all numbers of a list allow, most likely first by what the list then looks like. */
function chooseOrder(entries: readonly DatedEntry[], { now, dayFirst }: DateContext, today: number): Order {
  const numbered = entries.filter(({ date }) => date?.numbers);
  const serials = numbered.every(({ serial }) => serial !== null);
  const line = serials ? numbered.toSorted((a, b) => (b.serial ?? 0) - (a.serial ?? 0)) : numbered;
  let best: Order = 'mdy';
  let bestScore = -1;
  for (const order of ['ymd', 'dmy', 'mdy'] as const) {
    const times = line.flatMap(({ date, head }) => {
      const day = date?.numbers ? ordered(date.numbers, order) : null;
      if (!day) return [];
      const year = day.year ?? head?.year ?? (day.month && day.day && day.month <= 12 ? lastYear(day.month, day.day, today) : null);
      const time = dayStart({ ...day, year });
      return time === null || time > now + AHEAD || time < now - 40 * 366 * DAY ? [] : [time];
    });
    const dotted = line.some(({ date }) => date?.text.includes('.'));
    const expected = order === 'ymd' ? 0.3 : ((dayFirst ?? dotted) === (order === 'dmy') ? 0.2 : 0);
    // Read in a wrong order, days become years.
    const span = Math.min(0.5, times.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / (3650 * DAY));
    const score = times.length * 10 / Math.max(1, line.length) + orderliness(times) * 2 + expected - span;
    if (score > bestScore) [best, bestScore] = [order, score];
  }
  return best;
}

function fill(date: PrintedDate, head: PrintedDate | null, order: Order): Day {
  const own = (date.numbers && ordered(date.numbers, order)) ?? date;
  const above = (head?.numbers && ordered(head.numbers, order)) ?? head;
  const dayless = own.year === null && own.month === null && own.day === null;
  return {
    year: own.year ?? above?.year ?? null,
    month: own.month ?? (own.year === null ? (above?.month ?? null) : null),
    day: own.day ?? (dayless ? (above?.day ?? null) : null),
  };
}

/**
 * What the dates of one list mean, in its order. The list is evidence: one value above 12 fixes the order of all, a year
 * that is not printed is the latest that is not in the future, and goes back where the list passes a new year.
 */
export function resolveDates(entries: readonly DatedEntry[], context: DateContext): ResolvedDate[] {
  const { now, zone } = context;
  const today = Math.floor((now + zone * 60_000) / DAY) * DAY;
  const order = chooseOrder(entries, context, today);
  const someDay = entries.some(({ date, head }) => (date !== null && (isFullDate(date) || date.numbers !== null || date.day !== null)) || head !== null);
  let yearsBack = 0;
  let before: number | null = null;
  let falls = 0;

  const yearless = (day: Day): Day => {
    if (day.month === null || day.day === null || day.month > 12) return day;
    const year = lastYear(day.month, day.day, today);
    const time = Date.UTC(year - yearsBack, day.month - 1, day.day);
    // 02-03, then 11-20: a list that was falling has passed a new year.
    if (before !== null && falls >= 2 && time > before + 150 * DAY) yearsBack++;
    else if (before !== null && time <= before) falls++;
    const settled = Date.UTC(year - yearsBack, day.month - 1, day.day);
    before = settled;
    return { ...day, year: year - yearsBack };
  };

  return entries.map(({ date, head }): ResolvedDate => {
    if (date === null) return UNDATED;
    const clockZone = date.clock?.zone === 'cst' ? (zone === CHINA ? CHINA : CENTRAL) : (date.clock?.zone ?? null);
    const shiftOn = (local: number): number => (typeof clockZone === 'string' ? (offsetAt(clockZone, local) ?? 0) : (clockZone ?? zone)) * 60_000;
    const assumed = clockZone === null;
    const clock = date.clock?.ms ?? 0;
    const onDay = (start: number): ResolvedDate => {
      const local = new Date(start);
      const day = date.clock === null ? isoDay(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()) : null;
      return { at: start + clock - shiftOn(start + clock), zoneAssumed: assumed, day };
    };
    if (date.ago?.unit === 'ms') return { ...UNDATED, at: now - date.ago.amount };
    if (date.ago) return onDay(today - date.ago.amount * DAY);
    let day = fill(date, head?.ago ? null : head, order);
    if (head?.ago?.unit === 'days' && day.day === null) {
      const local = new Date(today - head.ago.amount * DAY);
      day = { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
    }
    if (day.year === null && day.month === null && day.day === null && date.clock && someDay) {
      const local = today + clock - shiftOn(today + clock);
      return { at: local > now + 60_000 ? local - DAY : local, zoneAssumed: assumed, day: null };
    }
    if (day.year === null) day = yearless(day);
    const start = dayStart(day);
    return start === null ? UNDATED : onDay(start);
  });
}

/** How often a feed says that it is worth asking. */
export interface Pace {
  /** RSS 2.0 `ttl`, in whole minutes, or null. */
  readonly ttlMinutes: number | null;
  /** Hours of the day, 0 to 23 in UTC, at which nothing new is to be expected. */
  readonly skipHours: readonly number[];
  /** Days of the week, 0 Sunday to 6 Saturday in UTC, on which nothing new is to be expected. */
  readonly skipDays: readonly number[];
  /** The syndication module's period divided by its frequency, in milliseconds, or null. */
  readonly updateEveryMs: number | null;
}

/** What a feed's head says of its pace, as written. */
export interface WrittenPace {
  ttl: string | null;
  readonly hours: string[];
  readonly days: string[];
  period: string | null;
  frequency: string | null;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_MINUTES = 365 * 24 * 60;
const PERIODS: Readonly<Record<string, number>> = { hourly: 60 * MINUTE, daily: DAY, weekly: 7 * DAY, monthly: 30 * DAY, yearly: 365 * DAY };
const UNITS: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 24 * 60 };
const WEEK = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

export const NO_PACE: Pace = { ttlMinutes: null, skipHours: [], skipDays: [], updateEveryMs: null };

/** `60`, and what some write in its place: `60 minutes`, `1 hour`. */
function minutesOf(written: string | null): number | null {
  const match = /^\s{0,9}(\d{1,9}(?:\.\d{1,9})?)\s{0,9}([smhd])?/i.exec(written ?? '');
  if (!match) return null;
  const minutes = Math.round(Number(match[1]) * (UNITS[match[2]?.toLowerCase() ?? 'm'] ?? 1));
  return minutes > 0 ? Math.min(minutes, MOST_MINUTES) : null;
}

/** Sorted, each once; none where all are named, since a feed that may never be asked is a mistake of its publisher. */
function skipped(values: readonly number[], of: number): number[] {
  const named = [...new Set(values.filter((value) => value >= 0 && value < of))].toSorted((a, b) => a - b);
  return named.length < of ? named : [];
}

function hourOf(written: string): number {
  const hour = /^\s{0,9}(\d{1,2})(?!\d)/.exec(written)?.[1];
  // RSS 0.91 counts from 1 to 24, RSS 2.0 from 0 to 23.
  return hour === undefined ? -1 : hour === '24' ? 0 : Number(hour);
}

function everyMs(period: string | null, frequency: string | null): number | null {
  if (period === null && frequency === null) return null;
  const length = PERIODS[period?.trim().toLowerCase() ?? 'daily'];
  const times = frequency === null ? 1 : Number.parseFloat(frequency);
  if (length === undefined) return null;
  return times > 0 && Number.isFinite(times) ? Math.max(MINUTE, Math.round(length / times)) : length;
}

/** Reads RSS 2.0's `ttl`, `skipHours` and `skipDays` and the syndication module of RSS 1.0 (`sy:`), however they are written. */
export function toPace({ ttl, hours, days, period, frequency }: WrittenPace): Pace {
  if (ttl === null && hours.length === 0 && days.length === 0 && period === null && frequency === null) return NO_PACE;
  return {
    ttlMinutes: minutesOf(ttl),
    skipHours: skipped(hours.map(hourOf), 24),
    skipDays: skipped(days.map((day) => WEEK.indexOf(day.trim().slice(0, 2).toLowerCase())), 7),
    updateEveryMs: everyMs(period, frequency),
  };
}

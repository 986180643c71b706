import type { PrintedClock } from './clock-text.ts';

/** A date as a page prints it, before what it leaves out is known. Fields that it does not print are null. */
export interface PrintedDate {
  /** As printed. */
  readonly text: string;
  /** Where it stands in the text it was found in. */
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Numbers whose order only the rest of the list can tell; the last is a year of four or two digits, or null. */
  readonly numbers: readonly [first: number, second: number, third: string | null] | null;
  readonly clock: PrintedClock | null;
  /** Before now: milliseconds, or whole days where `days`. */
  readonly ago: { readonly amount: number; readonly unit: 'ms' | 'days' } | null;
}

const EMPTY: PrintedDate = { text: '', start: 0, end: 0, year: null, month: null, day: null, numbers: null, clock: null, ago: null };

/** A date with what is given; the rest is not printed. */
export function printedDate(found: Partial<PrintedDate> & { readonly text: string; readonly start: number; readonly end: number }): PrintedDate {
  return { ...EMPTY, ...found };
}

/** Whether a date names one day by itself. */
export function isFullDate(date: PrintedDate): boolean {
  return date.ago !== null || (date.year !== null && date.month !== null && date.day !== null) || (date.numbers !== null && date.numbers[2] !== null);
}

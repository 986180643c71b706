import type { PageDateSource } from '../../contract/page-facts.ts';
import { findDate } from '../parse/page/find-date.ts';
import { zoneOf } from '../parse/page/page-zone.ts';
import type { PageZone } from '../parse/page/page-zone.ts';
import { isFullDate } from '../parse/page/printed-date.ts';
import type { PrintedDate } from '../parse/page/printed-date.ts';
import { resolveDates } from '../parse/page/resolve-dates.ts';
import { readDate } from '../parse/parse-date.ts';

/** A time that a page gives, and how much of it was printed. */
export interface PageDate {
  readonly at: number;
  readonly zoneAssumed: boolean;
  readonly dayOnly: boolean;
  /** `2026-11-18` as printed; null where a time of day is known. */
  readonly day: string | null;
  readonly from: PageDateSource;
}

export interface DateReading extends PageZone {
  readonly now: number;
}

const DAY = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);
/** Outlets that print the clock of a place that neither their domain nor their language tells. */
const HOST_ZONES: readonly (readonly [RegExp, number])[] = [[/(?:^|\.)miningweekly\.com$/, 120], [/(?:^|\.)(?:asx|abc|afr)\.(?:com|net)\.au$/, 600]];
/** SMM's pages, machine-translated ones too, print China's clock and call it CST. */
const SMM = /(?:^|\.)(?:metal\.com|smm\.cn)$/;

/** How dates of a page are to be read where they leave something out. */
export function readingOf(url: string, lang: string | null, text: string, now: number): DateReading {
  const host = URL.parse(url)?.hostname ?? '';
  const zone = zoneOf(host, lang, text);
  const known = HOST_ZONES.find(([pattern]) => pattern.test(host))?.[1];
  return { ...zone, zone: known ?? zone.zone, now, ...(SMM.test(host) && { dayFirst: false }) };
}

function believable(at: number | null, now: number): number | null {
  return at !== null && at >= EARLIEST && at <= now + DAY ? at : null;
}

/** A date as found in text, in the zone and order of the page, or null where it is none that can be meant. */
export function settleDate(date: PrintedDate, from: PageDateSource, reading: DateReading): PageDate | null {
  if (!isFullDate(date)) return null;
  const [resolved] = resolveDates([{ date, head: null, serial: null }], reading);
  const at = believable(resolved?.at ?? null, reading.now);
  if (at === null || !resolved) return null;
  const midnight = date.clock !== null && date.clock.ms === 0;
  const dayOnly = date.ago?.unit !== 'ms' && (date.clock === null || midnight);
  const day = midnight ? resolveDates([{ date: { ...date, clock: null }, head: null, serial: null }], reading)[0]?.day : resolved.day;
  return { at, zoneAssumed: resolved.zoneAssumed, dayOnly, day: dayOnly ? (day ?? null) : null, from };
}

/** What a machine wrote: ISO 8601 and its relatives, and what else publishers put into such places. */
export function machineDate(text: string | null, from: PageDateSource, reading: DateReading): PageDate | null {
  if (text === null || text.length > 100) return null;
  const spoken = text.replace(/^(\d{4}-\d{1,2}-\d{1,2}T?)\+(?=\d)/, '$1');
  const found = findDate(spoken);
  const settled = found && found.date.ago === null ? settleDate(found.date, from, reading) : null;
  if (settled) return settled;
  const written = readDate(text, reading.zone);
  const at = believable(written?.at ?? null, reading.now);
  if (at === null || !written) return null;
  const dayOnly = !/\d:\d/.test(text);
  return { at, zoneAssumed: !/(?:z|gmt|utc|[+-]\d{2}:?\d{2})\s*$/i.test(text), dayOnly, day: dayOnly ? written.day : null, from };
}

/** Whether two dates can be of one publication. */
export function agree(a: PageDate, b: PageDate, within = 2 * DAY): boolean {
  return Math.abs(a.at - b.at) <= within;
}

/** The date of an earlier source with the time of day of a later one, where that adds one to the same day. */
export function withTimeOf(date: PageDate, others: readonly PageDate[], zone: number): PageDate {
  if (!date.dayOnly) return date;
  const dayOf = (at: number) => Math.floor((at + zone * 60_000) / DAY);
  const timed = others.find((other) => !other.dayOnly && (dayOf(other.at) === dayOf(date.at) || Math.floor(date.at / DAY) === dayOf(other.at)));
  return timed ?? date;
}

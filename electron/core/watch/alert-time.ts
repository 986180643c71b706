import type { AlertSettings } from '../../contract/watch.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1440;

/** Minutes from midnight on the clock of a zone (IANA). */
export function minuteOfDay(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return value('hour') * 60 + value('minute');
}

/** The first moment at or after `at` at which the clock of the zone shows a minute of the day; where clocks skip it that day, when they have. */
export function nextMinute(at: number, minute: number, zone: string): number {
  const now = minuteOfDay(at, zone);
  if (now === minute) return at;
  const ahead = (minute - now + DAY_MINUTES) % DAY_MINUTES;
  const guess = Math.floor(at / MINUTE) * MINUTE + ahead * MINUTE;
  // Clocks may have been set in between.
  const off = ((minuteOfDay(guess, zone) - minute + DAY_MINUTES + DAY_MINUTES / 2) % DAY_MINUTES) - DAY_MINUTES / 2;
  const mended = guess - off * MINUTE;
  return off !== 0 && mended > at && minuteOfDay(mended, zone) === minute ? mended : guess;
}

/** Whether a moment lies in the quiet hours, which may go past midnight. */
export function isQuiet(at: number, { quiet, quietFrom, quietTo }: AlertSettings, zone: string): boolean {
  if (!quiet || quietFrom === quietTo) return false;
  const minute = minuteOfDay(at, zone);
  return quietFrom < quietTo ? minute >= quietFrom && minute < quietTo : minute >= quietFrom || minute < quietTo;
}

/** When what came at `at` may be told of: at once, or at the hour of the digest; and after the quiet hours, where it would fall into them. */
export function alertDueAt(at: number, { digest, settings, zone }: { readonly digest: boolean; readonly settings: AlertSettings; readonly zone: string }): number {
  const told = digest ? nextMinute(at, settings.digestAt, zone) : at;
  return isQuiet(told, settings, zone) ? nextMinute(told, settings.quietTo, zone) : told;
}

/** The zone of this machine's clock. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

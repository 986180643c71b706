import type { Words } from '../words/use-words.ts';

function dayOf(at: number): string {
  return new Date(at).toDateString();
}

function dayBefore(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - 1).getTime();
}

/** The time of today, yesterday by name, the short date of older days. Epoch milliseconds. */
export function dayWords(at: number, now: number, { t, format }: Words): string {
  if (dayOf(at) === dayOf(now)) return format.time(at);
  return dayOf(at) === dayOf(dayBefore(now)) ? t('sources.yesterday') : format.shortDate(at);
}

/** Day and time, as a log needs them: Today 06:41, 17 Nov 18:35. */
export function momentWords(at: number, now: number, { t, format }: Words): string {
  const time = format.time(at);
  return dayOf(at) === dayOf(now) ? t('sources.today', { time }) : t('sources.dateAndTime', { date: format.shortDate(at), time });
}

/** So far ahead the time alone says when, past midnight too. */
const CLOCK_ENOUGH_MS = 20 * 3_600_000;

/** A moment to come: the time, and the day where it is not soon. */
export function soonWords(at: number, now: number, words: Words): string {
  return at - now < CLOCK_ENOUGH_MS ? words.format.time(at) : momentWords(at, now, words);
}

/** Since when, for a sentence: the time of today, the whole date of other days. */
export function sinceWords(at: number, now: number, { format }: Words): string {
  return dayOf(at) === dayOf(now) ? format.time(at) : format.date(at);
}

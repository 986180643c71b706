import type { Words } from '../words/use-words.ts';
import { dayStart } from './list-items.ts';

/** The time of an article of today or yesterday, the date of older ones: for where no head tells the day. */
export function rowTime(at: number, now: number, { format }: Words): string {
  const yesterday = dayStart(dayStart(now) - 1);
  return at >= yesterday ? format.time(at) : format.shortDate(at);
}

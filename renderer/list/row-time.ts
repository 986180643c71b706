import type { ArticleSummary } from '../../electron/contract/model.ts';
import type { Words } from '../words/use-words.ts';
import { noonOf } from '../words/formats.ts';
import { dayStart } from './list-items.ts';

type Dated = Pick<ArticleSummary, 'sortAt' | 'publishedDay'>;

/** The time of an article below a head that tells its day. Where its publisher named no time, nothing; or the day, where its first moment falls on another one by the clock of the reader. */
export function timeBelowHead({ sortAt, publishedDay }: Dated, { format }: Words): string {
  if (publishedDay === null) return format.time(sortAt);
  return dayStart(noonOf(publishedDay)) === dayStart(sortAt) ? '' : format.shortDay(publishedDay);
}

/** The time of an article of today, the date of older ones: for where no head tells the day. */
export function rowTime(row: Dated, now: number, words: Words): string {
  if (row.publishedDay !== null) return words.format.shortDay(row.publishedDay);
  return row.sortAt >= dayStart(now) ? words.format.time(row.sortAt) : words.format.shortDate(row.sortAt);
}

import type { ArticleSummary } from '../../electron/contract/model.ts';
import type { Words } from '../words/use-words.ts';
import { dayStart } from './list-items.ts';

type Dated = Pick<ArticleSummary, 'sortAt' | 'publishedDay'>;

/** The time of an article below a head that tells its day; the day alone where its publisher named no time. */
export function timeBelowHead({ sortAt, publishedDay }: Dated, { format }: Words): string {
  return publishedDay === null ? format.time(sortAt) : format.shortDay(publishedDay);
}

/** The time of an article of today, the date of older ones: for where no head tells the day. */
export function rowTime(row: Dated, now: number, words: Words): string {
  return row.sortAt >= dayStart(now) || row.publishedDay !== null ? timeBelowHead(row, words) : words.format.shortDate(row.sortAt);
}

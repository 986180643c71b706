import type { SourceColumn } from '../state/sources-view.ts';
import type { Words } from '../words/use-words.ts';
import { dayWords } from './day-words.ts';
import type { SourceItem } from './source-items.ts';

/** The words at the head of each column. */
export const COLUMN_WORDS = {
  source: 'sources.colSource',
  days: 'sources.colDays',
  perDay: 'sources.colPerDay',
  fullText: 'sources.colFullText',
  lastNew: 'sources.colLastNew',
  state: 'sources.colState',
} as const satisfies Record<SourceColumn, string>;

/** A share as whole percents; never 100 or 0 for a share that only comes near. */
export function shareWords(share: number | null, { t, format }: Words): string {
  if (share === null) return t('sources.unknown');
  const percent = share > 0 && share < 1 ? Math.min(99, Math.max(1, Math.round(share * 100))) : Math.round(share * 100);
  return `${format.count(percent)}%`;
}

/** Articles a day, from those of a week. */
export function perDayWords(perWeek: number, { t, format }: Words): string {
  const perDay = perWeek / 7;
  return perDay > 0 && perDay < 1 ? t('sources.lessThanOne') : format.count(Math.round(perDay));
}

/** Articles a week: whole numbers, below ten with one digit behind the point. */
export function perWeekWords(perWeek: number, { t }: Words): string {
  return t('sources.perWeek', { count: perWeek < 10 ? Math.round(perWeek * 10) / 10 : Math.round(perWeek) });
}

/** When the newest headline came. `now` in epoch milliseconds. */
export function lastNewWords({ report }: SourceItem, now: number, words: Words): string {
  return report.newestAt === null ? words.t('sources.unknown') : dayWords(report.newestAt, now, words);
}

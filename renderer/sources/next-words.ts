import type { NextReason, SourceReport } from '../../electron/contract/source.ts';
import type { Words } from '../words/use-words.ts';
import { soonWords } from './day-words.ts';
import { spanWords } from './span-words.ts';

/** Why a source is asked when it is. */
export const NEXT_REASONS = {
  pace: 'sources.byPace',
  floor: 'sources.byFloor',
  ceiling: 'sources.byCeiling',
  feedWish: 'sources.byFeedWish',
  cache: 'sources.byCache',
  backoff: 'sources.byBackoff',
  retryAfter: 'sources.byRetryAfter',
  paused: 'sources.outPaused',
  gone: 'sources.outGone',
} as const satisfies Record<NextReason, string>;

export interface NextWords {
  /** When it is asked next, and how often. */
  readonly when: string;
  /** Why then; null where nothing is to be added. */
  readonly why: string | null;
}

/** The next ask of a source and why it is then: `12:41, then every 6 h`, `by how often it publishes`. `now` in epoch milliseconds. */
export function nextWords({ nextAt, nextReason, everyMs, state }: SourceReport, now: number, words: Words): NextWords {
  const { t } = words;
  if (state === 'paused' || nextReason === 'paused') return { when: t('sources.nextPaused'), why: null };
  if (state === 'gone' || nextReason === 'gone') return { when: t('sources.nextGone'), why: null };
  if (nextAt === null) return { when: t('sources.nextNever'), why: null };
  const time = nextAt <= now ? t('sources.nextDue') : soonWords(nextAt, now, words);
  const when = everyMs === null ? time : t('sources.nextThen', { time, span: spanWords(everyMs, words) });
  return { when, why: state === 'new' ? null : t(NEXT_REASONS[nextReason]) };
}

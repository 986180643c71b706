import type { ActivityRow, SourceTry } from '../../electron/contract/source.ts';
import type { SkipReason } from '../../electron/contract/model.ts';
import type { Words } from '../words/use-words.ts';
import { httpPhrase } from './http-phrase.ts';
import { NEXT_REASONS } from './next-words.ts';
import { failingTitle } from './state-words.ts';

/** A title in the middle of a line. What begins with an abbreviation, and what has no small letters, stays as it is. */
function withinLine(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function failedWords(tried: SourceTry, words: Words): string {
  const { status } = tried;
  const title = failingTitle(tried, words);
  if (status === null) return title;
  // A server that says 200 and sends something else: what it sent is the news.
  if (status < 400) return words.t('common.listPair', { first: String(status), second: withinLine(title) });
  const phrase = words.format.locale === 'en' ? (httpPhrase(status) ?? title) : title;
  return words.t('sources.tryStatus', { status, phrase });
}

/** What came of an ask, in a few words: `200, 14 new`, `304, nothing new`, `404 Not Found`. */
export function tryWords(tried: SourceTry, words: Words): string {
  const { t } = words;
  if (tried.outcome === 'failed') return failedWords(tried, words);
  const status = tried.status === null ? t('sources.tryAnswered') : String(tried.status);
  if (tried.added > 0) return t('sources.tryNew', { status, count: tried.added });
  if (tried.updated > 0) return t('sources.tryChanged', { status, count: tried.updated });
  return t('sources.tryNothing', { status });
}

/** How long an ask took: milliseconds, from ten seconds on in seconds. */
export function tookWords(milliseconds: number, { t }: Words): string {
  return milliseconds < 10_000 ? t('sources.milliseconds', { count: Math.round(milliseconds) }) : t('sources.seconds', { count: Math.round(milliseconds / 1000) });
}

const SKIPS = {
  notDue: 'sources.outNotDue',
  hostHeld: 'sources.outHostHeld',
  gone: 'sources.outGone',
  paused: 'sources.outPaused',
  offline: 'sources.outOffline',
  proxy: 'sources.outProxy',
  cancelled: 'sources.outCancelled',
} as const satisfies Record<SkipReason, string>;

/** A line of the engine's log. `when` writes a moment. */
export function activityWords(row: ActivityRow, when: (at: number) => string, words: Words): string {
  if (row.kind === 'asked') return tryWords(row, words);
  const { t, format } = words;
  if (row.kind === 'evicted') return t('sources.evicted', { count: row.articles, size: format.bytes(row.bytes) });
  const skipped = t(SKIPS[row.reason]);
  const reason = row.why === null ? skipped : t('common.listPair', { first: skipped, second: t(NEXT_REASONS[row.why]) });
  return row.until === null ? t('sources.leftOut', { reason }) : t('sources.leftOutUntil', { time: when(row.until), reason });
}

import { isReaderErrorCode, NETWORK_CODES } from '../../electron/contract/errors.ts';
import type { Feed, FeedError, RefreshProgress } from '../../electron/contract/model.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { queryKeys } from '../client/queries.ts';
import { queryClient } from '../client/query-client.ts';
import { errorWords } from '../words/error-words.ts';
import type { Words } from '../words/use-words.ts';

/** How many failed, and whether that is known to be the network's doing: only then do they not answer. */
function failedText(failed: readonly FeedError[], { t }: Words): string {
  const isNetwork = failed.every(({ code }) => isReaderErrorCode(code) && NETWORK_CODES.has(code));
  return t(isNetwork ? 'refresh.failing' : 'refresh.failed', { count: failed.length });
}

/** One line on what the running refresh has brought. */
export function broughtText({ added, failed }: RefreshProgress, words: Words): string {
  const { t } = words;
  const news = t('refresh.added', { count: added });
  if (failed.length === 0) return news;
  return added > 0 ? t('common.listPair', { first: news, second: failedText(failed, words) }) : failedText(failed, words);
}

function knownFeeds(): readonly Feed[] {
  return queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds)?.feeds ?? [];
}

/** When anything was last heard from a source: a refresh that ended, or a source just followed. Epoch milliseconds. */
function heardAt(progress: RefreshProgress, feeds: readonly Feed[]): number | null {
  if (progress.updatedAt !== null) return progress.updatedAt;
  const times = feeds.flatMap(({ succeededAt }) => (succeededAt === null ? [] : [succeededAt]));
  return times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null;
}

/** What the refresh does, or how the last one ended, in one line, for the foot of the sidebar and of the narrow list. */
export function refreshLine(progress: RefreshProgress | undefined, words: Words, feeds: readonly Feed[] = knownFeeds()): string {
  const { t, format } = words;
  if (!progress) return '';
  const { running, asked, done, failed, cancelled, offlineSince, proxyTrouble } = progress;
  if (running) return asked > 0 ? t('refresh.running', { done, total: asked }) : t('refresh.starting');
  const trouble = proxyTrouble && errorWords(proxyTrouble, words).title;
  if (trouble !== null && failed.length === 0) return trouble;
  if (offlineSince !== null) return t('offline.since', { time: format.timeOrDate(offlineSince) });
  const at = heardAt(progress, feeds);
  const isStopped = cancelled && done < asked;
  const line = trouble ?? (isStopped ? t('refresh.stoppedAt', { done, total: asked }) : at === null ? t('refresh.never') : t('refresh.updated', { time: format.timeOrDate(at) }));
  return failed.length > 0 ? t('common.listPair', { first: line, second: failedText(failed, words) }) : line;
}

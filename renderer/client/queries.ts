import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf } from '../../electron/contract/api.ts';
import type { AppInfo, ArticleId, Counts, FeedId, RefreshProgress } from '../../electron/contract/model.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import type { ImportProgress } from '../../electron/contract/opml.ts';
import type { ActivityPage, SourcesReport } from '../../electron/contract/source.ts';
import type { WatchId } from '../../electron/contract/watch.ts';
import type { TransferProgress } from '../../electron/contract/transfer.ts';
import { call } from './transport.ts';
import { queryClient } from './query-client.ts';

export type FeedsAnswer = AnswerOf<'listFeeds'>;

export const queryKeys = {
  feeds: ['feeds'],
  counts: ['counts'],
  settings: ['settings'],
  progress: ['progress'],
  importing: ['importing'],
  transfer: ['transfer'],
  offline: ['offline'],
  preparing: ['preparing'],
  appInfo: ['appInfo'],
  backups: ['backups'],
  catalogue: ['catalogue'],
  entities: ['entities'],
  watches: ['watches'],
  watchReport: (watchId: WatchId) => ['watches', 'report', watchId],
  alerts: ['alerts'],
  rules: ['rules'],
  ruleRuns: ['rules', 'runs'],
  gazetteer: ['gazetteer'],
  naming: ['naming'],
  sources: ['sources'],
  /** What was asked, source by source and of all. */
  sourcesLog: ['sourcesLog'],
  sourceTries: (feedId: FeedId) => ['sourcesLog', 'tries', feedId],
  activity: ['sourcesLog', 'activity'],
  stories: ['story'],
  /** All that the lens answers, so that one correction asks all of it again. */
  lens: ['lens'],
  articleLens: (articleId: ArticleId) => ['lens', 'article', articleId],
  lensProgress: ['lensProgress'],
  story: (articleId: ArticleId) => ['story', articleId],
  article: (articleId: ArticleId) => ['article', articleId],
} as const;

/** Feeds and folders, in the order that the engine gives. */
export function useFeeds(): UseQueryResult<FeedsAnswer> {
  return useQuery({ queryKey: queryKeys.feeds, queryFn: () => call('listFeeds', {}) });
}

/** Feeds and folders as last heard, for code outside components. */
export function feedsNow(): FeedsAnswer | undefined {
  return queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds);
}

/** Key of the icon of a source; null where it has none, or is not followed. */
export function useFeedIcon(feedId: FeedId): string | null {
  const { data } = useQuery({ queryKey: queryKeys.feeds, queryFn: () => call('listFeeds', {}), select: ({ feeds }) => feeds.find(({ id }) => id === feedId)?.icon ?? null });
  return data ?? null;
}

export function useCounts(): UseQueryResult<Counts> {
  return useQuery({ queryKey: queryKeys.counts, queryFn: () => call('counts', {}) });
}

export function useSettings(): UseQueryResult<Settings> {
  return useQuery({ queryKey: queryKeys.settings, queryFn: async () => withPending(await call('getSettings', {})) });
}

export function useRefreshProgress(): UseQueryResult<RefreshProgress> {
  return useQuery({ queryKey: queryKeys.progress, queryFn: () => call('refreshProgress', {}) });
}

/** How far an import has come; asked only while `wanted`. */
export function useImportProgress(wanted: boolean): UseQueryResult<ImportProgress> {
  return useQuery({ queryKey: queryKeys.importing, queryFn: () => call('importProgress', {}), enabled: wanted });
}

/** How far an export or import of articles has come; asked only while `wanted`. */
export function useTransferProgress(wanted: boolean): UseQueryResult<TransferProgress> {
  return useQuery({ queryKey: queryKeys.transfer, queryFn: () => call('transferProgress', {}), enabled: wanted });
}

export function useAppInfo(): UseQueryResult<AppInfo> {
  return useQuery({ queryKey: queryKeys.appInfo, queryFn: () => call('appInfo', {}) });
}

/** How often what the clock alone changes (the last 24 hours, the next try) is asked again. */
const REPORT_AGES_MS = 60_000;

/** How all sources do. */
export function useSourcesReport(): UseQueryResult<SourcesReport> {
  return useQuery({
    queryKey: queryKeys.sources,
    queryFn: () => call('sources', {}),
    refetchInterval: REPORT_AGES_MS,
    // Thousands of sources with 30 days each: comparing them costs more than drawing the few in sight.
    structuralSharing: false,
  });
}

/** The last asks of a source, newest first. */
export function useSourceTries(feedId: FeedId, limit: number): UseQueryResult<AnswerOf<'sourceTries'>> {
  return useQuery({ queryKey: queryKeys.sourceTries(feedId), queryFn: () => call('sourceTries', { feedId, limit }) });
}

const ACTIVITY_PAGE = 100;

/** The engine's log, by pages, newest first. */
export function useActivity(): UseInfiniteQueryResult<InfiniteData<ActivityPage>> {
  return useInfiniteQuery({
    queryKey: queryKeys.activity,
    queryFn: ({ pageParam }) => call('activity', { limit: ACTIVITY_PAGE, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextBefore,
  });
}

/** The settings as last heard, for code outside components. */
export function settingsNow(): Settings | undefined {
  return queryClient.getQueryData<Settings>(queryKeys.settings);
}

/** Changes that are shown and not answered yet, in their order. */
const pendingSettings: Partial<Settings>[] = [];
/** What the engine last answered to a change, or what was known before the first that is pending. */
let toldSettings: Settings | undefined;
/** How many changes were asked for, and up to which they are answered: they are stored in the order in which they are asked for. */
let askedSettings = 0;
let answeredSettings = 0;

/** What is pending stands over what the engine says meanwhile. */
function withPending(settings: Settings): Settings {
  return Object.assign({}, settings, ...pendingSettings) as Settings;
}

/** What was asked before a change may be answered after it: its answer is dropped. */
function showSettings(settings: Settings): void {
  void queryClient.cancelQueries({ queryKey: queryKeys.settings, exact: true });
  queryClient.setQueryData<Settings>(queryKeys.settings, withPending(settings));
}

/** Shows a change of settings at once and stores it. Rejects with `settings-failed` after putting back what it changed, and nothing that was changed since. */
export async function saveSettings(patch: Partial<Settings>): Promise<void> {
  if (pendingSettings.length === 0) toldSettings = settingsNow();
  const mine = (askedSettings += 1);
  const own = { ...patch };
  const drop = (): void => void pendingSettings.splice(pendingSettings.indexOf(own), 1);
  pendingSettings.push(own);
  if (toldSettings) showSettings(toldSettings);
  try {
    const saved = await call('setSettings', patch);
    drop();
    // One that overtook it on its way was stored after it, and knows of both.
    if (mine > answeredSettings) toldSettings = saved;
    answeredSettings = Math.max(mine, answeredSettings);
    if (toldSettings) showSettings(toldSettings);
  } catch (error) {
    drop();
    if (toldSettings) showSettings(toldSettings);
    throw error;
  }
}

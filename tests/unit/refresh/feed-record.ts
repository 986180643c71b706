import type { FeedRecord } from '../../../electron/core/store/records.ts';

/** A healthy feed that was never asked. */
export function feedRecordOf(patch: Partial<FeedRecord> & { id: number }): FeedRecord {
  return {
    kind: 'rss',
    feedUrl: `https://outlet-${patch.id}.example/feed`,
    siteUrl: null,
    title: `Outlet ${patch.id}`,
    folderId: null,
    lang: null,
    subscribedAt: 0,
    fetchedAt: null,
    succeededAt: null,
    newestAt: null,
    nextAt: null,
    failure: null,
    gap: null,
    validators: null,
    validatorsAt: null,
    bodyHash: null,
    failures: 0,
    paused: false,
    page: null,
    pageFound: null,
    wishes: null,
    archiveUrl: null,
    everyMs: null,
    nextReason: null,
    movedUrl: null,
    movedSince: null,
    movedTimes: 0,
    foundUrl: null,
    credentials: null,
    fullText: 'opened',
    icon: null,
    ...patch,
  };
}

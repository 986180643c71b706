import type { Feed } from '../../../../electron/contract/model.ts';
import type { SourceReport } from '../../../../electron/contract/source.ts';

export const NOW = new Date(2025, 10, 18, 9, 12).getTime();
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export function feed(id: number, parts: Partial<Feed> = {}): Feed {
  return {
    id,
    kind: 'rss',
    feedUrl: `https://source${id}.example/rss.xml`,
    siteUrl: `https://source${id}.example/`,
    title: `Source ${id}`,
    folderId: null,
    lang: 'en',
    subscribedAt: NOW - 100 * DAY,
    fetchedAt: NOW,
    succeededAt: NOW,
    newestAt: NOW,
    nextAt: NOW + HOUR,
    failure: null,
    gap: null,
    paused: false,
    page: null,
    credentials: null,
    fullText: 'opened', icon: null,
    ...parts,
  };
}

export function report(feedId: number, parts: Partial<SourceReport> = {}): SourceReport {
  return {
    feedId,
    state: 'healthy',
    since: null,
    code: null,
    detail: {},
    fix: null,
    days: { asked: Array<number>(30).fill(24), failed: Array<number>(30).fill(0), added: Array<number>(30).fill(1) },
    perWeek: 7,
    fullText: 1,
    articles: 100,
    bookmarked: 0,
    images: 0,
    bytes: 1000,
    receivedBytes: 1000,
    newestAt: NOW - HOUR,
    everyMs: HOUR,
    nextAt: NOW + HOUR,
    nextReason: 'pace',
    ...parts,
  };
}

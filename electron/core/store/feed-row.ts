import type { CredentialsKind } from '../../contract/credentials.ts';
import type { FullTextMode } from '../../contract/full-text.ts';
import type { ErrorDetail, FeedFailure, FeedId, FeedKind, FolderId } from '../../contract/model.ts';
import type { PageRules } from '../../contract/page.ts';
import type { NextReason } from '../../contract/source.ts';
import type { FeedRecord, FeedWishes } from './records.ts';

/** A row of the view followed_feeds. */
export interface FeedRow {
  readonly id: FeedId;
  readonly kind: FeedKind;
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly title: string;
  readonly folderId: FolderId | null;
  readonly lang: string | null;
  readonly subscribedAt: number;
  readonly fetchedAt: number | null;
  readonly succeededAt: number | null;
  readonly newestAt: number | null;
  readonly nextAt: number | null;
  readonly gapAt: number | null;
  readonly failureCode: string | null;
  readonly failureDetail: string | null;
  readonly failingSince: number | null;
  readonly failures: number;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly validatorsAt: number | null;
  readonly bodyHash: string | null;
  readonly paused: number;
  readonly pageRules: string | null;
  readonly pageFound: number | null;
  readonly pageDated: number | null;
  readonly datesLostAt: number | null;
  readonly wishes: string | null;
  readonly archiveUrl: string | null;
  readonly everyMs: number | null;
  readonly nextReason: string | null;
  readonly movedUrl: string | null;
  readonly movedSince: number | null;
  readonly movedTimes: number;
  readonly foundUrl: string | null;
  readonly gapAfter: number | null;
  readonly gapBefore: number | null;
  readonly credentials: string | null;
  readonly fullText: string;
  readonly icon: string | null;
}

/** A stored row as the record that the engine works with. */
export function toFeedRecord(row: FeedRow): FeedRecord {
  const { failureCode, failureDetail, failingSince, etag, lastModified, paused, pageRules, wishes, nextReason, credentials, fullText, gapAt, gapAfter, gapBefore } = row;
  const failure: FeedFailure | null =
    failureCode === null
      ? null
      : { code: failureCode, detail: JSON.parse(failureDetail ?? '{}') as ErrorDetail, since: failingSince ?? 0, count: row.failures };
  const validators = etag === null && lastModified === null ? null : { etag, lastModified };
  // One by one: rows are dictionaries, and taking the rest of one takes ten times as long.
  return {
    id: row.id, kind: row.kind, feedUrl: row.feedUrl, siteUrl: row.siteUrl, title: row.title, folderId: row.folderId, lang: row.lang,
    subscribedAt: row.subscribedAt, fetchedAt: row.fetchedAt, succeededAt: row.succeededAt, newestAt: row.newestAt, nextAt: row.nextAt,
    failures: row.failures, validatorsAt: row.validatorsAt, bodyHash: row.bodyHash, pageFound: row.pageFound, pageDated: row.pageDated, datesLostAt: row.datesLostAt, archiveUrl: row.archiveUrl,
    everyMs: row.everyMs, movedUrl: row.movedUrl, movedSince: row.movedSince, movedTimes: row.movedTimes, foundUrl: row.foundUrl, icon: row.icon,
    failure,
    gap: gapAt === null ? null : { foundAt: gapAt, after: gapAfter, before: gapBefore },
    validators,
    paused: paused === 1,
    page: pageRules === null ? null : (JSON.parse(pageRules) as PageRules),
    wishes: wishes === null ? null : (JSON.parse(wishes) as FeedWishes),
    nextReason: nextReason as NextReason | null,
    credentials: credentials as CredentialsKind | null,
    fullText: fullText as FullTextMode,
  };
}

import type { ErrorDetail, FeedFailure, FeedId, FeedKind, FolderId } from '../../contract/model.ts';
import type { FeedRecord } from './records.ts';

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
}

/** A stored row as the record that the engine works with. */
export function toFeedRecord(row: FeedRow): FeedRecord {
  const { failureCode, failureDetail, failingSince, etag, lastModified, ...rest } = row;
  const failure: FeedFailure | null =
    failureCode === null
      ? null
      : { code: failureCode, detail: JSON.parse(failureDetail ?? '{}') as ErrorDetail, since: failingSince ?? 0, count: row.failures };
  const validators = etag === null && lastModified === null ? null : { etag, lastModified };
  return { ...rest, failure, validators };
}

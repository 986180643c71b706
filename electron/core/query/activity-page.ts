import type { ArgsOf } from '../../contract/api.ts';
import type { ErrorDetail, FeedId, SkipReason } from '../../contract/model.ts';
import type { ActivityPage, ActivityRow, NextReason, SourceTry } from '../../contract/source.ts';
import { feedRecord } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';

interface StoredTry {
  readonly id: number;
  readonly at: number;
  readonly outcome: SourceTry['outcome'] | 'leftOut' | 'evicted';
  readonly status: number | null;
  readonly code: string | null;
  readonly detail: string | null;
  readonly added: number;
  readonly updated: number;
  readonly bytes: number;
  readonly ms: number;
}

interface StoredRow extends StoredTry {
  /** Null where it is of no source. */
  readonly feedId: FeedId | null;
  readonly feedTitle: string | null;
  readonly until: number | null;
}

function toTry({ at, outcome, status, code, detail, added, updated, bytes, ms }: StoredTry): SourceTry {
  return {
    at, outcome: outcome as SourceTry['outcome'], status, code, detail: detail === null ? {} : (JSON.parse(detail) as ErrorDetail), added, updated, bytes, ms,
  };
}

/** The last asks of a source, newest first. Throws `feed-missing` {feedId}. */
export function sourceTries(store: Store, feedId: FeedId, limit: number): SourceTry[] {
  feedRecord(store, feedId);
  const rows = store.all<StoredTry>(
    `SELECT id, at, outcome, status, code, detail, added, updated, bytes, ms FROM activity INDEXED BY activity_of_feed
     WHERE feed_id = ? AND outcome <> 'leftOut' ORDER BY id DESC LIMIT ?`,
    feedId, limit,
  );
  return rows.map(toTry);
}

/** The engine's log, newest first; `nextBefore` of one page is `before` of the next. */
export function activityPage(store: Store, { limit, before = null }: ArgsOf<'activity'>): ActivityPage {
  const rows = store.all<StoredRow>(
    `SELECT a.id, a.feed_id AS feedId, ifnull(f.own_title, f.title) AS feedTitle, a.at, a.outcome, a.status, a.code, a.detail,
       a.until_at AS until, a.added, a.updated, a.bytes, a.ms
     FROM activity a LEFT JOIN feeds f ON f.id = a.feed_id WHERE a.id < ? ORDER BY a.id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER, limit,
  );
  return { rows: rows.map(toRow), nextBefore: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}

function toRow(row: StoredRow): ActivityRow {
  const { id, at, feedId, feedTitle } = row;
  if (feedId === null || feedTitle === null) return { kind: 'evicted', id, at, articles: row.updated, bytes: row.bytes };
  if (row.outcome !== 'leftOut') return { kind: 'asked', id, feedId, feedTitle, ...toTry(row) };
  // A reason for being left out stands where the code of a failure does, and what it rests on where its detail does.
  return { kind: 'leftOut', id, at, feedId, feedTitle, reason: row.code as SkipReason, why: row.detail as NextReason | null, until: row.until };
}

import type { FeedId } from '../../contract/model.ts';
import type { NextReason } from '../../contract/source.ts';
import { sortAtOf } from './place-article.ts';
import type { Store } from './store.ts';

/** Of how many of its newest articles the pace of a source is reckoned. */
const NEWEST = 24;

/** What the store knows of how often a source publishes. */
export interface PaceFacts {
  /** Times of its newest articles, newest first, epoch milliseconds. */
  readonly times: readonly number[];
  /** Items in its last document; null where none was read. */
  readonly windowItems: number | null;
}

/** An index walk over a few rows, however many articles there are. */
export function paceFacts(store: Store, feedId: FeedId): PaceFacts {
  const row = store.get<{ ids: string | null; windowItems: number | null }>(
    `SELECT window_items AS windowItems, (
       SELECT group_concat(article_id) FROM (
         SELECT article_id FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = ?1 AND visible = 1 ORDER BY article_id DESC LIMIT ${NEWEST}
       )
     ) AS ids FROM feeds WHERE id = ?1`,
    feedId,
  );
  const times = row?.ids ? row.ids.split(',').map((id) => sortAtOf(Number(id))) : [];
  return { times, windowItems: row?.windowItems ?? null };
}

export interface NextRecord {
  /** Null: no unattended ask follows. */
  readonly at: number | null;
  readonly everyMs: number | null;
  readonly reason: NextReason;
  /** Mean time between its articles; null where too few tell. Left out: as it was. */
  readonly usualMs?: number | null;
}

/** The last 20 asks behind a leading 1: the twenty-first bit marks the place of the oldest. */
const ALL_ASKS = 2 ** 20;

/** Leaves a source alone until the host that it leads to may be asked. */
export function putOff(store: Store, feedId: FeedId, until: number): void {
  store.run("UPDATE feeds SET next_at = ?1, next_reason = 'retryAfter' WHERE id = ?2 AND ifnull(next_at, 0) < ?1", until, feedId);
}

/** Writes when a source is asked next and why, and that its last ask failed or not; in the transaction of its result. */
export function recordNext(store: Store, feedId: FeedId, { at, everyMs, reason, usualMs }: NextRecord, failed: boolean): void {
  store.run(
    `UPDATE feeds SET next_at = ?1, every_ms = ifnull(?2, every_ms), next_reason = ?3, left_out = NULL,
       usual_ms = CASE WHEN ?4 THEN ?5 ELSE usual_ms END,
       recent_asks = CASE WHEN recent_asks >= ${ALL_ASKS} THEN ${ALL_ASKS} + (recent_asks * 2 + ?6) % ${ALL_ASKS} ELSE recent_asks * 2 + ?6 END
     WHERE id = ?7`,
    at, everyMs, reason, usualMs === undefined ? 0 : 1, usualMs === undefined || usualMs === null ? null : Math.round(usualMs), failed ? 1 : 0, feedId,
  );
}

import type { ErrorDetail, FeedId, SkipReason } from '../../contract/model.ts';
import type { NextReason } from '../../contract/source.ts';
import type { Store } from './store.ts';

const DAY = 24 * 60 * 60_000;
/** How long the log and the sums of days are kept. */
const KEPT_DAYS = 31;
/** Rows that each source keeps beyond the last day, which the report draws whole. */
const ROWS_OF_FEED = 200;
/** Rows deleted and feeds looked at in one go, so that no call waits long behind it. */
const AT_ONCE = 2000;
const FEEDS_AT_ONCE = 100;

/** One ask of a source and what came of it. */
export interface AskRecord {
  readonly at: number;
  readonly outcome: 'fresh' | 'notModified' | 'failed';
  readonly status: number | null;
  readonly code: string | null;
  readonly detail: ErrorDetail;
  readonly added: number;
  readonly updated: number;
  readonly bytes: number;
  readonly ms: number;
}

/** Start of the day in UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY) * DAY;
}

/** Writes an ask into the log and into the sums of its day; to be called in the transaction that stores its result. */
export function recordAsk(store: Store, feedId: FeedId, ask: AskRecord): void {
  const { at, outcome, status, code, detail, added, updated, bytes, ms } = ask;
  store.run(
    'INSERT INTO activity (feed_id, at, outcome, status, code, detail, added, updated, bytes, ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    feedId, at, outcome, status, code, code === null ? null : JSON.stringify(detail), added, updated, bytes, ms,
  );
  store.run(
    `INSERT INTO source_days (feed_id, day, asked, failed, added, bytes) VALUES (?, ?, 1, ?, ?, ?)
     ON CONFLICT (feed_id, day) DO UPDATE SET
       asked = asked + 1, failed = failed + excluded.failed, added = added + excluded.added, bytes = bytes + excluded.bytes`,
    feedId, dayOf(at), outcome === 'failed' ? 1 : 0, added, bytes,
  );
}

/** Writes into the log what was let go of unasked, which is of no source. */
export function recordEvicted(store: Store, { at, articles, bytes }: { readonly at: number; readonly articles: number; readonly bytes: number }): void {
  store.run("INSERT INTO activity (feed_id, at, outcome, updated, bytes) VALUES (NULL, ?, 'evicted', ?, ?)", at, articles, bytes);
}

/** A source that was not asked when others were. */
export interface LeftOut {
  readonly feedId: FeedId;
  readonly reason: SkipReason;
  /** Until when, where that is known. */
  readonly until: number | null;
  /** Of one that is not due: why it is asked next when it is. */
  readonly why: NextReason | null;
}

/** Writes into the log who was left out, but for those that were left out for the same reason since their last ask. */
export function recordLeftOut(store: Store, leftOut: readonly LeftOut[], at: number): void {
  if (leftOut.length === 0) return;
  const known = new Map(store.all<{ id: FeedId; leftOut: string | null }>('SELECT id, left_out AS leftOut FROM feeds').map((row) => [row.id, row.leftOut]));
  const told = leftOut.filter(({ feedId, ...left }) => known.has(feedId) && known.get(feedId) !== nameOf(left));
  if (told.length === 0) return;
  store.transaction(() => {
    for (const { feedId, ...left } of told) {
      store.run(
        "INSERT INTO activity (feed_id, at, outcome, code, detail, until_at) VALUES (?, ?, 'leftOut', ?, ?, ?)",
        feedId, at, left.reason, left.why, left.until,
      );
      store.run('UPDATE feeds SET left_out = ? WHERE id = ?', nameOf(left), feedId);
    }
  });
}

function nameOf({ reason, why }: Omit<LeftOut, 'feedId'>): string {
  return why === null ? reason : `${reason} ${why}`;
}

/**
 * Removes what is too old of the log and of the sums, a bounded part at a time. `after`: the feed at which the last part
 * ended, 0 to begin with. Answers with the feed to go on after.
 */
export function pruneActivity(store: Store, now: number, after: FeedId): FeedId {
  return store.transaction(() => {
    const oldest = dayOf(now) - KEPT_DAYS * DAY;
    store.run('DELETE FROM activity WHERE id IN (SELECT id FROM activity WHERE at < ? ORDER BY at LIMIT ?)', oldest, AT_ONCE);
    const feeds = store.all<{ id: FeedId }>('SELECT id FROM feeds WHERE id > ? ORDER BY id LIMIT ?', after, FEEDS_AT_ONCE);
    for (const { id } of feeds) {
      store.run('DELETE FROM source_days WHERE feed_id = ? AND day < ?', id, oldest);
      store.run(
        `DELETE FROM activity WHERE feed_id = ?1 AND at < ?2
           AND id <= (SELECT id FROM activity WHERE feed_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ${ROWS_OF_FEED})`,
        id, now - DAY,
      );
    }
    return feeds.length < FEEDS_AT_ONCE ? 0 : (feeds.at(-1)?.id ?? 0);
  });
}

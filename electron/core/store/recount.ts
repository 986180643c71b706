import type { FeedId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/**
 * Counts the visible articles of some feeds anew; to be called in the transaction that changed any of their statuses.
 * Counting, rather than adding and subtracting, means that a tally cannot drift.
 */
export function recount(store: Store, feedIds: readonly FeedId[]): void {
  if (feedIds.length === 0) return;
  store.run(
    `UPDATE feed_tallies SET (total, full) = (
       SELECT count(*), count(*) FILTER (WHERE kept = 2)
       FROM statuses INDEXED BY statuses_by_feed WHERE statuses.feed_id = feed_tallies.feed_id AND visible = 1
     ), (unread, unread_full) = (
       SELECT count(*), count(*) FILTER (WHERE kept = 2)
       FROM statuses INDEXED BY statuses_unread_by_feed WHERE statuses.feed_id = feed_tallies.feed_id AND visible = 1 AND read = 0
     )
     WHERE feed_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(feedIds),
  );
}

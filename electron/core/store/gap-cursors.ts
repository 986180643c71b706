import type { FeedId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** Where the filling of a feed's gap stopped, as whoever fills it wrote it; null where it has to begin. */
export function gapCursor(store: Store, feedId: FeedId): string | null {
  return store.get<{ cursor: string }>('SELECT cursor FROM gap_cursors WHERE feed_id = ?', feedId)?.cursor ?? null;
}

/** Null forgets. */
export function keepGapCursor(store: Store, feedId: FeedId, cursor: string | null): void {
  if (cursor === null) store.run('DELETE FROM gap_cursors WHERE feed_id = ?', feedId);
  else store.run('INSERT INTO gap_cursors (feed_id, cursor) VALUES (?, ?) ON CONFLICT (feed_id) DO UPDATE SET cursor = excluded.cursor', feedId, cursor);
}

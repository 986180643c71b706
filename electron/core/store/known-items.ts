import type { FeedId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** An outline did not do: an article that is not stored as its outline says would have to be written. Nothing was stored. */
export class WholeDocumentNeeded extends Error {
  constructor(feedId: FeedId) {
    super(`feed ${feedId} must be read whole`);
  }
}

/** What the ingest knew of the items of a feed's last document, or null. */
export function knownItems(store: Store, feedId: FeedId): string | null {
  return store.get<{ items: string }>('SELECT items FROM known_items WHERE feed_id = ?', feedId)?.items ?? null;
}

/** To be called in the transaction that stores the document; null forgets. */
export function rememberItems(store: Store, feedId: FeedId, items: string | null): void {
  if (items === null) store.run('DELETE FROM known_items WHERE feed_id = ?', feedId);
  else store.run('INSERT INTO known_items (feed_id, items) VALUES (?, ?) ON CONFLICT (feed_id) DO UPDATE SET items = excluded.items', feedId, items);
}

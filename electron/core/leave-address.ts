import type { FeedId } from '../contract/model.ts';
import { MASKS } from './own-address.ts';
import { MASKED, publicAddress } from './secret-address.ts';
import { eraseTraces } from './store/erase-traces.ts';
import { keepGapCursor } from './store/gap-cursors.ts';
import type { Store } from './store/open-store.ts';

interface Left {
  readonly id: FeedId;
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  readonly archiveUrl: string | null;
}

/**
 * Takes keys and passwords out of the addresses of a source that is followed no more. Nobody asks it again, so that they need not
 * be kept anywhere; who follows it anew gives them anew. Not to be called in a transaction.
 */
export function leaveAddress(store: Store, id: FeedId): void {
  leave(store, store.all<Left>(`${LEFT} AND id = ?`, id));
}

/** The same for all that were left by earlier versions. */
export function leaveAddresses(store: Store): void {
  leave(store, store.all<Left>(LEFT));
}

const LEFT = 'SELECT id, feed_url AS feedUrl, site_url AS siteUrl, archive_url AS archiveUrl FROM feeds WHERE subscribed = 0';

function leave(store: Store, feeds: readonly Left[]): void {
  const holding = feeds.filter(({ feedUrl, siteUrl, archiveUrl }) => [feedUrl, siteUrl, archiveUrl].some((address) => address !== null && publicAddress(address) !== address));
  if (holding.length === 0) return;
  store.transaction(() => {
    for (const { id, feedUrl, siteUrl, archiveUrl } of holding) {
      store.run('UPDATE feeds SET feed_url = ?, site_url = ?, archive_url = ? WHERE id = ?', freeAddress(store, id, feedUrl), siteUrl && publicAddress(siteUrl), archiveUrl && publicAddress(archiveUrl), id);
      // Where the filling of a gap stopped is told by addresses, too.
      keepGapCursor(store, id, null);
    }
  });
  eraseTraces(store);
}

/** Two may differ by their keys alone, as in storeSignedIn; here what others have is left to them. */
function freeAddress(store: Store, id: FeedId, feedUrl: string): string {
  const address = publicAddress(feedUrl);
  const isFree = (candidate: string): boolean => store.get('SELECT 1 FROM feeds WHERE feed_url = ? AND id <> ?', candidate, id) === undefined;
  return MASKS.map((mask) => address.replaceAll(MASKED, mask)).find(isFree) ?? `${address}#${id}`;
}

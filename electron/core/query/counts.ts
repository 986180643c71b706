import type { Counts, FeedId, FolderId } from '../../contract/model.ts';
import { listFolders } from '../store/folders.ts';
import type { Moment } from '../store/scope-filter.ts';
import type { Store } from '../store/store.ts';
import { scopeTotal } from './scope-total.ts';

interface FeedTally {
  readonly feedId: FeedId;
  readonly folderId: FolderId | null;
  readonly unread: number;
}

/** Every badge at once. `now` is epoch milliseconds. */
export function counts(store: Store, now: number): Counts {
  const moment: Moment = { asOf: Number.MAX_SAFE_INTEGER, now };
  const total = (kind: 'all' | 'unread' | 'bookmarks' | 'offline'): number => scopeTotal(store, { scope: { kind }, unreadOnly: false, moment });
  const feeds = store.all<FeedTally>(
    `SELECT t.feed_id AS feedId, f.folder_id AS folderId, t.unread FROM feed_tallies t JOIN feeds f ON f.id = t.feed_id
     WHERE t.unread > 0 AND f.subscribed = 1`,
  );
  return {
    all: total('all'),
    unread: total('unread'),
    today: scopeTotal(store, { scope: { kind: 'today' }, unreadOnly: true, moment }),
    bookmarks: total('bookmarks'),
    offline: total('offline'),
    offlineBytes: store.get<{ bytes: number }>('SELECT image_bytes + (SELECT total(text_bytes) FROM feed_tallies) AS bytes FROM library')?.bytes ?? 0,
    feeds: Object.fromEntries(feeds.map((feed) => [feed.feedId, feed.unread])),
    folders: byFolder(store, feeds),
  };
}

/** A folder counts what the folders below it hold. */
function byFolder(store: Store, feeds: readonly FeedTally[]): Record<FolderId, number> {
  const parents = new Map(listFolders(store).map((folder) => [folder.id, folder.parentId]));
  const sums: Record<FolderId, number> = {};
  for (const { folderId, unread } of feeds) {
    for (let id = folderId; id !== null; id = parents.get(id) ?? null) sums[id] = (sums[id] ?? 0) + unread;
  }
  return sums;
}

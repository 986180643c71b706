import type { FeedId, FolderId } from '../contract/model.ts';
import { feedRecords } from './store/feeds.ts';
import { listFolders, requireFolder } from './store/folders.ts';
import type { Store } from './store/open-store.ts';

/** The feeds of a folder and of the folders below it. Throws `folder-missing`. */
export function feedsBelow(store: Store, folderId: FolderId): FeedId[] {
  requireFolder(store, folderId);
  const folders = listFolders(store);
  const below = new Set<FolderId | null>([folderId]);
  // A folder made later may stand above an older one, so look until nothing more is found.
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { id, parentId } of folders) if (parentId !== null && below.has(parentId)) below.add(id);
  }
  return feedRecords(store).flatMap((feed) => (feed.folderId !== null && below.has(feed.folderId) ? [feed.id] : []));
}

import type { Feed, FeedId, Folder } from '../../contract/model.ts';
import { publicAddress } from '../secret-address.ts';
import { feedRecords } from '../store/feeds.ts';
import { listFolders } from '../store/folders.ts';
import type { FeedRecord } from '../store/records.ts';
import type { Store } from '../store/store.ts';

/** Every followed feed, or those of `feedIds`, and every folder. */
export function listFeeds(store: Store, feedIds?: readonly FeedId[]): { feeds: Feed[]; folders: Folder[] } {
  return { feeds: feedRecords(store, feedIds).map(toFeed), folders: listFolders(store) };
}

/** What a screen may see of a feed: without what only the next request needs. */
export function toFeed(record: FeedRecord): Feed {
  const { id, kind, siteUrl, title, folderId, lang, subscribedAt, fetchedAt, succeededAt, newestAt, nextAt, failure, gap, paused, page, credentials, fullText, icon } = record;
  const feedUrl = publicAddress(record.feedUrl);
  return { id, kind, feedUrl, siteUrl, title, folderId, lang, subscribedAt, fetchedAt, succeededAt, newestAt, nextAt, failure, gap, paused, page, credentials, fullText, icon };
}

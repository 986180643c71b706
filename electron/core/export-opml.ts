import type { FolderId } from '../contract/model.ts';
import type { OpmlOutline } from './parse/opml.ts';
import { writeOpml } from './parse/write-opml.ts';
import { publicAddress } from './secret-address.ts';
import { feedRecords } from './store/feeds.ts';
import { listFolders } from './store/folders.ts';
import type { Store } from './store/open-store.ts';
import { ownTitled, storedOutlines, type StoredOutline } from './store/outlines.ts';
import type { FeedRecord } from './store/records.ts';

/** Behind everything that a list gave a place. */
const LAST = Number.MAX_SAFE_INTEGER;

interface Placed {
  readonly place: number;
  readonly outline: OpmlOutline;
}

/** What a list said besides the title; its `text` went with the title of then. */
function attributesOf(stored: StoredOutline | undefined, title: string): Record<string, string> {
  const { title: then, text, ...others } = stored?.attributes ?? {};
  return text !== undefined && then === title ? { text, ...others } : others;
}

/** Who signs in where is nobody else's to know, and a list is made to be given away. */
function sourceOutline({ title, feedUrl, siteUrl, page, paused }: FeedRecord, stored: StoredOutline | undefined, isOwnTitle: boolean): OpmlOutline {
  const address = publicAddress(feedUrl);
  const extension = {
    ...(page && { kind: 'page', rules: JSON.stringify(page) }),
    ...(paused && { paused: 'true' }),
    ...(!isOwnTitle && { title: 'publisher' }),
  };
  return { title, feedUrl: page ? null : address, siteUrl: page ? address : siteUrl && publicAddress(siteUrl), attributes: attributesOf(stored, title), extension, children: [] };
}

/** Every source and folder as OPML 2.0, in the order of the lists that they came from, then in that of following. `now` is epoch milliseconds. */
export function exportOpml(store: Store, now: number): string {
  const feeds = Map.groupBy(feedRecords(store), ({ folderId }) => folderId);
  const folders = Map.groupBy(listFolders(store), ({ parentId }) => parentId);
  const stored = storedOutlines(store);
  const own = ownTitled(store);

  const below = (folderId: FolderId | null): OpmlOutline[] => {
    const inner = (folders.get(folderId) ?? []).map(({ id, title }): Placed => {
      const outline = stored.folders.get(id);
      return { place: outline?.place ?? LAST, outline: { title, feedUrl: null, siteUrl: null, attributes: attributesOf(outline, title), extension: {}, children: below(id) } };
    });
    const sources = (feeds.get(folderId) ?? []).map((feed): Placed => {
      const outline = stored.feeds.get(feed.id);
      return { place: outline?.place ?? LAST, outline: sourceOutline(feed, outline, own.has(feed.id)) };
    });
    return [...inner, ...sources].toSorted((a, b) => a.place - b.place).map(({ outline }) => outline);
  };
  return writeOpml({ title: 'Monazite', outlines: below(null) }, now);
}

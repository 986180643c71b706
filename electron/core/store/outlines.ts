import type { FeedId, FolderId } from '../../contract/model.ts';
import type { PageRules } from '../../contract/page.ts';
import type { Store } from './store.ts';

/** What a subscription list said of a source or a folder. */
export interface StoredOutline {
  /** Grows in the order of the lists. */
  readonly place: number;
  /** The title of then is one of them. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface StoredOutlines {
  readonly feeds: ReadonlyMap<FeedId, StoredOutline>;
  readonly folders: ReadonlyMap<FolderId, StoredOutline>;
}

interface Row {
  readonly place: number;
  readonly feedId: FeedId | null;
  readonly folderId: FolderId | null;
  readonly attributes: string;
}

/** Remembers an outline; what an earlier list said of the same source or folder stays. */
export function rememberOutline(store: Store, of: { readonly feedId: FeedId } | { readonly folderId: FolderId }, attributes: StoredOutline['attributes']): void {
  const [feedId, folderId] = 'feedId' in of ? [of.feedId, null] : [null, of.folderId];
  store.run('INSERT OR IGNORE INTO outlines (feed_id, folder_id, attributes) VALUES (?, ?, ?)', feedId, folderId, JSON.stringify(attributes));
}

/** All that lists have said. */
export function storedOutlines(store: Store): StoredOutlines {
  const feeds = new Map<FeedId, StoredOutline>();
  const folders = new Map<FolderId, StoredOutline>();
  for (const { place, feedId, folderId, attributes } of store.all<Row>('SELECT place, feed_id AS feedId, folder_id AS folderId, attributes FROM outlines')) {
    const outline = { place, attributes: JSON.parse(attributes) as Record<string, string> };
    if (feedId !== null) feeds.set(feedId, outline);
    if (folderId !== null) folders.set(folderId, outline);
  }
  return { feeds, folders };
}

/** The followed feeds that bear a title of the person's own. */
export function ownTitled(store: Store): Set<FeedId> {
  return new Set(store.all<{ id: FeedId }>('SELECT id FROM feeds WHERE subscribed = 1 AND own_title IS NOT NULL').map(({ id }) => id));
}

/** How a page that a list names is read. */
export function importPageRules(store: Store, feedId: FeedId, rules: PageRules): void {
  store.run('UPDATE feeds SET page_rules = ? WHERE id = ?', JSON.stringify(rules), feedId);
}

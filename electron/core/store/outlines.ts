import type { FeedId, Folder, FolderId } from '../../contract/model.ts';
import type { PageRules } from '../../contract/page.ts';
import type { Store } from './store.ts';

/** What a subscription list said of a source or a folder; the title of then is one of them. */
export type StoredAttributes = Readonly<Record<string, string>>;

/** Where a followed feed stands. */
export interface FeedPlace {
  readonly id: FeedId;
  readonly folderId: FolderId | null;
  /** Grows in the order of the lists; null where no list named it. */
  readonly place: number | null;
}

export interface FolderPlace extends Folder {
  readonly place: number | null;
}

/** What is written of a followed feed beside its record. */
export interface FeedOutline {
  readonly attributes: StoredAttributes;
  /** Whether its title is the person's own. */
  readonly isOwnTitle: boolean;
}

/** Remembers an outline; what an earlier list said of the same source or folder stays. */
export function rememberOutline(store: Store, of: { readonly feedId: FeedId } | { readonly folderId: FolderId }, attributes: StoredAttributes): void {
  const [feedId, folderId] = 'feedId' in of ? [of.feedId, null] : [null, of.folderId];
  store.run('INSERT OR IGNORE INTO outlines (feed_id, folder_id, attributes) VALUES (?, ?, ?)', feedId, folderId, JSON.stringify(attributes));
}

/** The places of followed feeds by id, of those with an id above `after`. */
export function feedPlaces(store: Store, { after, limit }: { after: FeedId; limit: number }): FeedPlace[] {
  return store.all(
    `SELECT feeds.id, feeds.folder_id AS folderId, place FROM feeds LEFT JOIN outlines ON feed_id = feeds.id
     WHERE subscribed = 1 AND feeds.id > ? ORDER BY feeds.id LIMIT ?`,
    after, limit,
  );
}

/** Every folder, in the order of making. */
export function folderPlaces(store: Store): FolderPlace[] {
  return store.all('SELECT folders.id, parent_id AS parentId, title, place FROM folders LEFT JOIN outlines ON outlines.folder_id = folders.id ORDER BY folders.id');
}

/** What lists have said of a folder. */
export function folderAttributes(store: Store, id: FolderId): StoredAttributes {
  const row = store.get<{ attributes: string }>('SELECT attributes FROM outlines WHERE folder_id = ?', id);
  return row ? (JSON.parse(row.attributes) as StoredAttributes) : {};
}

/** Null where the feed is not followed any more. */
export function feedOutline(store: Store, id: FeedId): FeedOutline | null {
  const row = store.get<{ own: number; attributes: string | null }>(
    'SELECT own_title IS NOT NULL AS own, attributes FROM feeds LEFT JOIN outlines ON feed_id = feeds.id WHERE feeds.id = ? AND subscribed = 1',
    id,
  );
  return row ? { isOwnTitle: row.own === 1, attributes: row.attributes === null ? {} : (JSON.parse(row.attributes) as StoredAttributes) } : null;
}

/** How a page that a list names is read. */
export function importPageRules(store: Store, feedId: FeedId, rules: PageRules): void {
  store.run('UPDATE feeds SET page_rules = ? WHERE id = ?', JSON.stringify(rules), feedId);
}

import type { Counts, Feed, Folder, FolderId } from '../../electron/contract/model.ts';

interface TreeRowPlace {
  /** 1 at the top. */
  readonly level: number;
  /** 1-based place among its siblings, and how many they are. */
  readonly place: number;
  readonly of: number;
  readonly unread: number;
}

export type TreeRow =
  | (TreeRowPlace & { readonly kind: 'folder'; readonly folder: Folder; readonly open: boolean; readonly empty: boolean })
  | (TreeRowPlace & { readonly kind: 'feed'; readonly feed: Feed });

export interface TreeSource {
  readonly feeds: readonly Feed[];
  readonly folders: readonly Folder[];
  readonly closed: ReadonlySet<FolderId>;
  readonly counts: Pick<Counts, 'feeds' | 'folders'> | undefined;
}

/** The rows to draw, from top to bottom: in each folder its folders, then its feeds, in the engine's order; what is closed hides what it holds. */
export function sourceTree({ feeds, folders, closed, counts }: TreeSource): readonly TreeRow[] {
  const known = new Set(folders.map((folder) => folder.id));
  const parentOf = (id: FolderId | null): FolderId | null => (id !== null && known.has(id) ? id : null);
  const foldersIn = Map.groupBy(folders, (folder) => parentOf(folder.parentId));
  const feedsIn = Map.groupBy(feeds, (feed) => parentOf(feed.folderId));

  const rows: TreeRow[] = [];
  function walk(parent: FolderId | null, level: number): void {
    const inner = foldersIn.get(parent) ?? [];
    const own = feedsIn.get(parent) ?? [];
    const of = inner.length + own.length;
    for (const [index, folder] of inner.entries()) {
      const open = !closed.has(folder.id);
      const empty = !foldersIn.has(folder.id) && !feedsIn.has(folder.id);
      rows.push({ kind: 'folder', folder, level, place: index + 1, of, open, empty, unread: counts?.folders[folder.id] ?? 0 });
      if (open) walk(folder.id, level + 1);
    }
    for (const [index, feed] of own.entries()) {
      rows.push({ kind: 'feed', feed, level, place: inner.length + index + 1, of, unread: counts?.feeds[feed.id] ?? 0 });
    }
  }
  walk(null, 1);
  return rows;
}

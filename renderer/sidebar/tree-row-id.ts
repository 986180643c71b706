import type { TreeRow } from './source-tree.ts';

/** The key of the scope that a row of the tree stands for. */
export function treeRowId(row: TreeRow): string {
  return row.kind === 'folder' ? `folder:${row.folder.id}` : `feed:${row.feed.id}`;
}

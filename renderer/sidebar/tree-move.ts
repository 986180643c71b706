import type { FolderId } from '../../electron/contract/model.ts';
import type { TreeRow } from './source-tree.ts';

export type TreeMove = { readonly kind: 'go'; readonly id: string } | { readonly kind: 'fold'; readonly folderId: FolderId; readonly open: boolean };

function go(id: string | undefined): TreeMove | null {
  return id === undefined ? null : { kind: 'go', id };
}

/** What an arrow key does in the tree: up and down over all rows; right opens a folder or goes in, left closes it or goes out. Null where it does nothing. */
export function treeMove(key: string, ids: readonly string[], at: string, rows: readonly TreeRow[]): TreeMove | null {
  const index = ids.indexOf(at);
  const offset = ids.length - rows.length;
  const row = rows[index - offset];
  switch (key) {
    case 'ArrowDown':
      return go(ids[index + 1]);
    case 'ArrowUp':
      return go(ids[index - 1]);
    case 'Home':
      return go(ids[0]);
    case 'End':
      return go(ids.at(-1));
    case 'ArrowRight':
      if (row?.kind !== 'folder' || (row.open && row.empty)) return null;
      return row.open ? go(ids[index + 1]) : { kind: 'fold', folderId: row.folder.id, open: true };
    case 'ArrowLeft': {
      if (!row) return null;
      if (row.kind === 'folder' && row.open) return { kind: 'fold', folderId: row.folder.id, open: false };
      const above = rows.slice(0, index - offset).findLastIndex((one) => one.level < row.level);
      return above === -1 ? null : go(ids[above + offset]);
    }
    default:
      return null;
  }
}

import type { KeyboardEvent } from 'react';
import { openDialog } from '../state/ui.ts';
import type { DialogRequest } from '../state/dialog-request.ts';
import type { TreeRow } from './source-tree.ts';

function dialogFor(key: string, row: TreeRow): DialogRequest | null {
  if (key === 'F2') return row.kind === 'folder' ? { kind: 'rename-folder', folderId: row.folder.id } : { kind: 'rename-feed', feedId: row.feed.id };
  if (key === 'Delete') return row.kind === 'folder' ? { kind: 'delete-folder', folderId: row.folder.id } : { kind: 'unsubscribe', feedId: row.feed.id };
  return null;
}

/** What a key does to the source or folder that has the keys, as to a watchlist: F2 names it, Delete lets it go, once the person said so. False where it does nothing. */
export function sourceKey(event: KeyboardEvent<HTMLElement>, row: TreeRow): boolean {
  const dialog = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null : dialogFor(event.key, row);
  if (!dialog) return false;
  event.preventDefault();
  event.stopPropagation();
  openDialog(dialog);
  return true;
}

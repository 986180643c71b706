import { ReaderError } from '../../contract/errors.ts';
import type { Folder, FolderId } from '../../contract/model.ts';
import type { Store, StoreReads } from './store.ts';

const COLUMNS = 'id, parent_id AS parentId, title';

/** Every folder, in the order of making. */
export function listFolders(store: Store): Folder[] {
  return store.all<Folder>(`SELECT ${COLUMNS} FROM folders ORDER BY id`);
}

/** Throws `folder-missing` {folderId}. */
export function requireFolder(store: StoreReads, id: FolderId): Folder {
  const folder = store.get<Folder>(`SELECT ${COLUMNS} FROM folders WHERE id = ?`, id);
  if (!folder) throw new ReaderError('folder-missing', `there is no folder ${id}`, { folderId: id });
  return folder;
}

/** Makes a folder, or answers with the one that has this title there already. Throws `folder-missing` for the parent. */
export function createFolder(store: Store, { title, parentId = null }: { title: string; parentId?: FolderId | null }): Folder {
  return store.transaction(() => {
    if (parentId !== null) requireFolder(store, parentId);
    const name = title.trim();
    const known = store.get<Folder>(`SELECT ${COLUMNS} FROM folders WHERE parent_id IS ? AND title = ? ORDER BY id`, parentId, name);
    if (known) return known;
    const made = store.get<Folder>(`INSERT INTO folders (parent_id, title) VALUES (?, ?) RETURNING ${COLUMNS}`, parentId, name);
    if (!made) throw new Error('an inserted folder has an id');
    return made;
  });
}

/** Throws `folder-missing` {folderId}. */
export function renameFolder(store: Store, id: FolderId, title: string): Folder {
  store.run('UPDATE folders SET title = ? WHERE id = ?', title.trim(), id);
  return requireFolder(store, id);
}

/** Its feeds and folders move to the folder above. Throws `folder-missing` {folderId}. */
export function deleteFolder(store: Store, id: FolderId): void {
  store.transaction(() => {
    const { parentId } = requireFolder(store, id);
    store.run('UPDATE feeds SET folder_id = ? WHERE folder_id = ?', parentId, id);
    store.run('UPDATE folders SET parent_id = ? WHERE parent_id = ?', parentId, id);
    store.run('DELETE FROM folders WHERE id = ?', id);
  });
}

/**
 * The folder at a path of titles, made where missing: "Trade press/Europe", or a list of titles where a title may itself
 * hold a slash. Null for an empty path.
 */
export function folderAtPath(store: Store, path: string | readonly string[]): FolderId | null {
  const titles = (typeof path === 'string' ? path.split('/') : path).map((title) => title.trim()).filter((title) => title !== '');
  return store.transaction(() => {
    let parentId: FolderId | null = null;
    for (const title of titles) parentId = createFolder(store, { title, parentId }).id;
    return parentId;
  });
}

import type { Folder, FolderId } from '../../electron/contract/model.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { call } from '../client/transport.ts';

/**
 * Makes a deleted folder again with what it held in `before`, under new ids: the engine moves sources only, so the folders
 * inside it are made anew too. A source that has gone since stops it with `feed-missing`.
 */
export async function rebuildFolder(folder: Folder, before: FeedsAnswer, parentId: FolderId | null = folder.parentId): Promise<void> {
  const { folder: made } = await call('createFolder', { title: folder.title, parentId });
  for (const feed of before.feeds) {
    if (feed.folderId === folder.id) await call('moveFeed', { feedId: feed.id, folderId: made.id });
  }
  for (const inner of before.folders) {
    if (inner.parentId !== folder.id || inner.id === made.id) continue;
    await rebuildFolder(inner, before, made.id);
    await call('deleteFolder', { folderId: inner.id });
  }
}

import type { FolderId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { folderIdOf, folderValue } from './folder-options.ts';

export interface FolderChoice {
  /** A value of folderOptions. */
  readonly value: string;
  /** The title of a folder yet to be made; null where one that exists is chosen. */
  readonly newTitle: string | null;
}

/** The id of the chosen folder, made first where it is new. `onMade` remembers it, so that a second try does not make another. */
export async function pickedFolder(choice: FolderChoice, onMade: (choice: FolderChoice) => void): Promise<FolderId | null> {
  if (choice.newTitle === null) return folderIdOf(choice.value);
  const { folder } = await call('createFolder', { title: choice.newTitle.trim() });
  onMade({ value: folderValue(folder.id), newTitle: null });
  return folder.id;
}

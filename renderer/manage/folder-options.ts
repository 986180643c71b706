import type { Folder, FolderId } from '../../electron/contract/model.ts';
import type { SelectOption } from '../components/select.tsx';

/** The value of "no folder"; every other value is an id written in digits. */
export const NO_FOLDER = '';

/** Every folder with its depth, children after their parent, in the order given. A folder whose parent is missing stands at the top. */
export function folderOptions(folders: readonly Folder[], noFolder: string): SelectOption<string>[] {
  const known = new Set(folders.map((folder) => folder.id));
  const options: SelectOption<string>[] = [{ value: NO_FOLDER, label: noFolder }];
  const addBelow = (parentId: FolderId | null, depth: number) => {
    for (const folder of folders) {
      const parent = folder.parentId !== null && known.has(folder.parentId) ? folder.parentId : null;
      if (parent !== parentId) continue;
      options.push({ value: String(folder.id), label: folder.title, depth });
      addBelow(folder.id, depth + 1);
    }
  };
  addBelow(null, 0);
  return options;
}

export function folderIdOf(value: string): FolderId | null {
  return value === NO_FOLDER ? null : Number(value);
}

export function folderValue(folderId: FolderId | null): string {
  return folderId === null ? NO_FOLDER : String(folderId);
}

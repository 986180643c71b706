import type { ArticleId } from '../../electron/contract/model.ts';

/** Asks for the export of bookmarks; null while there is no dialog for it, and the buttons for it are left out then. */
export const exportBookmarks: ((articleIds: readonly ArticleId[]) => void) | null = null as ((articleIds: readonly ArticleId[]) => void) | null;

import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { openDialog } from '../state/ui.ts';
import type { Words } from '../words/use-words.ts';
import { removeTag } from './bookmark-actions.ts';

/** What can be done with a tag wherever it is used. */
export function tagMenu(tag: ArticleTag, { t }: Words): readonly MenuItem[] {
  return [
    { label: t('bookmarks.renameTag'), icon: 'rename', onSelect: () => openDialog({ kind: 'rename-tag', tag }) },
    { label: t('bookmarks.mergeTag'), icon: 'tag', onSelect: () => openDialog({ kind: 'merge-tag', tag }) },
    { kind: 'line' },
    { label: t('bookmarks.removeTag'), icon: 'trash', danger: true, onSelect: () => void removeTag(tag) },
  ];
}

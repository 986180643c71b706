import type { BookmarkSummary } from '../../electron/contract/bookmark.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { toggleMark, useBookmarksView } from '../state/bookmarks-view.ts';
import { openScope, readBookmark } from '../state/navigate.ts';
import { lookAgain } from '../state/look-again.ts';
import { openDialog } from '../state/ui.ts';
import type { Words } from '../words/use-words.ts';
import { removeBookmarks } from './bookmark-actions.ts';
import { copyLinkOf, openOutsideOf } from './row-actions.ts';

/** What can be done with one bookmark, with the key that does the same. */
export function bookmarkMenu(row: BookmarkSummary, { t }: Words): readonly MenuItem[] {
  const marked = useBookmarksView.getState().marked.has(row.id);
  const link: readonly MenuItem[] = row.url
    ? [
        { label: t('list.openInBrowser'), icon: 'external', keys: 'V', onSelect: () => openOutsideOf(false, row) },
        { label: t('list.copyLink'), icon: 'link', keys: 'Y', onSelect: () => copyLinkOf(false, row) },
        { label: t('list.copyTitleAndLink'), icon: 'copy', keys: 'Shift+Y', onSelect: () => copyLinkOf(true, row) },
        { label: t('fullText.lookAgain'), icon: 'eye', keys: 'A', onSelect: () => void lookAgain(row.id) },
      ]
    : [];
  return [
    { label: t('bookmarks.read'), icon: 'all', keys: 'Enter', onSelect: () => readBookmark(row.id) },
    { label: t(marked ? 'bookmarks.unchoose' : 'bookmarks.choose'), icon: 'check', keys: 'X', onSelect: () => toggleMark(row.id) },
    { kind: 'line' },
    { label: t('bookmarks.addTags'), icon: 'tag', onSelect: () => openDialog({ kind: 'tag-bookmarks', articleIds: [row.id] }) },
    ...link,
    { label: t('bookmarks.export'), icon: 'export', onSelect: () => openDialog({ kind: 'export-articles', articleIds: [row.id] }) },
    { label: t('list.showSource', { source: row.feedTitle }), icon: 'folder', onSelect: () => void openScope({ kind: 'feed', id: row.feedId }) },
    { kind: 'line' },
    { label: t('bookmarks.remove'), icon: 'bookmark-filled', keys: 'S', onSelect: () => void removeBookmarks([row.id]) },
  ];
}

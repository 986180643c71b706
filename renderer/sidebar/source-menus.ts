import type { CommandId } from '../../electron/contract/command.ts';
import { usualKey } from '../keyboard/key-map.ts';
import { runCommand } from '../commands/run-command.ts';
import type { IconName } from '../components/icon.tsx';
import type { MenuItem } from '../components/menu-item.ts';
import { modeItems } from '../full-text/full-text-mode.ts';
import { copyAddress, openAddress } from '../state/article-actions.ts';
import { markAllRead, refresh } from '../state/list-actions.ts';
import { openPage, visitScope } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import type { TreeRow } from './source-tree.ts';

/** With the key that the application menu shows for it. */
function commandItem(command: CommandId, label: string, icon: IconName): MenuItem {
  return { label, icon, keys: usualKey(command), onSelect: () => runCommand(command) };
}

/** What can be done with all sources. `isEmpty`: there is no article yet to be marked. */
export function sourcesMenu({ t }: Words, isEmpty: boolean): readonly MenuItem[] {
  const marking: readonly MenuItem[] = isEmpty ? [] : [{ label: t('sidebar.markAllRead'), icon: 'check-all', onSelect: () => void markAllRead({ kind: 'all' }) }];
  return [
    { label: t('sources.title'), icon: 'activity', keys: 'G S', onSelect: () => openPage('sources') },
    { label: t('sources.showHeadlines'), icon: 'all', onSelect: () => visitScope({ kind: 'all' }) },
    { kind: 'line' },
    { label: t('sidebar.addSource'), icon: 'plus', onSelect: () => openDialog({ kind: 'add' }) },
    commandItem('catalogue', t('firstRun.open'), 'table'),
    commandItem('save-page', t('saving.menu'), 'bookmark'),
    { label: t('sidebar.newFolder'), icon: 'folder-new', onSelect: () => openDialog({ kind: 'new-folder', parentId: null }) },
    { kind: 'line' },
    { label: t('refresh.all'), icon: 'refresh', keys: 'Shift+R', onSelect: () => void refresh(null) },
    ...marking,
    { kind: 'line' },
    commandItem('import', t('carry.importMenu'), 'import'),
    commandItem('export-opml', t('carry.exportOpmlMenu'), 'export'),
    commandItem('export-articles', t('carry.exportMenu'), 'export'),
    { kind: 'line' },
    commandItem('import-library', t('carry.importLibraryMenu'), 'import'),
    commandItem('export-library', t('carry.exportLibraryMenu'), 'export'),
    { kind: 'line' },
    { label: t('sidebar.shortcuts'), icon: 'keyboard', keys: '?', onSelect: () => openDialog({ kind: 'shortcuts' }) },
  ];
}

/** What can be done with one source or folder. */
export function rowMenu(row: TreeRow, words: Words): readonly MenuItem[] {
  const { t } = words;
  if (row.kind === 'folder') {
    const folderId = row.folder.id;
    const scope = { kind: 'folder', id: folderId } as const;
    return [
      { label: t('sidebar.refresh'), icon: 'refresh', onSelect: () => void refresh(scope) },
      { label: t('sidebar.markAllRead'), icon: 'check-all', onSelect: () => void markAllRead(scope) },
      { kind: 'line' },
      { label: t('sidebar.newFolderHere'), icon: 'folder-new', onSelect: () => openDialog({ kind: 'new-folder', parentId: folderId }) },
      { label: t('sidebar.rename'), icon: 'rename', keys: 'F2', onSelect: () => openDialog({ kind: 'rename-folder', folderId }) },
      { label: t('sidebar.deleteFolder'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => openDialog({ kind: 'delete-folder', folderId }) },
    ];
  }
  const { id: feedId, feedUrl, siteUrl, page } = row.feed;
  const scope = { kind: 'feed', id: feedId } as const;
  const reading: readonly MenuItem[] = page ? [{ label: t('pageSource.menu'), icon: 'filter', onSelect: () => openDialog({ kind: 'page-rules', feedId }) }] : [];
  const site: readonly MenuItem[] = siteUrl ? [{ label: t('sidebar.openSite'), icon: 'external', onSelect: () => openAddress(siteUrl) }] : [];
  return [
    { label: t('sidebar.refresh'), icon: 'refresh', onSelect: () => void refresh(scope) },
    { label: t('sidebar.markAllRead'), icon: 'check-all', onSelect: () => void markAllRead(scope) },
    { kind: 'line' },
    ...site,
    { label: t('sidebar.copyFeedAddress'), icon: 'copy', onSelect: () => void copyAddress(feedUrl, () => wordsNow().t('sidebar.feedAddressCopied')) },
    ...modeItems(row.feed, words),
    ...reading,
    { label: t('sidebar.rename'), icon: 'rename', keys: 'F2', onSelect: () => openDialog({ kind: 'rename-feed', feedId }) },
    { label: t('sidebar.move'), icon: 'folder', onSelect: () => openDialog({ kind: 'move-feed', feedId }) },
    { label: t('signIn.menu'), icon: 'key', onSelect: () => openDialog({ kind: 'credentials', feedId }) },
    { label: t('sidebar.unsubscribe'), icon: 'trash', keys: 'Del', danger: true, onSelect: () => openDialog({ kind: 'unsubscribe', feedId }) },
  ];
}

import type { Feed } from '../../electron/contract/model.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { modeItems } from '../full-text/full-text-mode.ts';
import { copyAddress, openAddress } from '../state/article-actions.ts';
import { visitScope } from '../state/navigate.ts';
import { openDialog } from '../state/ui.ts';
import { wordsNow } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { setPaused, tryAgain } from './source-actions.ts';
import type { SourceItem } from './source-items.ts';

/** What can be changed of a source: its title, folder, address and sign-in, and how a page is read. */
export function editMenu({ id: feedId, kind }: Feed, { t }: Words): readonly MenuItem[] {
  const page: readonly MenuItem[] = kind === 'page' ? [{ label: t('sources.editPage'), icon: 'settings', onSelect: () => openDialog({ kind: 'page-rules', feedId }) }] : [];
  return [
    { label: t('sidebar.rename'), icon: 'rename', onSelect: () => openDialog({ kind: 'rename-feed', feedId }) },
    { label: t('sidebar.move'), icon: 'folder', onSelect: () => openDialog({ kind: 'move-feed', feedId }) },
    ...page,
    { label: t('sources.editAddress'), icon: 'link', onSelect: () => openDialog({ kind: 'feed-address', feedId }) },
    { label: t('signIn.menu'), icon: 'key', onSelect: () => openDialog({ kind: 'credentials', feedId }) },
  ];
}

/** Everything that can be done with a source of the table. */
export function sourceMenu({ feed }: SourceItem, words: Words): readonly MenuItem[] {
  const { t } = words;
  const { id: feedId, feedUrl, siteUrl, paused } = feed;
  const site: readonly MenuItem[] = siteUrl ? [{ label: t('sources.openSite'), icon: 'external', keys: 'V', onSelect: () => openAddress(siteUrl) }] : [];
  return [
    { label: t('sources.openList'), icon: 'all', keys: 'Enter', onSelect: () => visitScope({ kind: 'feed', id: feedId }) },
    { label: t('common.tryAgain'), icon: 'refresh', keys: 'R', onSelect: () => void tryAgain(feed) },
    { label: t(paused ? 'sources.resume' : 'sources.pause'), icon: paused ? 'resume' : 'pause', onSelect: () => void setPaused(feed, !paused) },
    { kind: 'line' },
    ...site,
    { label: t('sidebar.copyFeedAddress'), icon: 'copy', keys: 'Y', onSelect: () => void copyAddress(feedUrl, () => wordsNow().t('sources.addressCopied')) },
    { kind: 'line' },
    ...editMenu(feed, words),
    ...modeItems(feed, words),
    { label: t('sidebar.unsubscribe'), icon: 'trash', danger: true, onSelect: () => openDialog({ kind: 'unsubscribe', feedId }) },
  ];
}

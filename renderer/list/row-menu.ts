import type { ArticleSummary, Scope } from '../../electron/contract/model.ts';
import type { MenuItem } from '../components/menu-item.ts';
import { copyLink, openInBrowser, toggleBookmark, togglePinned, toggleRead } from '../state/article-actions.ts';
import { muteArticle } from '../state/mute-article.ts';
import { openScope } from '../state/navigate.ts';
import { isOpened, splitFromStory, storyRow, toggleCluster } from '../state/story-actions.ts';
import { storyCount } from '../state/story-count.ts';
import type { Words } from '../words/use-words.ts';

/** What can be done with one headline, with the key that does the same. */
export function headlineMenu(row: ArticleSummary, scope: Scope, { t }: Words): readonly MenuItem[] {
  const inSource = scope.kind === 'feed' && scope.id === row.feedId;
  const link: readonly MenuItem[] = row.url
    ? [
        ...(row.story ? [{ kind: 'line' } as const] : []),
        { label: t('list.openInBrowser'), icon: 'external', keys: 'V', onSelect: () => openInBrowser(row.id) },
        { kind: 'line' },
        { label: t('list.copyLink'), icon: 'link', keys: 'Y', onSelect: () => void copyLink(row.id, false) },
        { label: t('list.copyTitleAndLink'), icon: 'copy', keys: 'Shift+Y', onSelect: () => void copyLink(row.id, true) },
      ]
    : [];
  const source: readonly MenuItem[] = inSource
    ? []
    : [{ kind: 'line' }, { label: t('list.showSource', { source: row.feedTitle }), icon: 'folder', onSelect: () => void openScope({ kind: 'feed', id: row.feedId }) }];
  const story: readonly MenuItem[] = row.story
    ? [
        { kind: 'line' },
        { label: t(isOpened(row.id) ? 'stories.close' : 'stories.open', { what: storyCount(row.story, t) }), icon: isOpened(row.id) ? 'chevron-up' : 'chevron-down', keys: 'E', onSelect: () => void toggleCluster(row.id) },
        { label: t('stories.split'), icon: 'split', onSelect: () => void splitFromStory(row.id) },
      ]
    : [];
  const whole = storyRow(row.id) !== null;
  return [
    { label: t(row.read ? (whole ? 'stories.markUnread' : 'list.markUnread') : whole ? 'stories.markRead' : 'list.markRead'), icon: row.read ? 'unread' : 'check', keys: 'M', onSelect: () => void toggleRead(row.id) },
    { label: t(row.bookmarked ? 'list.removeBookmark' : 'list.bookmark'), icon: row.bookmarked ? 'bookmark-filled' : 'bookmark', keys: 'S', onSelect: () => void toggleBookmark(row.id) },
    { label: t(row.pinned ? 'ready.letGo' : 'ready.keep'), icon: 'tray', keys: 'D', onSelect: () => void togglePinned(row.id) },
    { label: t('rules.muteOne'), icon: 'eye-off', keys: 'Shift+M', onSelect: () => void muteArticle(row.id) },
    ...story,
    ...link,
    ...source,
  ];
}

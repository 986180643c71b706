import type { Scope } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { noteOwnChange, showStatus } from './article-cache.ts';
import { useListing } from './listing.ts';
import { openScope } from './navigate.ts';
import { changeSearch, isSearching, useSearchView } from './search-view.ts';
import { scopeKey } from './scope-key.ts';
import { showFailure } from './show-failure.ts';
import { showToast, useUi } from './ui.ts';
import { toggleUnread } from '../search/query-edit.ts';
import { wordsNow } from '../words/use-words.ts';

/** Marks as read what was found and is listed; can be undone. */
async function markFoundRead(): Promise<void> {
  const unread = useListing.getState().rows.filter((row) => !row.read).map((row) => row.id);
  if (unread.length === 0) {
    showToast({ text: () => wordsNow().t('list.nothingToMark') });
    return;
  }
  const mark = async (read: boolean): Promise<void> => {
    for (const articleId of unread) noteOwnChange(articleId);
    showStatus(unread, { read });
    await call('setRead', { articleIds: unread, read });
  };
  try {
    await mark(true);
    showToast({ text: () => wordsNow().t('list.markedRead', { count: unread.length }), undo: () => mark(false) });
  } catch (error) {
    showStatus(unread, { read: false });
    showFailure(error);
  }
}

/** Marks as read what the scope held at `before`, by default when the list on screen was drawn; of search results those that are listed. Can be undone. */
export async function markAllRead(asked?: Scope): Promise<void> {
  if (asked === undefined && isSearching()) {
    await markFoundRead();
    return;
  }
  const scope = asked ?? useUi.getState().scope;
  const { rows, asOf, request } = useListing.getState();
  const onScreen = request !== null && !request.search && scopeKey(request.scope) === scopeKey(scope);
  const unread = onScreen ? rows.filter((row) => !row.read).map((row) => row.id) : [];
  try {
    const { changed, batch } = await call('markAllRead', { scope, before: onScreen ? asOf : Date.now() });
    if (changed === 0) {
      showToast({ text: () => wordsNow().t('list.nothingToMark') });
      return;
    }
    showStatus(unread, { read: true });
    showToast({
      text: () => wordsNow().t('list.markedRead', { count: changed }),
      undo: async () => {
        await call('undoMarkAllRead', { batch });
        showStatus(unread, { read: false });
      },
    });
  } catch (error) {
    showFailure(error);
  }
}

/** Shows unread headlines only, or all, here and in every scope; of search results, those of this search. */
export async function toggleUnreadOnly(): Promise<void> {
  if (isSearching()) {
    await changeSearch({ text: toggleUnread(useSearchView.getState().text) });
    return;
  }
  try {
    const saved = saveSettings({ unreadOnly: !(settingsNow()?.unreadOnly ?? false) });
    await openScope(useUi.getState().scope);
    await saved;
  } catch (error) {
    showFailure(error);
  }
}

/** Asks the sources of a scope for news; of every source where the scope is not a source or a folder. */
export async function refresh(scope: Scope | null): Promise<void> {
  try {
    if (scope?.kind === 'feed') await call('refresh', { feedIds: [scope.id] });
    else if (scope?.kind === 'folder') await call('refresh', { folderId: scope.id });
    else await call('refresh', {});
  } catch (error) {
    showFailure(error);
  }
}

export async function cancelRefresh(): Promise<void> {
  try {
    await call('cancelRefresh', {});
  } catch (error) {
    showFailure(error);
  }
}

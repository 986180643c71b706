import type { ArticleId, Scope } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { saveSettings, settingsNow } from '../client/queries.ts';
import { holdChange } from './agreement.ts';
import { noteOwnChange, showStatus } from './article-cache.ts';
import { bringBackUnread } from './bring-back-unread.ts';
import { doing } from './doing.ts';
import { listHere } from './list-here.ts';
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
  await doing(async () => {
    const { request } = useListing.getState();
    // What was typed last may still be asked: the rows are those of what was there before.
    await listHere();
    const now = useListing.getState();
    const unread = now.request === request ? now.rows.filter((row) => !row.read).map((row) => row.id) : [];
    if (unread.length === 0) {
      showToast({ text: () => wordsNow().t('list.nothingToMark') });
      return null;
    }
    await markFound(unread, true);
    return { said: () => wordsNow().t('list.markedRead', { count: unread.length }), undo: () => markFound(unread, false) };
  });
}

async function markFound(articleIds: readonly ArticleId[], read: boolean): Promise<void> {
  const own = new Set(articleIds);
  for (const articleId of articleIds) noteOwnChange(articleId);
  showStatus(articleIds, { read });
  try {
    await holdChange(({ id }) => own.has(id), { read }, () => call('setRead', { articleIds, read }));
  } catch (error) {
    showStatus(articleIds, { read: !read });
    throw error;
  }
}

/** Marks as read what the scope held at `before`, by default when the list on screen was drawn; of search results those that are listed. Can be undone. */
export async function markAllRead(asked?: Scope): Promise<void> {
  if (asked === undefined && isSearching()) {
    await markFoundRead();
    return;
  }
  const scope = asked ?? useUi.getState().scope;
  const askedAt = Date.now();
  await doing(async () => {
    // The rows of the scope before stand until those of this one are here, and are none of it.
    if (asked === undefined) await listHere();
    const { rows, asOf, request, opening, shown } = useListing.getState();
    const onScreen = opening === shown && request !== null && !request.search && scopeKey(request.scope) === scopeKey(scope);
    const unread = onScreen ? rows.filter((row) => !row.read).map((row) => row.id) : [];
    const { changed, batch } = await call('markAllRead', { scope, before: onScreen ? asOf : askedAt });
    if (changed === 0) {
      showToast({ text: () => wordsNow().t('list.nothingToMark') });
      return null;
    }
    showStatus(unread, { read: true });
    return {
      said: () => wordsNow().t('list.markedRead', { count: changed }),
      undo: async () => {
        await call('undoMarkAllRead', { batch });
        showStatus(unread, { read: false });
        await bringBackUnread(opening);
      },
    };
  });
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

import type { ArticleId } from '../../electron/contract/model.ts';
import { openOutside } from '../client/open-outside.ts';
import { call } from '../client/transport.ts';
import { holdChange } from './agreement.ts';
import type { RowPatch } from './agreement.ts';
import { noteOwnChange, showStatus, statusOf } from './article-cache.ts';
import { bringBackUnread } from './bring-back-unread.ts';
import { inTurn } from './in-turn.ts';
import { keepUnread } from './kept-unread.ts';
import { rowOf, useListing } from './listing.ts';
import { storyRow, toggleStoryRead } from './story-actions.ts';
import { showFailure } from './show-failure.ts';
import { dropDone, noteDone, showToast, useUi } from './ui.ts';
import type { Said } from './ui.ts';
import type { Done } from './ui.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { wordsNow } from '../words/use-words.ts';

/** Shows a change at once, and takes it back where the engine refuses. Rejects with a ReaderError. */
async function change<Answer>(articleId: ArticleId, status: keyof RowPatch, value: boolean, ask: () => Promise<Answer>): Promise<Answer> {
  noteOwnChange(articleId);
  showStatus([articleId], { [status]: value });
  try {
    return await holdChange(({ id }) => id === articleId, { [status]: value }, ask);
  } catch (error) {
    showStatus([articleId], { [status]: !value });
    throw error;
  }
}

function changeRead(articleId: ArticleId, read: boolean): Promise<unknown> {
  return change(articleId, 'read', read, () => call('setRead', { articleIds: [articleId], read }));
}

/** Changes whether it is bookmarked: on the screen at once, in the library behind the change of before, which may wait for a batch to be known. */
function changeBookmark<Answer>(articleId: ArticleId, bookmarked: boolean, ask: () => Promise<Answer>): Promise<Answer> {
  return change(articleId, 'bookmarked', bookmarked, () => inTurn(`bookmark ${articleId}`, ask));
}

function setBookmarked(articleId: ArticleId, bookmarked: boolean): Promise<unknown> {
  return changeBookmark(articleId, bookmarked, () => call('setBookmarked', { articleId, bookmarked }));
}

/** Marks as read or unread without a way back: what reading does by itself. */
export async function setRead(articleId: ArticleId, read: boolean): Promise<void> {
  try {
    await changeRead(articleId, read);
  } catch (error) {
    showFailure(error);
  }
}

/** Waits for an action that Z may take back already; where it failed there is nothing to take back. */
async function settle(asked: Promise<unknown>, done: Done): Promise<void> {
  try {
    await asked;
  } catch (error) {
    dropDone(done);
    showFailure(error);
  }
}

/** Marks as read, or as unread again, as the reader asks for; a row that stands for a story, all of it. Can be undone. */
export async function toggleRead(articleId: ArticleId): Promise<void> {
  if (storyRow(articleId)) {
    await toggleStoryRead(articleId);
    return;
  }
  const status = statusOf(articleId);
  if (!status) return;
  const read = !status.read;
  const { opening } = useListing.getState();
  if (!read) keepUnread([articleId]);
  const asked = changeRead(articleId, read);
  const said = () => {
    const { t } = wordsNow();
    return t(read ? 'list.readOne' : 'list.unreadOne', { title: headlineTitle(status, { t }) });
  };
  // At once, not when the first is answered: the next M turns what is seen.
  const done = noteDone(said, async () => {
    if (read) keepUnread([articleId]);
    await changeRead(articleId, !read);
    if (read && !rowOf(articleId)) await bringBackUnread(opening);
  });
  await settle(asked, done);
}

/** Bookmarks, or takes the bookmark away; can be undone. One that comes back is as old as it was. */
export async function toggleBookmark(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId);
  if (!status) return;
  if (status.bookmarked) {
    const removed = changeBookmark(articleId, false, () => call('removeBookmarks', { articleIds: [articleId] }));
    await tellToggled('list.bookmarkRemoved', removed, () =>
      changeBookmark<unknown>(articleId, true, async () => {
        const was = await removed.catch(() => null);
        // It has its bookmark still.
        if (was === null) return null;
        // Taken back elsewhere already: that is no batch of this window's.
        return was.changed === 0 ? call('setBookmarked', { articleId, bookmarked: true }) : call('restoreBookmarks', { batch: was.batch });
      }),
    );
    return;
  }
  await tellToggled('list.bookmarked', setBookmarked(articleId, true), () => setBookmarked(articleId, false));
}

async function tellToggled(said: 'list.bookmarked' | 'list.bookmarkRemoved', asked: Promise<unknown>, takeBack: () => Promise<unknown>): Promise<void> {
  showToast({ text: () => wordsNow().t(said), undo: async () => void (await takeBack()) });
  const { toast } = useUi.getState();
  if (toast?.done) await settle(asked, toast.done);
}

function changePinned(articleId: ArticleId, pinned: boolean): Promise<unknown> {
  return change(articleId, 'pinned', pinned, () => call('keepOffline', { articleId, keep: pinned }));
}

/** Keeps offline, or lets go; can be undone. */
export async function togglePinned(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId);
  if (!status) return;
  const pinned = !status.pinned;
  const asked = changePinned(articleId, pinned);
  showToast({ text: () => wordsNow().t(pinned ? 'ready.kept' : 'ready.released'), undo: async () => void (await changePinned(articleId, !pinned)) });
  const { toast } = useUi.getState();
  if (toast?.done) await settle(asked, toast.done);
}

/** Opens an address outside the app. `background` leaves the app in front where the system can. */
export function openAddress(url: string, background = false): void {
  void openOutside(url, background);
}

export function openInBrowser(articleId: ArticleId, background = false): void {
  const url = statusOf(articleId)?.url;
  if (url) openAddress(url, background);
  else showToast({ text: () => wordsNow().t('list.noLink') });
}

async function copy(text: string, done: Said): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch (error) {
    showFailure(error);
  }
}

/** Copies an address and says `done`. */
export async function copyAddress(url: string, done: Said): Promise<void> {
  await copy(url, done);
}

/** Copies the article's address, with its title on a line above where asked. */
export async function copyLink(articleId: ArticleId, withTitle: boolean): Promise<void> {
  const status = statusOf(articleId);
  if (!status?.url) {
    showToast({ text: () => wordsNow().t('list.noLink') });
    return;
  }
  if (withTitle) await copy(`${status.title}\n${status.url}`, () => wordsNow().t('list.titleAndLinkCopied'));
  else await copy(status.url, () => wordsNow().t('list.linkCopied'));
}

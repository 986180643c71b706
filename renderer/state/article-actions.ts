import type { ArticleId } from '../../electron/contract/model.ts';
import { openOutside } from '../client/open-outside.ts';
import { call } from '../client/transport.ts';
import { noteOwnChange, showStatus, statusOf } from './article-cache.ts';
import { showFailure } from './show-failure.ts';
import { showToast } from './ui.ts';
import { wordsNow } from '../words/use-words.ts';

/** Marks as read or unread; the screen shows it at once and takes it back where the engine refuses. */
export async function setRead(articleId: ArticleId, read: boolean): Promise<void> {
  noteOwnChange(articleId);
  showStatus([articleId], { read });
  try {
    await call('setRead', { articleIds: [articleId], read });
  } catch (error) {
    showStatus([articleId], { read: !read });
    showFailure(error);
  }
}

export async function toggleRead(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId);
  if (status) await setRead(articleId, !status.read);
}

async function setBookmarked(articleId: ArticleId, bookmarked: boolean): Promise<void> {
  noteOwnChange(articleId);
  showStatus([articleId], { bookmarked });
  try {
    await call('setBookmarked', { articleId, bookmarked });
  } catch (error) {
    showStatus([articleId], { bookmarked: !bookmarked });
    showFailure(error);
  }
}

/** Bookmarks, or takes the bookmark away and offers it back. */
export async function toggleBookmark(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId);
  if (!status) return;
  const bookmarked = !status.bookmarked;
  await setBookmarked(articleId, bookmarked);
  if (statusOf(articleId)?.bookmarked !== bookmarked) return;
  showToast({
    text: wordsNow().t(bookmarked ? 'list.bookmarked' : 'list.bookmarkRemoved'),
    undo: () => setBookmarked(articleId, !bookmarked),
  });
}

/** Opens an address outside the app. `background` leaves the app in front where the system can. */
export function openAddress(url: string, background = false): void {
  void openOutside(url, background);
}

export function openInBrowser(articleId: ArticleId, background = false): void {
  const url = statusOf(articleId)?.url;
  if (url) openAddress(url, background);
  else showToast({ text: wordsNow().t('list.noLink') });
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: done });
  } catch (error) {
    showFailure(error);
  }
}

/** Copies an address and says `done`. */
export async function copyAddress(url: string, done: string): Promise<void> {
  await copy(url, done);
}

/** Copies the article's address, with its title on a line above where asked. */
export async function copyLink(articleId: ArticleId, withTitle: boolean): Promise<void> {
  const status = statusOf(articleId);
  if (!status?.url) {
    showToast({ text: wordsNow().t('list.noLink') });
    return;
  }
  if (withTitle) await copy(`${status.title}\n${status.url}`, wordsNow().t('list.titleAndLinkCopied'));
  else await copy(status.url, wordsNow().t('list.linkCopied'));
}

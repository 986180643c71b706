import type { ArticleId } from '../../electron/contract/model.ts';
import { call } from '../client/transport.ts';
import { headlineTitle } from '../words/headline-title.ts';
import { wordsNow } from '../words/use-words.ts';
import { statusOf } from './article-cache.ts';
import { doing } from './doing.ts';
import { findRow, openListing, shownRows, useListing } from './listing.ts';
import { openArticle } from './navigate.ts';
import { relist } from './relist.ts';
import { seen } from './seen.ts';
import { takeOut } from './take-out.ts';
import { showToast, useUi } from './ui.ts';

/** The headline to read in place of one that goes: below it, else above it. Reports that are opened below a row go with it. */
function neighbourOf(articleId: ArticleId): ArticleId | null {
  const listing = useListing.getState();
  const rows = listing.rows.some(({ id }) => id === articleId) ? listing.rows : shownRows(listing);
  const at = rows.findIndex(({ id }) => id === articleId);
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null;
}

/** Another report may stand for a story whose own went, or stands for it no more. */
async function regroupIf(isStory: boolean): Promise<void> {
  if (isStory) await relist('many');
}

/** Takes the row out where it stands. Returns the way back. */
async function leaveOut(articleId: ArticleId): Promise<() => Promise<void>> {
  const row = findRow(useListing.getState(), articleId);
  const isStory = row?.story !== null && row !== undefined;
  const isRead = row !== undefined && useUi.getState().articleId === articleId;
  const neighbour = neighbourOf(articleId);
  const putBack = takeOut(articleId);
  if (isRead) openArticle(neighbour);
  await regroupIf(isStory);
  return async () => {
    if (putBack()) {
      if (isRead && useUi.getState().articleId === neighbour) openArticle(articleId);
      await regroupIf(isStory);
      return;
    }
    // Whether another list holds it, and where, only the engine knows; the list begins where it is read.
    const { request } = useListing.getState();
    if (request) await openListing(request, seen.listTopId, true);
  };
}

/** Takes an article out of every list and count; can be undone. What is bookmarked stays in the lists, as the engine has it. */
export async function muteArticle(articleId: ArticleId): Promise<void> {
  const status = statusOf(articleId);
  if (!status) return;
  const text = (): string => wordsNow().t('rules.mutedOne', { title: headlineTitle(status, wordsNow()) });
  await doing(async () => {
    const { changed } = await call('setMuted', { articleIds: [articleId], muted: true });
    if (changed.length === 0) {
      showToast({ text });
      return null;
    }
    const isGone = !(statusOf(articleId)?.bookmarked ?? status.bookmarked);
    const bringBack = isGone ? await leaveOut(articleId) : null;
    return {
      said: text,
      undo: async () => {
        await call('setMuted', { articleIds: [articleId], muted: false });
        await bringBack?.();
      },
    };
  });
}

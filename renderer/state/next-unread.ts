import type { ArticleId, Scope } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import type { FeedsAnswer } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import { sourceTree } from '../sidebar/source-tree.ts';
import { elsewhere } from './elsewhere.ts';
import { listHere } from './list-here.ts';
import { DEEPEST, loadMore, useListing } from './listing.ts';
import { moveToUnread, openArticle, openScope } from './navigate.ts';
import { isSearching } from './search-view.ts';
import { scopeTitle } from './scope-title.ts';
import { showFailure } from './show-failure.ts';
import { announce, showToast, useUi } from './ui.ts';
import { wordsNow } from '../words/use-words.ts';

function noneUnread(): string {
  return wordsNow().t('list.noneUnread');
}

let isLooking = false;

/** Reads the rest of the list, as far down as a last headline is looked for. */
async function readOn(scope: Scope): Promise<void> {
  do {
    // What a list drawn anew lets wait is no page that failed.
    await listHere();
    if (useListing.getState().rows.length >= DEEPEST || useUi.getState().scope !== scope) return;
  } while (await loadMore());
}

/** Whether a scope holds an unread headline other than the one that is open. */
async function hasUnread(scope: Scope, but: ArticleId | null): Promise<boolean> {
  const { articles } = await call('listArticles', { scope, limit: 2, unreadOnly: true });
  return articles.some((article) => article.id !== but);
}

async function nearest(step: 1 | -1, but: ArticleId | null): Promise<Scope | null> {
  // Asked anew: what the sidebar shows lags behind, and nothing unread may be passed over.
  const [{ feeds, folders }, counts] = await Promise.all([call('listFeeds', {}), call('counts', {})]);
  const rows = sourceTree({ feeds, folders, closed: new Set(), counts });
  for (const scope of elsewhere(rows, useUi.getState().scope, step)) {
    if (await hasUnread(scope, but)) return scope;
  }
  return null;
}

/** Opens a scope at its first (1) or last (-1) unread headline. */
async function enter(scope: Scope, step: 1 | -1, but: ArticleId | null): Promise<void> {
  const { pushed } = useUi.getState();
  await openScope(scope);
  if (step === -1) await readOn(scope);
  if (useUi.getState().scope !== scope) return;
  const unread = useListing.getState().rows.filter((row) => !row.read && row.id !== but);
  const found = step === 1 ? unread[0] : unread.at(-1);
  if (!found) return;
  openArticle(found.id, pushed);
  const words = wordsNow();
  announce(words.t('list.nowIn', { scope: scopeTitle(scope, queryClient.getQueryData<FeedsAnswer>(queryKeys.feeds), words) }));
}

/** Goes to the next (1) or previous (-1) unread headline, past the end of the list into the next source or folder that has one. Says so where nothing is unread anywhere. */
export async function goToUnread(step: 1 | -1): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  try {
    await listHere();
    if (await moveToUnread(step)) return;
    const { articleId, scope: from, page } = useUi.getState();
    // Beyond what was searched for is what was not.
    const scope = isSearching() ? null : await nearest(step, articleId);
    const now = useUi.getState();
    // Whoever went elsewhere meanwhile is not taken away from there.
    if (now.scope !== from || now.articleId !== articleId || now.page !== page || (scope && isSearching())) return;
    if (scope) {
      await enter(scope, step, articleId);
      return;
    }
    showToast({ text: noneUnread });
  } catch (error) {
    showFailure(error);
  } finally {
    isLooking = false;
  }
}

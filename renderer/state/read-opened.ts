import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { setRead } from './article-actions.ts';
import { statusOf } from './article-cache.ts';
import { timesKeptUnread } from './kept-unread.ts';
import { readWithStory } from './story-actions.ts';

/** So that holding J to skim does not clear the list. */
const OPEN_MS = 500;

/**
 * Marks an article as read once it has been open for half a second. Marking it unread holds, before that time is over as after it.
 * Returns the way to leave it.
 */
export function readOpened(articleId: ArticleId): () => void {
  const before = timesKeptUnread(articleId);
  const timer = setTimeout(() => {
    if (timesKeptUnread(articleId) > before) return;
    if (statusOf(articleId)?.read === false) void setRead(articleId, true);
    const now = queryClient.getQueryData<Article>(queryKeys.article(articleId));
    if (now) void readWithStory(now);
  }, OPEN_MS);
  return () => clearTimeout(timer);
}

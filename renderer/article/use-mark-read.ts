import { useEffect } from 'react';
import type { Article } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import { setRead } from '../state/article-actions.ts';
import { statusOf } from '../state/article-cache.ts';
import { readWithStory } from '../state/story-actions.ts';
import { useUi } from '../state/ui.ts';

/** So that holding J to skim does not clear the list. */
const OPEN_MS = 500;

/** Marks an article as read once it has been open for half a second. Marking it unread afterwards holds. */
export function useMarkRead(article: Article | undefined): void {
  const articleId = article?.id;
  const visible = useUi((state) => state.layout !== 'narrow' || state.pushed);
  useEffect(() => {
    if (articleId === undefined || !visible) return undefined;
    const timer = setTimeout(() => {
      if (statusOf(articleId)?.read === false) void setRead(articleId, true);
      const now = queryClient.getQueryData<Article>(queryKeys.article(articleId));
      if (now) void readWithStory(now);
    }, OPEN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [articleId, visible]);
}

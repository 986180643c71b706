import { useEffect } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryKeys } from '../client/queries.ts';
import { queryClient } from '../client/query-client.ts';
import { askArticle } from '../state/ask-article.ts';

/** The question for an article's text. */
export function articleQuestion(articleId: ArticleId) {
  return queryOptions({
    queryKey: queryKeys.article(articleId),
    queryFn: () => askArticle(articleId),
    // What is read stays as it is; a copy kept for later would bring a corrected text back.
    gcTime: 0,
  });
}

/** The article as it was when opened: an edit at the source never replaces it by itself. Opened again, it is asked for again. */
export function useArticle(articleId: ArticleId | null): UseQueryResult<Article> {
  useEffect(() => {
    if (articleId === null) return undefined;
    // gcTime waits for a timer, and a key pressed at once comes before it: the text of then would be shown again.
    return () => queryClient.removeQueries({ queryKey: queryKeys.article(articleId), exact: true });
  }, [articleId]);
  return useQuery({ ...articleQuestion(articleId ?? 0), enabled: articleId !== null });
}

import { useEffect } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ArticleEntity } from '../../electron/contract/gazetteer.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { call, onEvent } from '../client/transport.ts';

const ARTICLE_ENTITIES = 'articleEntities';

/** The question for what an article speaks of. */
export function entitiesQuestion(articleId: ArticleId) {
  return queryOptions({ queryKey: [ARTICLE_ENTITIES, articleId], queryFn: async () => (await call('entitiesOf', { articleId })).entities });
}

/** What an article speaks of, as it was when opened: like its text, it is not replaced while somebody reads, unless names were corrected. */
export function useArticleEntities(articleId: ArticleId | null): UseQueryResult<readonly ArticleEntity[]> {
  useEffect(() => {
    if (articleId === null) return undefined;
    const queryKey = [ARTICLE_ENTITIES, articleId];
    let isCorrected = false;
    const stop = onEvent((event) => {
      if (event.kind === 'gazetteer') isCorrected = true;
      if (isCorrected && event.kind === 'names' && (event.articleIds === 'many' || event.articleIds.includes(articleId))) void queryClient.invalidateQueries({ queryKey, exact: true });
    });
    return () => {
      stop();
      queryClient.removeQueries({ queryKey, exact: true });
    };
  }, [articleId]);
  return useQuery({ ...entitiesQuestion(articleId ?? 0), enabled: articleId !== null });
}

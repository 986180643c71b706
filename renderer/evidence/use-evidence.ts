import { useEffect } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { CopyDifference, CopyId, Evidence, FrozenText, Tag } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { throttle } from '../client/throttle.ts';
import { call, onEvent, onMissed } from '../client/transport.ts';
import { showHighlighted } from '../state/article-cache.ts';

const EVIDENCE = 'evidence';
const TAGS = ['tags'];

/** Asks again for what a person added, after this window changed it. */
export async function evidenceChanged(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: [EVIDENCE] }), queryClient.invalidateQueries({ queryKey: TAGS })]);
}

/** Asks again for what a person added to an article when it changes: once for all parts of the page that show it. */
export function useEvidenceChanges(articleId: ArticleId | null): void {
  useEffect(() => {
    if (articleId === null) return undefined;
    const again = throttle(() => void evidenceChanged(), 500);
    const stop = onEvent((event) => {
      if (event.kind === 'articles') again();
      if ((event.kind === 'status' || event.kind === 'images' || event.kind === 'texts') && (event.articleIds === 'many' || event.articleIds.includes(articleId))) again();
    });
    const stopMissed = onMissed(again);
    return () => {
      stop();
      stopMissed();
    };
  }, [articleId]);
}

/** The question for what a person added to an article. */
export function evidenceQuestion(articleId: ArticleId) {
  return queryOptions({
    queryKey: [EVIDENCE, articleId],
    queryFn: async () => {
      const answer = await call('evidence', { articleId });
      // The list is not asked again for what this window did itself.
      showHighlighted(articleId, answer.highlights.length > 0);
      return answer;
    },
  });
}

/** What a person added to an article, and its copies; the page that it is part of follows what changes them. */
export function useEvidence(articleId: ArticleId | null): UseQueryResult<Evidence> {
  return useQuery({ ...evidenceQuestion(articleId ?? 0), enabled: articleId !== null });
}

/** Every tag in use, for completion. */
export function useTags(): UseQueryResult<readonly Tag[]> {
  return useQuery({ queryKey: TAGS, queryFn: async () => (await call('tags', {})).tags });
}

/** A copy never changes; its images may still come. */
export function useCopy(copyId: CopyId): UseQueryResult<FrozenText> {
  return useQuery({ queryKey: ['copy', copyId], queryFn: () => call('getCopy', { copyId }) });
}

export function useDifference(from: CopyId, to: CopyId): UseQueryResult<CopyDifference> {
  return useQuery({ queryKey: ['difference', from, to], queryFn: () => call('compareCopies', { from, to }) });
}

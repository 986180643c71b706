import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ArticleId } from '../../electron/contract/model.ts';
import type { Story } from '../../electron/contract/stories.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';

/** The story of an article, followed as it changes. */
export function useStory(articleId: ArticleId): UseQueryResult<Story> {
  return useQuery({ queryKey: queryKeys.story(articleId), queryFn: () => call('story', { articleId }) });
}

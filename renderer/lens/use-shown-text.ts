import { useQuery } from '@tanstack/react-query';
import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryKeys } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import type { ShownText } from '../client/lens-queries.ts';
import { useEvidenceOf } from '../evidence/evidence-state.ts';

/** The article that the article pane has asked for, without asking again. */
export function useOpenArticle(articleId: ArticleId): Article | undefined {
  return useQuery({ queryKey: queryKeys.article(articleId), queryFn: () => call('getArticle', { articleId }), enabled: false, gcTime: 0 }).data;
}

/** Which text of the open article is on the screen; null until it is. */
export function useShownText(articleId: ArticleId): ShownText | null {
  const article = useOpenArticle(articleId);
  const { shown } = useEvidenceOf(articleId);
  return article ? { articleId, text: article.textOrigin, copyId: shown?.kind === 'copy' ? shown.id : null } : null;
}

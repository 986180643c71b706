import type { Article, ArticleId } from '../../electron/contract/model.ts';
import { queryClient } from '../client/query-client.ts';
import { queryKeys } from '../client/queries.ts';
import type { RowPatch } from './agreement.ts';
import { patchRows, rowOf } from './listing.ts';

/** The status of an article as the screen knows it. */
export function statusOf(articleId: ArticleId): { readonly read: boolean; readonly bookmarked: boolean; readonly pinned: boolean; readonly url: string | null; readonly title: string } | undefined {
  return queryClient.getQueryData<Article>(queryKeys.article(articleId)) ?? rowOf(articleId);
}

const OWN_MS = 3000;

/** Until when an event about an article is taken for the echo of this window's own change. */
const own = new Map<ArticleId, number>();

/** Notes that this window is changing an article and shows that already. */
export function noteOwnChange(articleId: ArticleId): void {
  own.set(articleId, Date.now() + OWN_MS);
}

/** Whether an event tells only of what this window did itself. */
export function isOwnChange(articleIds: readonly ArticleId[]): boolean {
  const now = Date.now();
  for (const [articleId, until] of own) {
    if (until < now) own.delete(articleId);
  }
  return articleIds.every((articleId) => own.has(articleId));
}

/** Shows in the list whether an article has highlights, as its evidence just told. */
export function showHighlighted(articleId: ArticleId, highlighted: boolean): void {
  const row = rowOf(articleId);
  if (row && row.highlighted !== highlighted) showStatus([articleId], { highlighted });
}

/** Shows a change of status at once, in the list and in the open article. */
export function showStatus(articleIds: readonly ArticleId[], patch: RowPatch): void {
  const ids = new Set(articleIds);
  patchRows((row) => ids.has(row.id), patch);
  for (const articleId of ids) {
    queryClient.setQueryData<Article>(queryKeys.article(articleId), (article) => (article ? { ...article, ...patch } : article));
  }
}

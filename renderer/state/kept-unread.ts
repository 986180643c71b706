import type { ArticleId } from '../../electron/contract/model.ts';

/** How often each was. */
const kept = new Map<ArticleId, number>();

/** Notes that a person wants these unread: while this window stands, scrolling past does not mark them. */
export function keepUnread(articleIds: Iterable<ArticleId>): void {
  for (const articleId of articleIds) kept.set(articleId, timesKeptUnread(articleId) + 1);
}

/** Whether a person marked it unread in this window. */
export function isKeptUnread(articleId: ArticleId): boolean {
  return kept.has(articleId);
}

/** How often a person did. */
export function timesKeptUnread(articleId: ArticleId): number {
  return kept.get(articleId) ?? 0;
}

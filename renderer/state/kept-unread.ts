import type { ArticleId } from '../../electron/contract/model.ts';

const kept = new Set<ArticleId>();

/** Notes that a person wants these unread: while this window stands, scrolling past does not mark them. */
export function keepUnread(articleIds: Iterable<ArticleId>): void {
  for (const articleId of articleIds) kept.add(articleId);
}

/** Whether a person marked it unread in this window. */
export function isKeptUnread(articleId: ArticleId): boolean {
  return kept.has(articleId);
}

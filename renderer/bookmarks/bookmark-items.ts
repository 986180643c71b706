import type { BookmarkOrder, BookmarkSummary } from '../../electron/contract/bookmark.ts';
import type { ArticleId } from '../../electron/contract/model.ts';

/** What stands in the list, from top to bottom: heads of months or of sources, and rows. */
export type BookmarkItem =
  | { readonly kind: 'month'; readonly key: string; readonly at: number }
  | { readonly kind: 'source'; readonly key: string; readonly title: string }
  | { readonly kind: 'row'; readonly key: ArticleId; readonly row: BookmarkSummary; readonly index: number; readonly last: boolean };

/** The day that a row tells: that by which the list is ordered. */
export function dayOf({ bookmarkedAt, sortAt }: Pick<BookmarkSummary, 'bookmarkedAt' | 'sortAt'>, order: BookmarkOrder): number {
  return order === 'saved' ? bookmarkedAt : sortAt;
}

function monthOf(at: number): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth()).getTime();
}

function headOf(row: BookmarkSummary, order: BookmarkOrder): Exclude<BookmarkItem, { kind: 'row' }> {
  if (order === 'source') return { kind: 'source', key: `source:${row.feedId}:${row.feedTitle}`, title: row.feedTitle };
  const at = monthOf(dayOf(row, order));
  return { kind: 'month', key: `month:${at}`, at };
}

/** Rows under a head for each month, or for each source where they are ordered so. */
export function bookmarkItems(rows: readonly BookmarkSummary[], order: BookmarkOrder): readonly BookmarkItem[] {
  const heads = rows.map((row) => headOf(row, order));
  const used = new Map<string, number>();
  return rows.flatMap((row, index): BookmarkItem[] => {
    const head = heads[index];
    const item: BookmarkItem = { kind: 'row', key: row.id, row, index, last: heads[index + 1]?.key !== head?.key };
    if (!head || heads[index - 1]?.key === head.key) return [item];
    // A publisher's clock may be wrong, so that a month comes twice.
    const times = used.get(head.key) ?? 0;
    used.set(head.key, times + 1);
    return [times === 0 ? head : { ...head, key: `${head.key}:${times}` }, item];
  });
}

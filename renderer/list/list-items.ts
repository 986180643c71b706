import type { ArticleId, ArticleOrder, ArticleSummary } from '../../electron/contract/model.ts';

/** What stands in the list, from top to bottom: group heads and rows. */
export type ListItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'headline-only'; readonly key: string }
  | { readonly kind: 'row'; readonly key: ArticleId; readonly row: ArticleSummary; readonly index: number; readonly last: boolean };

/** Start of the local day, as epoch milliseconds. */
export function dayStart(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Rows under a head for each local day; in the order `kept`, what is not on this device comes under a head of its own without days. */
export function listItems(rows: readonly ArticleSummary[], order: ArticleOrder): readonly ListItem[] {
  const items: ListItem[] = [];
  let head = '';
  for (const [index, row] of rows.entries()) {
    const apart = order === 'kept' && row.kept === 'headline';
    const day = dayStart(row.sortAt);
    const next = apart ? 'headline-only' : `day:${day}`;
    if (next !== head) {
      items.push(apart ? { kind: 'headline-only', key: next } : { kind: 'day', key: next, at: day });
      head = next;
    }
    const after = rows[index + 1];
    const last =
      after === undefined || (apart ? after.kept !== 'headline' : dayStart(after.sortAt) !== day || (order === 'kept' && after.kept === 'headline'));
    items.push({ kind: 'row', key: row.id, row, index, last });
  }
  return items;
}

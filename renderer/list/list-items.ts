import type { ArticleId, ArticleOrder } from '../../electron/contract/model.ts';
import type { ListedArticle } from '../state/ask-listing.ts';

/** `found`: what a search gives, in its own order and without heads. */
export type ItemOrder = ArticleOrder | 'found';

/** What stands in the list, from top to bottom: group heads and rows. */
export type ListItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'headline-only'; readonly key: string }
  | { readonly kind: 'row'; readonly key: ArticleId; readonly row: ListedArticle; readonly index: number; readonly last: boolean }
  /** A report below the row of its story; `report` is its place there, from 1. */
  | { readonly kind: 'report'; readonly key: ArticleId; readonly row: ListedArticle; readonly index: number; readonly report: number; readonly reports: number };

/** Whether it is a headline, not a head. */
export function isHeadline(item: ListItem | undefined): item is Extract<ListItem, { readonly kind: 'row' | 'report' }> {
  return item?.kind === 'row' || item?.kind === 'report';
}

/** Start of the local day, as epoch milliseconds. */
export function dayStart(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/**
 * Starts of local days, asked in the order of a list: rows of one day stand together, and asking the calendar for each of a hundred
 * thousand would take longer than a frame.
 */
function dayStarts(): (at: number) => number {
  let start = 0;
  let end = 0;
  return (at) => {
    if (at < start || at >= end) {
      start = dayStart(at);
      // Days are shorter and longer where the clocks change.
      end = new Date(start).setDate(new Date(start).getDate() + 1);
    }
    return start;
  };
}

/** Rows under a head for each local day, but for what was found; in the order `kept`, what is not on this device comes under a head of its own without days. */
export function listItems(rows: readonly ListedArticle[], order: ItemOrder, opened: ReadonlyMap<ArticleId, readonly ListedArticle[]> = new Map()): readonly ListItem[] {
  if (order === 'found') return rows.map((row, index) => ({ kind: 'row', key: row.id, row, index, last: index === rows.length - 1 }));
  const items: ListItem[] = [];
  const startOf = dayStarts();
  let head = '';
  let below = 0;
  for (const [index, row] of rows.entries()) {
    const apart = order === 'kept' && row.kept === 'headline';
    const day = startOf(row.sortAt);
    const next = apart ? 'headline-only' : `day:${day}`;
    if (next !== head) {
      items.push(apart ? { kind: 'headline-only', key: next } : { kind: 'day', key: next, at: day });
      head = next;
    }
    const after = rows[index + 1];
    const last =
      after === undefined || (apart ? after.kept !== 'headline' : startOf(after.sortAt) !== day || (order === 'kept' && after.kept === 'headline'));
    items.push({ kind: 'row', key: row.id, row, index: index + below, last });
    const reports = opened.get(row.id) ?? [];
    for (const [at, report] of reports.entries()) items.push({ kind: 'report', key: report.id, row: report, index: index + ++below, report: at + 1, reports: reports.length });
  }
  return items;
}

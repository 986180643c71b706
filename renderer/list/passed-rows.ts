import { isHeadline, type ListItem } from './list-items.ts';
import type { ListedArticle } from '../state/ask-listing.ts';

/** What was in sight when the list was last looked at: the first item, and the indexes from it to the last. */
export interface Sight {
  readonly key: ListItem['key'];
  readonly from: number;
  readonly to: number;
}

/**
 * The headlines that were in sight and stand above `top` now, the index of the first item that is. Of one continuous scroll
 * (`through`) those between too, which went by faster than anybody looked; a jump passes none that it leapt over.
 */
export function passedRows(items: readonly ListItem[], before: Sight, top: number, through: boolean): readonly ListedArticle[] {
  const from = items[before.from]?.key === before.key ? before.from : items.findIndex(({ key }) => key === before.key);
  if (from === -1) return [];
  const end = through ? top : Math.min(top, from + before.to - before.from + 1);
  return items.slice(from, Math.max(from, end)).flatMap((item) => (isHeadline(item) ? [item.row] : []));
}

import type { ArticleId } from '../../contract/model.ts';
import type { ArticleOutline } from '../normalize/incoming-article.ts';
import type { Store } from './store.ts';

/** Articles that can share one millisecond. */
const SEATS = 2048;
const DAY = 24 * 60 * 60_000;

/** The time that an id was made from, epoch milliseconds. */
export function sortAtOf(id: ArticleId): number {
  return Math.floor(id / SEATS);
}

/** The first id of a moment: every article at or after `time` has an id at or above it. */
export function firstIdAt(time: number): ArticleId {
  return Math.max(0, Math.floor(time)) * SEATS;
}

/**
 * Where a new article goes in time. Never after its arrival, so that a date in the future pins nothing to the top; and
 * the undated backlog of a new feed is not dated now, but a day before, in its own order.
 */
export function placeInTime(article: ArticleOutline, { arrival, backlog, index }: { arrival: number; backlog: boolean; index: number }): number {
  const told = article.placedAt ?? article.publishedAt;
  if (told !== null) return Math.min(told, arrival);
  return backlog ? arrival - DAY - index * 1000 : arrival;
}

/**
 * The next free id of a moment, above all that it has; a full moment goes on in the next millisecond. Ids of articles
 * that are gone stay taken: their statuses outlive them.
 */
export function freeId(store: Store, time: number): ArticleId {
  // 1 is the first id that the contract allows.
  for (let first = Math.max(1, firstIdAt(time)); ; first = firstIdAt(sortAtOf(first) + 1)) {
    const end = firstIdAt(sortAtOf(first) + 1);
    const row = store.get<{ top: number | null }>('SELECT max(article_id) AS top FROM statuses WHERE article_id >= ? AND article_id < ?', first, end);
    const next = (row?.top ?? first - 1) + 1;
    if (next < end) return next;
  }
}

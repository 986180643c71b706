import type { ItemFacts } from './known-item.ts';

const EARLIEST = Date.UTC(1990, 0, 1);
const DAY = 24 * 60 * 60_000;
const HOUR = 60 * 60_000;

/** A date that can be meant: not before 1990, not more than a day ahead of `now`. */
export function believable(time: number | null, now: number): number | null {
  return time !== null && time >= EARLIEST && time <= now + DAY ? time : null;
}

/** When an item says that it was published; the date of its last change where that is all it says. */
export function publishedAt(item: Pick<ItemFacts, 'publishedAt' | 'updatedAt'>, now: number): number | null {
  return believable(item.publishedAt, now) ?? believable(item.updatedAt, now);
}

function neighbours(dates: readonly (number | null)[]): (number | null)[] {
  const after: (number | null)[] = [];
  let next: number | null = null;
  for (let at = dates.length - 1; at >= 0; at--) {
    next = dates[at] ?? next;
    after[at] = next;
  }
  let before: number | null = null;
  return dates.map((date, at) => {
    if (date !== null) {
      before = date;
      return date;
    }
    const following = after[at] ?? null;
    return before !== null && following !== null ? Math.round((before + following) / 2) : (before ?? following);
  });
}

/**
 * Where each item of a document goes in time. An undated one stands between its dated neighbours. Where none has a date,
 * the feed's own clock dates the first and each one after it an hour earlier; a clock that shows the moment of the
 * request tells nothing, or a new feed's whole backlog would count as today's.
 */
export function placeItems(dates: readonly (number | null)[], clock: number | null, now: number): (number | null)[] {
  if (dates.some((date) => date !== null)) return neighbours(dates);
  const told = believable(clock, now);
  if (told === null || told > now - HOUR) return dates.map(() => null);
  return dates.map((_, at) => Math.max(EARLIEST, told - at * HOUR));
}

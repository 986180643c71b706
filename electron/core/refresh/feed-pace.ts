import type { FeedKind } from '../../contract/model.ts';
import type { PaceFacts } from '../store/pace-facts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Used where the person turned unattended refreshes off: what is due means something then, too. */
const DEFAULT_MINUTES = 30;
const LEAST_MINUTES = 5;
/** A page is heavier than a feed, has no validators that hold, and was not made to be asked by programs. */
const LEAST_FOR_PAGE = HOUR;
/** Where nothing is known of what it publishes. */
const UNKNOWN = { feed: 2 * HOUR, page: 6 * HOUR } as const;
export const CEILING_MS = DAY;
/** Asks for each article that is to be expected: on average it is read after an eighth of the time between two. */
const ASKS_AN_ARTICLE = 4;
/** A burst shows in this many articles. */
const BURST = 5;
/** A feed that let its whole window pass in a few days may do so again; what it did last year says little. */
const LATELY = 7 * DAY;

export interface FeedPace {
  /** Between two asks. */
  readonly everyMs: number;
  readonly reason: 'pace' | 'floor' | 'ceiling';
  /** Mean time between its articles; null where too few tell. */
  readonly usualMs: number | null;
}

export interface FeedPaceOptions extends PaceFacts {
  readonly kind: FeedKind;
  /** As the settings say; 0 where the person turned unattended refreshes off. */
  readonly refreshMinutes: number;
  readonly now: number;
}

/** The shortest time between two unattended asks of a source, in milliseconds. */
export function floorMs(kind: FeedKind, refreshMinutes: number): number {
  const asked = Math.max(LEAST_MINUTES, refreshMinutes > 0 ? refreshMinutes : DEFAULT_MINUTES) * MINUTE;
  return Math.min(CEILING_MS, kind === 'page' ? Math.max(LEAST_FOR_PAGE, asked) : asked);
}

/**
 * How often a source is asked, by how often it publishes: four times an article that is to be expected, between the floor
 * of the settings and a day. A feed that holds few items is asked at least every hour an item of its window, and so often
 * that no more than half of the window can pass as fast as it lately did.
 */
export function feedPace({ kind, times, windowItems, refreshMinutes, now }: FeedPaceOptions): FeedPace {
  const floor = floorMs(kind, refreshMinutes);
  const wanted = Math.min(wantedMs(kind, times, now), windowMs(times, windowItems, now));
  const everyMs = Math.round(Math.min(CEILING_MS, Math.max(floor, wanted)));
  const reason = everyMs <= floor ? 'floor' : everyMs >= CEILING_MS ? 'ceiling' : 'pace';
  return { everyMs, reason, usualMs: usualMs(times) };
}

function usualMs(times: readonly number[]): number | null {
  const [newest, oldest] = [times[0], times.at(-1)];
  return newest === undefined || oldest === undefined || times.length < 3 ? null : (newest - oldest) / (times.length - 1);
}

function wantedMs(kind: FeedKind, times: readonly number[], now: number): number {
  if (times.length === 0) return kind === 'page' ? UNKNOWN.page : UNKNOWN.feed;
  // The silence since the last one counts, so that a source that falls quiet is asked less and less.
  const apart = (count: number): number => Math.max(0, now - (times[count - 1] ?? now)) / count;
  const gap = Math.min(apart(times.length), apart(Math.min(BURST, times.length)));
  return gap / ASKS_AN_ARTICLE;
}

function windowMs(times: readonly number[], windowItems: number | null, now: number): number {
  if (windowItems === null || windowItems === 0) return Infinity;
  let shortest = Infinity;
  for (let at = 0; at + windowItems < times.length; at++) {
    const [newest = now, oldest = now] = [times[at], times[at + windowItems]];
    if (now - newest <= LATELY) shortest = Math.min(shortest, newest - oldest);
  }
  return Math.min(windowItems * HOUR, shortest / 2);
}

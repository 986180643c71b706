import type { SkipReason } from '../../contract/model.ts';
import { hostOf } from '../fetch/address.ts';
import type { LeftOut } from '../store/activity.ts';
import type { FeedRecord } from '../store/records.ts';

export interface DueOptions {
  readonly now: number;
  /** Leave out those whose time has not come; else a person asked, and only what a server forbids is left out. */
  readonly onlyDue: boolean;
  /** A person named these feeds: they are asked although they are paused or gone, but never while their host wants rest. */
  readonly named?: boolean;
  /** Host to the time before which it does not want to be asked (Retry-After, RFC 9110 section 10.2.3). */
  readonly hostHolds: ReadonlyMap<string, number>;
}

export interface DueFeeds {
  readonly due: FeedRecord[];
  readonly skipped: LeftOut[];
}

/** No rule of ours puts an ask off for longer: a later time was written under a clock that was wrong. */
const LONGEST_WAIT = 8 * 24 * 60 * 60_000;

/** Which feeds to ask now, and for each one left out the reason and until when. */
export function dueFeeds(feeds: readonly FeedRecord[], options: DueOptions): DueFeeds {
  const due: FeedRecord[] = [];
  const skipped: LeftOut[] = [];
  for (const feed of feeds) {
    const left = whyNot(feed, options);
    if (left) skipped.push({ feedId: feed.id, ...left });
    else due.push(feed);
  }
  return { due, skipped };
}

function left(reason: SkipReason, until: number | null = null): Omit<LeftOut, 'feedId'> {
  return { reason, until, why: null };
}

function whyNot(feed: FeedRecord, { now, onlyDue, named = false, hostHolds }: DueOptions): Omit<LeftOut, 'feedId'> | null {
  if (feed.paused && !named) return left('paused');
  if (feed.failure?.code === 'gone' && !named) return left('gone');
  const heldUntil = hostHolds.get(hostOf(feed.feedUrl));
  if (heldUntil !== undefined && heldUntil > now) return left('hostHeld', heldUntil);
  if (!onlyDue || feed.nextAt === null || feed.nextAt <= now || feed.nextAt > now + LONGEST_WAIT) return null;
  return { reason: 'notDue', until: feed.nextAt, why: feed.nextReason };
}

import type { FeedId, SkipReason } from '../../contract/model.ts';
import type { FeedRecord } from '../store/records.ts';
import { hostOf } from '../fetch/address.ts';

export interface DueOptions {
  readonly now: number;
  /** Leave out those whose time has not come; else a person asked, and only what a server forbids is left out. */
  readonly onlyDue: boolean;
  /** Host to the time before which it does not want to be asked (Retry-After, RFC 9110 section 10.2.3). */
  readonly hostHolds: ReadonlyMap<string, number>;
}

export interface DueFeeds {
  readonly due: FeedRecord[];
  readonly skipped: { readonly feedId: FeedId; readonly reason: SkipReason }[];
}

/** Which feeds to ask now, and for each one left out the reason. */
export function dueFeeds(feeds: readonly FeedRecord[], options: DueOptions): DueFeeds {
  const due: FeedRecord[] = [];
  const skipped: { feedId: FeedId; reason: SkipReason }[] = [];
  for (const feed of feeds) {
    const reason = whyNot(feed, options);
    if (reason) skipped.push({ feedId: feed.id, reason });
    else due.push(feed);
  }
  return { due, skipped };
}

function whyNot(feed: FeedRecord, { now, onlyDue, hostHolds }: DueOptions): SkipReason | null {
  if (feed.failure?.code === 'gone') return 'gone';
  const heldUntil = hostHolds.get(hostOf(feed.feedUrl));
  if (heldUntil !== undefined && heldUntil > now) return 'hostHeld';
  if (onlyDue && feed.nextAt !== null && feed.nextAt > now) return 'notDue';
  return null;
}

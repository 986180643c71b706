import { hostOf } from '../fetch/address.ts';
import type { FeedRecord } from '../store/records.ts';

const PROBES = 3;

/**
 * A few feeds of different hosts whose answer shows that the network is back: some that answered last time, others each
 * time, for the same three may all have died meanwhile. `random`: 0 to 1.
 */
export function probesOf(due: readonly FeedRecord[], random: () => number): FeedRecord[] {
  if (due.length <= PROBES) return [...due];
  const shuffled = due.map((feed) => ({ feed, order: (feed.failures > 0 ? 1 : 0) + random() })).sort((a, b) => a.order - b.order);
  const byHost = new Map<string, FeedRecord>();
  for (const { feed } of shuffled) {
    const host = hostOf(feed.feedUrl);
    if (!byHost.has(host)) byHost.set(host, feed);
    if (byHost.size === PROBES) break;
  }
  return [...byHost.values()];
}

import { followChangedParts } from './changed-parts.ts';
import type { ChangedParts } from './changed-parts.ts';
import type { FeedsAnswer } from './queries.ts';
import { queryKeys } from './queries.ts';
import { call } from './transport.ts';

/** Each answer of a refresh changes a feed. */
const SOME_EVERY_MS = 1000;
/** A person waits for what they did to their sources. */
const ALL_EVERY_MS = 250;

/** Keeps the list of sources true. */
export function followChangedFeeds(): ChangedParts {
  return followChangedParts<FeedsAnswer>({
    queryKey: queryKeys.feeds,
    ask: (feedIds) => call('listFeeds', { feedIds }),
    merge: (held, asked, { feeds, folders }) => ({ feeds: [...held.feeds.filter(({ id }) => !asked.has(id)), ...feeds].toSorted((a, b) => a.id - b.id), folders }),
    someEveryMs: SOME_EVERY_MS,
    allEveryMs: ALL_EVERY_MS,
    restTimes: 0,
  });
}

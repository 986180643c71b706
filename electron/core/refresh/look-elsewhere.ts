import type { FeedId } from '../../contract/model.ts';
import { ReaderError } from '../../contract/errors.ts';
import { hostOf } from '../fetch/address.ts';
import { publicAddress } from '../secret-address.ts';
import { findFeedByUrl } from '../store/feeds.ts';
import { hostHolds, isHolding } from '../store/host-holds.ts';
import type { Store } from '../store/open-store.ts';
import type { Ingest } from './ingest-job.ts';

const DAY = 24 * 60 * 60_000;
/** A feed may be away for a week-end. */
const PATIENT_MS = 3 * DAY;
/** Sites looked at in one go: a search asks a site several times. */
const MOST = 3;

export interface LookElsewhereParts {
  readonly store: Store;
  readonly ingest: Ingest;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

interface Lost {
  readonly id: FeedId;
  readonly feedUrl: string;
  readonly siteUrl: string;
}

/**
 * Looks, once a day, at the sites of feeds that have been 404 for three days or are gone, whether they name a feed at
 * another address, and remembers it: a person is offered it, and nothing is switched by itself. Answers with the feeds for
 * which one was found. Rejects only for faults of the store.
 */
export async function lookElsewhere({ store, ingest, now, signal }: LookElsewhereParts): Promise<FeedId[]> {
  const lost = store.all<Lost>(
    `SELECT id, feed_url AS feedUrl, site_url AS siteUrl FROM feeds
     WHERE subscribed = 1 AND paused = 0 AND failure_code IN ('not-found', 'gone') AND site_url IS NOT NULL
       AND failing_since <= ?1 AND (ifnull(looked_at, 0) <= ?2 OR looked_at > ?3) AND found_url IS NULL
     ORDER BY ifnull(looked_at, 0), id`,
    now() - PATIENT_MS, now() - DAY, now(),
  );
  const resting = new Set(hostHolds(store).filter((hold) => isHolding(hold, now())).map(({ host }) => host));
  const free = lost.filter(({ siteUrl }) => !resting.has(hostOf(siteUrl))).slice(0, MOST);
  const found: FeedId[] = [];
  for (const feed of free) {
    if (signal.aborted) break;
    // Before the look: a site that takes the search down with it is not looked at again at once.
    store.run('UPDATE feeds SET looked_at = ? WHERE id = ?', now(), feed.id);
    const url = await otherAddress(feed, { store, ingest, now });
    if (url !== null && store.run('UPDATE feeds SET found_url = ? WHERE id = ? AND failure_code IS NOT NULL', url, feed.id) > 0) found.push(feed.id);
  }
  return found;
}

async function otherAddress({ feedUrl, siteUrl }: Lost, { store, ingest, now }: Omit<LookElsewhereParts, 'signal'>): Promise<string | null> {
  try {
    const { candidates } = await ingest.discover(siteUrl, now(), { unattended: { document: feedUrl } });
    const own = candidates.filter(({ feedUrl: url, comments, otherHost }) => !comments && otherHost === null && publicAddress(url) === url);
    return own.find((candidate) => candidate.feedUrl !== feedUrl && findFeedByUrl(store, candidate.feedUrl) === null)?.feedUrl ?? null;
  } catch (error) {
    if (error instanceof ReaderError) return null;
    throw error;
  }
}

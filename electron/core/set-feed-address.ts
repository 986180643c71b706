import type { AnswerOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId } from '../contract/model.ts';
import { normalizeAddress } from './fetch/address.ts';
import { toFeed } from './query/list-feeds.ts';
import { keepDocument } from './refresh/keep-answer.ts';
import { feedRecord, findFeedByUrl } from './store/feeds.ts';
import { moveFeedTo } from './store/follow-move.ts';
import { readFeed, type SubscribingParts } from './subscribing.ts';

/**
 * Follows a source at another address from now on, once that has answered with a feed, or with a page that names one; all
 * or nothing. What it holds is matched with what we have: articles, read marks and bookmarks stay. Rejects with
 * `feed-missing`, `already-subscribed` (detail.feedId, title) or what kept the feed from being read.
 */
export async function setFeedAddress(parts: SubscribingParts, feedId: FeedId, url: string): Promise<AnswerOf<'setFeedAddress'>> {
  const { store, now, refreshMinutes } = parts;
  feedRecord(store, feedId);
  const { feedUrl, result } = await readFeed(parts, url, normalizeAddress(url), feedId);
  const address = result.permanentUrl ?? feedUrl;
  return store.transaction(() => {
    // Between asking and storing, someone else may have followed it.
    if (!moveFeedTo(store, feedId, address)) {
      const other = findFeedByUrl(store, address);
      throw new ReaderError('already-subscribed', 'this feed is followed already', { feedId: other?.id ?? null, title: other?.title ?? null });
    }
    const { added } = keepDocument(store, feedRecord(store, feedId), { ...result, permanentUrl: null }, { now: now(), refreshMinutes: refreshMinutes() });
    return { feed: toFeed(feedRecord(store, feedId)), added: added.length };
  });
}

import type { AnswerOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId } from '../contract/model.ts';
import type { PageRules } from '../contract/page.ts';
import { toFeed } from './query/list-feeds.ts';
import { feedRecord } from './store/feeds.ts';
import { keepPageRules } from './store/page-rules.ts';
import { readPage, storeAnswer } from './subscribing.ts';
import type { SubscribingParts } from './subscribing.ts';

/**
 * Reads a followed page by other rules from now on; all or nothing: the page is read by them first, and what it gives is stored
 * with them. Articles that are known stay what they are. Rejects with `feed-missing`, with `invalid-argument` for what is no
 * page, or with what kept the page from being read (`no-list-found` where the rules find nothing).
 */
export async function setPageRules(parts: SubscribingParts, feedId: FeedId, rules: PageRules): Promise<AnswerOf<'setPageRules'>> {
  const { store, logins } = parts;
  const { feedUrl, page } = feedRecord(store, feedId);
  if (page === null) throw new ReaderError('invalid-argument', `feed ${feedId} is no page`, { method: 'setPageRules', path: 'feedId', reason: 'no page' });
  const { result } = await readPage(parts, feedUrl, rules, { login: await logins.find(feedId), own: feedId });
  return store.transaction(() => {
    feedRecord(store, feedId);
    const added = storeAnswer(parts, feedId, result);
    keepPageRules(store, feedId, rules, result.pageDates?.dated);
    return { feed: toFeed(feedRecord(store, feedId)), added };
  });
}

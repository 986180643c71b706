import type { AnswerOf } from '../contract/api.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId } from '../contract/model.ts';
import { mayHear, type Login } from './fetch/login.ts';
import { kindOf, signedAddress, type SignedAddress } from './logins.ts';
import { ownAddress } from './own-address.ts';
import { toFeed } from './query/list-feeds.ts';
import { keepDocument } from './refresh/keep-answer.ts';
import { feedRecord, findFeedByUrl, setFeedCredentials } from './store/feeds.ts';
import { moveFeedTo } from './store/follow-move.ts';
import { readFeed, type SubscribingParts } from './subscribing.ts';

/**
 * Follows a source at another address from now on, once that has answered with a feed, or with a page that names one; all
 * or nothing. What it holds is matched with what we have: articles, read marks and bookmarks stay. Its sign-in goes along where
 * the new address may hear it. Rejects with `feed-missing`, `already-subscribed` (detail.feedId, title) or what kept the feed
 * from being read.
 */
export async function setFeedAddress(parts: SubscribingParts, feedId: FeedId, url: string): Promise<AnswerOf<'setFeedAddress'>> {
  const { store, logins, now, refreshMinutes } = parts;
  const before = feedRecord(store, feedId);
  const signed = signedAddress(url, null);
  const kept = (await logins.find(feedId)) ?? signedAddress(before.feedUrl, null).login;
  const login = loginAt(signed, kept) ?? logins.recall(signed.address);
  const asked = login ? await ownAddress(parts, signed.address, login, feedId) : signed.address;
  const { feedUrl, result } = await readFeed(parts, signed.written, asked, { login, own: feedId });
  const address = result.permanentUrl ?? feedUrl;
  const answer = store.transaction(() => {
    // Between asking and storing, someone else may have followed it.
    if (!moveFeedTo(store, feedId, address)) {
      const other = findFeedByUrl(store, address);
      throw new ReaderError('already-subscribed', 'this feed is followed already', { feedId: other?.id ?? null, title: other?.title ?? null });
    }
    if (login) setFeedCredentials(store, feedId, { kind: kindOf(login), feedUrl: address });
    const { added } = keepDocument(store, feedRecord(store, feedId), { ...result, permanentUrl: null }, { now: now(), refreshMinutes: refreshMinutes() });
    return { feed: toFeed(feedRecord(store, feedId)), added: added.length };
  });
  // One that may not be heard there stays where it is, bound to its origin: the person may go back.
  if (login === null) return answer;
  const { lasting } = await logins.keep(feedId, login);
  return lasting ? answer : { ...answer, notice: 'keychain-missing' };
}

/** What signs in at a new address: what stands in it, over what the source had at the same origin. */
function loginAt({ address, login }: SignedAddress, kept: Login | null): Login | null {
  if (kept === null || !mayHear(kept.origin, new URL(address))) return login;
  if (login === null) return kept;
  return { ...login, credentials: login.credentials ?? kept.credentials, parts: { ...kept.parts, ...login.parts } };
}

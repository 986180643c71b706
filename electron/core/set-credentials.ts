import type { AnswerOf } from '../contract/api.ts';
import type { AddressKeys, Credentials } from '../contract/credentials.ts';
import { ReaderError } from '../contract/errors.ts';
import type { FeedId } from '../contract/model.ts';
import { mayHear, type Login } from './fetch/login.ts';
import { storeSignedIn } from './own-address.ts';
import { toFeed } from './query/list-feeds.ts';
import { ingestJob } from './refresh/ask-feed.ts';
import { keepDocument, keepNotModified } from './refresh/keep-answer.ts';
import { maskedParts, splitAddress } from './secret-address.ts';
import { feedRecord } from './store/feeds.ts';
import type { SubscribingParts } from './subscribing.ts';

/**
 * Signs a feed in with something else once it has answered to that, and stores what it answered; null signs it out. Rejects
 * with `feed-missing`, `invalid-argument` (keys for an address that has none) or what the feed failed with; nothing has changed then.
 */
export async function setCredentials(
  parts: SubscribingParts,
  feedId: FeedId,
  credentials: Credentials | AddressKeys | null,
): Promise<AnswerOf<'setCredentials'>> {
  const { store, logins, now, refreshMinutes } = parts;
  const feed = feedRecord(store, feedId);
  const { address, parts: own } = splitAddress(feed.feedUrl);
  const kept = await logins.find(feedId);
  // A source that has moved to another host takes nothing along that was given to the first.
  const known = kept && mayHear(kept.origin, new URL(address)) ? kept : null;
  const login = nextLogin({ origin: new URL(address).origin, credentials: known?.credentials ?? null, parts: { ...own, ...known?.parts } }, address, credentials);
  if (credentials === null) {
    await logins.keep(feedId, login);
    return { feed: toFeed(storeSignedIn(store, feedId, { address, login: null })) };
  }
  const job = ingestJob(feed, { now: now(), whole: true });
  // A person asks now, and wants to know of the sign-in rather than of what has become of a page.
  const result = await parts.ingest.feed({ ...job, page: job.page ? { ...job.page, before: null } : null, robots: false, feedUrl: address, signIn: null, login });
  if (result.kind === 'failed') throw new ReaderError(result.code, `the feed refused the sign-in: ${result.code}`, result.detail);
  store.transaction(() => {
    const signed = storeSignedIn(store, feedId, { address, login });
    const options = { now: now(), refreshMinutes: refreshMinutes() };
    if (result.kind === 'fresh') keepDocument(store, signed, result, options);
    else keepNotModified(store, signed, result, options);
  });
  const { lasting } = await logins.keep(feedId, login);
  return { feed: toFeed(feedRecord(store, feedId)), ...(lasting ? {} : { notice: 'keychain-missing' as const }) };
}

function nextLogin(known: Login, address: string, credentials: Credentials | AddressKeys | null): Login | null {
  if (credentials === null) return known.credentials !== null && Object.keys(known.parts).length > 0 ? { ...known, credentials: null } : null;
  if (credentials.kind !== 'url') return { ...known, credentials };
  const names = maskedParts(address);
  const unknown = Object.keys(credentials.keys).find((name) => !names.includes(name));
  if (unknown !== undefined || names.length === 0) {
    throw new ReaderError('invalid-argument', 'the address has no such part', { path: 'credentials.keys', reason: 'no such part' });
  }
  const keys = Object.fromEntries(Object.entries(credentials.keys).map(([name, key]) => [name, encodeURIComponent(key)]));
  return { ...known, parts: { ...known.parts, ...keys } };
}

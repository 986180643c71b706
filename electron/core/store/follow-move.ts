import type { FeedId } from '../../contract/model.ts';
import { makeWay } from './feeds.ts';
import type { FeedRecord } from './records.ts';
import type { Store } from './store.ts';

/** A server may say 301 by mistake; it hardly does so for an hour. */
const CONFIRMED_AFTER = 60 * 60_000;

export interface Move {
  /** Where an unbroken chain of 301 and 308 led (RFC 9110 sections 15.4.2 and 15.4.9), or null. */
  readonly permanentUrl: string | null;
  /** What was found there is the feed that we know, by its title or any of its items. */
  readonly isSame: boolean;
  readonly now: number;
}

/**
 * Follows a feed to where its server sends us for good: at once where only the scheme, `www.` or a last slash changes, else
 * once two asks, an hour apart, led to the same place and found the same feed there. Until then the place is remembered; it
 * is forgotten where an ask leads elsewhere. An address that another feed has is left to it, and stays remembered.
 */
export function followMove(store: Store, feed: FeedRecord, { permanentUrl, isSame, now }: Move): void {
  if (permanentUrl === null || permanentUrl === feed.feedUrl) {
    if (feed.movedUrl !== null) forgetMove(store, feed.id);
    return;
  }
  const isKnown = permanentUrl === feed.movedUrl;
  const since = isKnown ? Math.min(feed.movedSince ?? now, now) : now;
  const isConfirmed = isKnown && isSame && now - since >= CONFIRMED_AFTER;
  if ((isConfirmed || isSpelling(feed.feedUrl, permanentUrl)) && moveFeedTo(store, feed.id, permanentUrl)) return;
  store.run('UPDATE feeds SET moved_url = ?, moved_since = ?, moved_times = ? WHERE id = ?', permanentUrl, since, isKnown ? feed.movedTimes + 1 : 1, feed.id);
}

function forgetMove(store: Store, id: FeedId): void {
  store.run('UPDATE feeds SET moved_url = NULL, moved_since = NULL, moved_times = 0 WHERE id = ?', id);
}

/**
 * Gives a feed another address; its articles, statuses and validators stay. False where another followed feed has that
 * address; see makeWay.
 */
export function moveFeedTo(store: Store, id: FeedId, feedUrl: string): boolean {
  return store.transaction(() => {
    if (!makeWay(store, id, feedUrl)) return false;
    store.run('UPDATE feeds SET feed_url = ?, found_url = NULL WHERE id = ? AND subscribed = 1', feedUrl, id);
    forgetMove(store, id);
    return true;
  });
}

/** Whether two addresses differ only in `http` become `https`, `www.` or a last slash. */
function isSpelling(from: string, to: string): boolean {
  const [a, b] = [URL.parse(from), URL.parse(to)];
  if (!a || !b || (a.protocol === 'https:' && b.protocol === 'http:')) return false;
  return bareAddress(a) === bareAddress(b);
}

function bareAddress(url: URL): string {
  return `${url.username}:${url.password}@${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}`;
}

import type { CredentialsKind } from '../../contract/credentials.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { FeedId, FolderId } from '../../contract/model.ts';
import type { FeedRow } from './feed-row.ts';
import { toFeedRecord } from './feed-row.ts';
import { requireFolder } from './folders.ts';
import { rememberItems } from './known-items.ts';
import { recount } from './recount.ts';
import type { FeedRecord, NewFeed } from './records.ts';
import type { Store, StoreReads } from './store.ts';

/** Every followed feed, or those of `ids` that are followed, in the order of subscribing. */
export function feedRecords(store: Store, ids?: readonly FeedId[]): FeedRecord[] {
  if (ids === undefined) return store.all<FeedRow>('SELECT * FROM followed_feeds ORDER BY id').map(toFeedRecord);
  return store.all<FeedRow>('SELECT * FROM followed_feeds WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', JSON.stringify(ids)).map(toFeedRecord);
}

/** The addresses of followed feeds by id, of those with an id above `after`. */
export function followedAddresses(store: Store, { after, limit }: { after: FeedId; limit: number }): { id: FeedId; feedUrl: string }[] {
  return store.all('SELECT id, feed_url AS feedUrl FROM feeds WHERE subscribed = 1 AND id > ? ORDER BY id LIMIT ?', after, limit);
}

/** Throws `feed-missing` {feedId} where it is not followed. */
export function feedRecord(store: StoreReads, id: FeedId): FeedRecord {
  const row = store.get<FeedRow>('SELECT * FROM followed_feeds WHERE id = ?', id);
  if (!row) throw feedMissing(id);
  return toFeedRecord(row);
}

/** When a followed feed last answered, epoch milliseconds; null where none did yet. */
export function latestAnswer(store: Store): number | null {
  return store.get<{ at: number | null }>('SELECT max(succeeded_at) AS at FROM feeds WHERE subscribed = 1')?.at ?? null;
}

/** What decides whether a feed that waits for its turn is still to be asked; null where it is not followed. A record of all takes ten times as long. */
export function feedState(store: Store, id: FeedId): { readonly feedUrl: string; readonly paused: boolean } | null {
  const row = store.get<{ feedUrl: string; paused: number }>('SELECT feed_url AS feedUrl, paused FROM feeds WHERE id = ? AND subscribed = 1', id);
  return row ? { feedUrl: row.feedUrl, paused: row.paused === 1 } : null;
}

/** The followed feed at exactly this address, or null. */
export function findFeedByUrl(store: Store, url: string): FeedRecord | null {
  const row = store.get<FeedRow>('SELECT * FROM followed_feeds WHERE feedUrl = ?', url);
  return row ? toFeedRecord(row) : null;
}

/**
 * Follows a feed. One that was followed before is taken up again with every status that it had.
 * Throws `already-subscribed` {feedId}, `folder-missing` {folderId}.
 */
export function addFeed(store: Store, feed: NewFeed): FeedRecord {
  return store.transaction(() => {
    const known = store.get<{ id: FeedId; subscribed: number }>('SELECT id, subscribed FROM feeds WHERE feed_url = ?', feed.feedUrl);
    if (known?.subscribed) {
      throw new ReaderError('already-subscribed', `${feed.feedUrl} is followed already`, { feedId: known.id });
    }
    if (feed.folderId !== null) requireFolder(store, feed.folderId);
    const id = known ? takeUpAgain(store, known.id, feed) : insertFeed(store, feed);
    return feedRecord(store, id);
  });
}

function insertFeed(store: Store, { feedUrl, kind, facts, folderId, title, credentials = null }: NewFeed): FeedId {
  const now = store.now();
  const row = store.get<{ id: FeedId }>(
    `INSERT INTO feeds (kind, feed_url, site_url, title, own_title, folder_id, lang, subscribed_at, next_at, credentials)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
    kind, feedUrl, facts.siteUrl, facts.title ?? hostOf(feedUrl), title || null, folderId, facts.lang, now, now, credentials,
  );
  if (!row) throw new Error('an inserted feed has an id');
  store.run('INSERT INTO feed_tallies (feed_id) VALUES (?)', row.id);
  return row.id;
}

function takeUpAgain(store: Store, id: FeedId, { kind, facts, folderId, title, credentials = null }: NewFeed): FeedId {
  const now = store.now();
  store.run(
    `UPDATE feeds SET subscribed = 1, kind = ?, site_url = ifnull(?, site_url), title = ifnull(?, title),
       own_title = ifnull(?, own_title), folder_id = ?, lang = ifnull(?, lang), subscribed_at = ?, next_at = ?, credentials = ?
     WHERE id = ?`,
    kind, facts.siteUrl, facts.title, title || null, folderId, facts.lang, now, now, credentials, id,
  );
  store.run('UPDATE statuses SET visible = 1 WHERE feed_id = ? AND presence = 1 AND (muted_at IS NULL OR bookmarked = 1)', id);
  recount(store, [id]);
  return id;
}

/** What unsubscribing would keep and remove. Throws `feed-missing` {feedId}. */
export function unsubscribePreview(store: Store, id: FeedId): { kept: number; removed: number } {
  feedRecord(store, id);
  const row = store.get<{ kept: number; removed: number }>(
    `SELECT ifnull(sum(bookmarked), 0) AS kept, ifnull(sum(1 - bookmarked), 0) AS removed
     FROM statuses INDEXED BY statuses_by_feed WHERE feed_id = ? AND visible = 1`,
    id,
  );
  return { kept: row?.kept ?? 0, removed: row?.removed ?? 0 };
}

/**
 * Follows a feed no more. Bookmarked articles stay with text, images and statuses; of the others the statuses stay, so
 * that following the feed again brings nothing back as unread. Throws `feed-missing` {feedId}.
 */
export function unsubscribe(store: Store, id: FeedId): { kept: number; removed: number } {
  return store.transaction(() => {
    const outcome = unsubscribePreview(store, id);
    store.run(
      'DELETE FROM articles WHERE id IN (SELECT article_id FROM statuses WHERE feed_id = ? AND presence = 1 AND bookmarked = 0)',
      id,
    );
    store.run('DELETE FROM frozen_texts WHERE article_id IN (SELECT article_id FROM statuses WHERE feed_id = ? AND presence = 1 AND bookmarked = 0)', id);
    store.run('UPDATE statuses SET presence = 2, visible = 0, kept = 0 WHERE feed_id = ? AND presence = 1 AND bookmarked = 0', id);
    store.run(
      `UPDATE feeds SET subscribed = 0, folder_id = NULL, etag = NULL, last_modified = NULL, validators_at = NULL,
         body_hash = NULL, fetched_at = NULL, succeeded_at = NULL, next_at = NULL, gap_at = NULL, paused = 0, wishes = NULL,
         every_ms = NULL, next_reason = NULL, moved_url = NULL, moved_since = NULL, moved_times = 0, found_url = NULL,
         window_items = NULL, usual_ms = NULL, recent_asks = 1, left_out = NULL, looked_at = NULL,
         failure_code = NULL, failure_detail = NULL, failing_since = NULL, failures = 0, credentials = NULL, icon = NULL, icon_url = NULL
       WHERE id = ?`,
      id,
    );
    store.run('DELETE FROM feed_icons WHERE feed_id = ?', id);
    // Its articles are gone: were the feed followed again, every item would have to be read again.
    rememberItems(store, id, null);
    recount(store, [id]);
    return outcome;
  });
}

/** The person's own title; an empty one gives the publisher's back. Throws `feed-missing` {feedId}. */
export function renameFeed(store: Store, id: FeedId, title: string): FeedRecord {
  store.run('UPDATE feeds SET own_title = ? WHERE id = ? AND subscribed = 1', title.trim() || null, id);
  return feedRecord(store, id);
}

/** Throws `feed-missing` {feedId}, `folder-missing` {folderId}. */
export function moveFeed(store: Store, id: FeedId, folderId: FolderId | null): FeedRecord {
  feedRecord(store, id);
  if (folderId !== null) requireFolder(store, folderId);
  store.run('UPDATE feeds SET folder_id = ? WHERE id = ?', folderId, id);
  return feedRecord(store, id);
}

/** A paused feed is asked only when a person names it. Throws `feed-missing` {feedId}. */
export function pauseFeed(store: Store, id: FeedId, paused: boolean): FeedRecord {
  store.run('UPDATE feeds SET paused = ? WHERE id = ? AND subscribed = 1', paused ? 1 : 0, id);
  return feedRecord(store, id);
}

/**
 * Whether a feed may have an address. One that is followed no more and has it gives way: its articles need no address. To be called
 * in the transaction that gives it.
 */
export function makeWay(store: Store, id: FeedId, feedUrl: string): boolean {
  const other = store.get<{ id: FeedId; subscribed: number }>('SELECT id, subscribed FROM feeds WHERE feed_url = ? AND id <> ?', feedUrl, id);
  if (other?.subscribed) return false;
  if (other) store.run("UPDATE feeds SET feed_url = feed_url || '#' || id WHERE id = ?", other.id);
  return true;
}

/** Which kind of sign-in a feed has from now on, and its address without that, which no other feed may have. Throws `feed-missing` {feedId}. */
export function setFeedCredentials(store: Store, id: FeedId, { kind, feedUrl }: { kind: CredentialsKind | null; feedUrl: string }): FeedRecord {
  store.run('UPDATE feeds SET credentials = ?, feed_url = ? WHERE id = ? AND subscribed = 1', kind, feedUrl, id);
  return feedRecord(store, id);
}

function feedMissing(feedId: FeedId): ReaderError {
  return new ReaderError('feed-missing', `no feed ${feedId} is followed`, { feedId });
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}

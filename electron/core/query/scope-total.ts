import type { Scope } from '../../contract/model.ts';
import { feedRecord } from '../store/feeds.ts';
import { feedsOfFolder, firstIdOfToday } from '../store/scope-filter.ts';
import type { Moment } from '../store/scope-filter.ts';
import { requireWatch } from '../store/watches.ts';
import type { Store } from '../store/store.ts';

/**
 * How many articles a scope holds now. Scopes that may hold the whole library are summed over the feeds' tallies;
 * the small ones are counted. Throws `feed-missing`, `folder-missing`, `watch-missing`.
 */
export function scopeTotal(store: Store, { scope, unreadOnly, moment }: { scope: Scope; unreadOnly: boolean; moment: Moment }): number {
  switch (scope.kind) {
    case 'all':
      return tally(store, unreadOnly ? 'SELECT sum(unread) AS n FROM feed_tallies' : 'SELECT sum(total) AS n FROM feed_tallies');
    case 'unread':
      return tally(store, 'SELECT sum(unread) AS n FROM feed_tallies');
    case 'offline':
      return tally(store, unreadOnly ? 'SELECT sum(unread_full) AS n FROM feed_tallies' : 'SELECT sum(full) AS n FROM feed_tallies');
    case 'today':
      return tally(
        store,
        unreadOnly
          ? 'SELECT count(*) AS n FROM statuses INDEXED BY statuses_unread WHERE visible = 1 AND read = 0 AND article_id >= ?'
          : 'SELECT count(*) AS n FROM statuses INDEXED BY statuses_visible WHERE visible = 1 AND article_id >= ?',
        firstIdOfToday(moment),
      );
    case 'bookmarks':
      return tally(
        store,
        unreadOnly
          ? 'SELECT count(*) AS n FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 AND visible = 1 AND read = 0'
          : 'SELECT count(*) AS n FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1',
      );
    case 'feed':
      return ofFeeds(store, [feedRecord(store, scope.id).id], unreadOnly);
    case 'folder':
      return ofFeeds(store, feedsOfFolder(store, scope.id), unreadOnly);
    case 'watch':
      return tally(store, unreadOnly ? 'SELECT unread AS n FROM watches WHERE id = ?' : 'SELECT total AS n FROM watches WHERE id = ?', requireWatch(store, scope.id));
    default:
      return scope satisfies never;
  }
}

function ofFeeds(store: Store, feedIds: readonly number[], unreadOnly: boolean): number {
  return tally(
    store,
    unreadOnly
      ? 'SELECT sum(unread) AS n FROM feed_tallies WHERE feed_id IN (SELECT value FROM json_each(?))'
      : 'SELECT sum(total) AS n FROM feed_tallies WHERE feed_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(feedIds),
  );
}

function tally(store: Store, sql: string, ...values: (number | string)[]): number {
  return store.get<{ n: number | null }>(sql, ...values)?.n ?? 0;
}

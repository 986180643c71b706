import type { Scope } from '../../contract/model.ts';
import { feedRecord } from './feeds.ts';
import { requireFolder } from './folders.ts';
import { requireWatch } from './watches.ts';
import { firstIdAt } from './place-article.ts';
import type { StoreReads } from './store.ts';

const DAY = 24 * 60 * 60_000;

/** A condition on `statuses`, for rows that are visible, as constant SQL and its values. */
export interface ScopeFilter {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/** The moment that a question is about, epoch milliseconds: `asOf` is a stamp, `now` the clock that "today" is told by. */
export interface Moment {
  readonly asOf: number;
  readonly now: number;
}

/** The first id that counts as today's: of the last 24 hours. */
export function firstIdOfToday({ asOf, now }: Moment): number {
  return firstIdAt(Math.min(asOf, now) - DAY);
}

/**
 * What belonged to a scope at a moment: what was bookmarked, came to be whole on this device, or was found to match a watch, after it is left out.
 * Throws `feed-missing`, `folder-missing`, `watch-missing`.
 */
export function scopeFilter(store: StoreReads, scope: Scope, moment: Moment): ScopeFilter {
  switch (scope.kind) {
    case 'all':
    case 'unread':
      return { sql: '1', values: [] };
    case 'today':
      return { sql: 'article_id >= ?', values: [firstIdOfToday(moment)] };
    case 'bookmarks':
      return { sql: 'bookmarked = 1 AND bookmarked_at <= ?', values: [moment.asOf] };
    case 'offline':
      return { sql: 'kept = 2 AND kept_at <= ?', values: [moment.asOf] };
    case 'feed':
      return { sql: 'feed_id = ?', values: [feedRecord(store, scope.id).id] };
    case 'folder':
      return { sql: 'feed_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(feedsOfFolder(store, scope.id))] };
    case 'watch':
      return { sql: 'article_id IN (SELECT article_id FROM watch_hits WHERE watch_id = ? AND found_at <= ?)', values: [requireWatch(store, scope.id), moment.asOf] };
    default:
      return scope satisfies never;
  }
}

/** The followed feeds of a folder and of every folder below it. Throws `folder-missing` {folderId}. */
export function feedsOfFolder(store: StoreReads, folderId: number): number[] {
  requireFolder(store, folderId);
  return store
    .all<{ id: number }>(
      `WITH RECURSIVE inside (id) AS (SELECT ? UNION SELECT folders.id FROM folders JOIN inside ON folders.parent_id = inside.id)
       SELECT feeds.id FROM feeds JOIN inside ON feeds.folder_id = inside.id WHERE feeds.subscribed = 1`,
      folderId,
    )
    .map((row) => row.id);
}

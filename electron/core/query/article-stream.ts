import type { ArticleId, FeedId, Scope } from '../../contract/model.ts';
import { feedsOfFolder, firstIdOfToday } from '../store/scope-filter.ts';
import type { Moment } from '../store/scope-filter.ts';
import { feedRecord } from '../store/feeds.ts';
import { requireWatch } from '../store/watches.ts';
import type { Store } from '../store/store.ts';

/** Part of a listing, newest first: a scope at a moment, narrowed, below one id. */
export interface Slice {
  readonly scope: Scope;
  readonly unreadOnly: boolean;
  /** Of each story the first article that is in the listing stands for the others. */
  readonly stories: boolean;
  /** Only what is kept so far (0 headline, 1 text, 2 full), or null. */
  readonly kept: number | null;
  readonly below: ArticleId;
  readonly limit: number;
  readonly moment: Moment;
}

interface Conditions {
  readonly index: string;
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/**
 * Ids of a slice, newest first. Every stream walks one index from its end and stops at the limit; a folder merges one
 * stream a feed. Cost grows with the page, not with the library. Throws `feed-missing`, `folder-missing`.
 */
export function articleIds(store: Store, slice: Slice): ArticleId[] {
  const { scope, limit, below } = slice;
  if (scope.kind === 'folder') return mergeFeeds(store, feedsOfFolder(store, scope.id), slice);
  if (scope.kind === 'feed') return page(store, ofFeed(slice, 'feed_id = ?', { sql: 'o.feed_id = ?', values: [scope.id] }), [feedRecord(store, scope.id).id], below, limit);
  if (scope.kind === 'watch') return ofWatch(store, requireWatch(store, scope.id), slice);
  const { sql, values, index } = ofAll(slice);
  return page(store, { sql, values: [], index }, values, below, limit);
}

function page(store: Store, { index, sql, values }: Conditions, first: readonly (number | string)[], below: ArticleId, limit: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT article_id AS id FROM statuses ${index} WHERE ${sql} AND article_id < ? ORDER BY article_id DESC LIMIT ?`,
      ...first, ...values, below, limit,
    )
    .map((row) => row.id);
}

/** Walks the watch's hits from the newest down, whatever else the library holds. */
function ofWatch(store: Store, watchId: number, slice: Slice): ArticleId[] {
  const { unreadOnly, kept, moment, below, limit } = slice;
  const first = standsFirst(slice, unreadOnly, { sql: 'EXISTS (SELECT 1 FROM watch_hits w WHERE w.watch_id = ? AND w.article_id = o.article_id)', values: [watchId] });
  return store
    .all<{ id: ArticleId }>(
      `SELECT h.article_id AS id FROM watch_hits h CROSS JOIN statuses ON statuses.article_id = h.article_id
       WHERE h.watch_id = ? AND h.article_id < ? AND visible = 1${unreadOnly ? ' AND read = 0' : ''}${kept === null ? '' : ' AND kept = ?'} AND arrived_at <= ?${first.sql}
       ORDER BY h.article_id DESC LIMIT ?`,
      watchId, below, ...(kept === null ? [] : [kept]), moment.asOf, ...first.values, limit,
    )
    .map((row) => row.id);
}

function mergeFeeds(store: Store, feedIds: readonly FeedId[], slice: Slice): ArticleId[] {
  const among = { sql: 'o.feed_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(feedIds)] };
  const { index, sql, values } = ofFeed(slice, 'feed_id = feed.value', among);
  const heads = store
    .all<{ feedId: FeedId; id: ArticleId | null }>(
      `SELECT feed.value AS feedId, (
         SELECT article_id FROM statuses ${index} WHERE ${sql} AND article_id < ? ORDER BY article_id DESC LIMIT 1
       ) AS id FROM json_each(?) AS feed`,
      ...values, slice.below, JSON.stringify(feedIds),
    )
    .filter((head) => head.id !== null)
    .map((head) => ({ feedId: head.feedId, id: head.id ?? 0 }));
  const next = ofFeed(slice, 'feed_id = ?', among);
  const ids: ArticleId[] = [];
  while (ids.length < slice.limit) {
    let newest = heads[0];
    for (const head of heads) if (newest && head.id > newest.id) newest = head;
    if (!newest || newest.id === 0) break;
    ids.push(newest.id);
    newest.id = page(store, next, [newest.feedId], newest.id, 1)[0] ?? 0;
  }
  return ids;
}

interface Condition {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

/**
 * Leaves out an article of whose story an earlier one is in the listing, whichever part that is in. What was read after the
 * listing was drawn still stands for the others, so that none of them appears on a later page.
 */
function standsFirst({ stories, moment: { asOf } }: Slice, unread: boolean, inScope: Condition): Condition {
  if (!stories) return { sql: '', values: [] };
  const values: (number | string)[] = [asOf];
  if (unread) values.push(asOf);
  return {
    sql: ` AND (story_id IS NULL OR NOT EXISTS (
      SELECT 1 FROM statuses o INDEXED BY statuses_by_story WHERE o.story_id = statuses.story_id AND o.article_id < statuses.article_id
        AND o.visible = 1 AND o.arrived_at <= ?${unread ? ' AND (o.read = 0 OR o.read_at > ?)' : ''} AND ${inScope.sql}))`,
    values: [...values, ...inScope.values],
  };
}

function ofFeed(slice: Slice, which: string, inScope: Condition): Conditions {
  const { unreadOnly, kept, moment } = slice;
  const first = standsFirst(slice, unreadOnly, inScope);
  const index = unreadOnly ? 'INDEXED BY statuses_unread_by_feed' : 'INDEXED BY statuses_by_feed';
  const sql = `${which} AND visible = 1${unreadOnly ? ' AND read = 0' : ''}${kept === null ? '' : ' AND kept = ?'} AND arrived_at <= ?${first.sql}`;
  return { index, sql, values: [...(kept === null ? [] : [kept]), moment.asOf, ...first.values] };
}

function ofAll(slice: Slice): Conditions {
  const { scope, kept, moment } = slice;
  const unread = slice.unreadOnly || scope.kind === 'unread';
  const parts = ['visible = 1', 'arrived_at <= ?'];
  const values: (number | string)[] = [moment.asOf];
  const add = (sql: string, value: number): void => {
    parts.push(sql);
    values.push(value);
  };
  if (unread) parts.push('read = 0');
  if (kept !== null) add('kept = ?', kept);
  if (scope.kind === 'today') add('article_id >= ?', firstIdOfToday(moment));
  if (scope.kind === 'bookmarks') {
    parts.push('bookmarked = 1');
    add('bookmarked_at <= ?', moment.asOf);
  }
  if (scope.kind === 'offline') {
    parts.push('kept = 2');
    add('kept_at <= ?', moment.asOf);
  }
  const first = standsFirst(slice, unread, ofScope(slice));
  return { index: indexOf(slice, unread), sql: parts.join(' AND ') + first.sql, values: [...values, ...first.values] };
}

function ofScope({ scope, moment }: Slice): Condition {
  if (scope.kind === 'today') return { sql: 'o.article_id >= ?', values: [firstIdOfToday(moment)] };
  if (scope.kind === 'offline') return { sql: 'o.kept = 2 AND o.kept_at <= ?', values: [moment.asOf] };
  return { sql: '1', values: [] };
}

function indexOf({ scope, kept }: Slice, unread: boolean): string {
  if (scope.kind === 'bookmarks') return 'INDEXED BY statuses_bookmarked';
  if (unread) return 'INDEXED BY statuses_unread';
  if (kept !== null || scope.kind === 'offline') return 'INDEXED BY statuses_by_kept';
  return 'INDEXED BY statuses_visible';
}

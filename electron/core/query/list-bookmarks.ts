import type { ArgsOf } from '../../contract/api.ts';
import type { BookmarkCounts, BookmarkOrder, BookmarkPage, Tag } from '../../contract/bookmark.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { publicAddress } from '../secret-address.ts';
import type { StoreReads } from '../store/store.ts';
import { WITH_HIGHLIGHTS, WITH_NOTES, bookmarkConditions } from './bookmark-filter.ts';
import type { Condition } from './bookmark-filter.ts';
import { bookmarkSummaries } from './bookmark-summaries.ts';

/** Where a page ended. `saved`: its last bookmark was set then; `feed`: by source, its feed. */
interface Place {
  readonly saved: number;
  readonly feed: FeedId;
  readonly id: ArticleId;
}

const START: Place = { saved: Number.MAX_SAFE_INTEGER, feed: 0, id: Number.MAX_SAFE_INTEGER };

interface Joined {
  readonly sql: string;
  readonly values: readonly (number | string)[];
}

function join(conditions: readonly Condition[], without?: Condition['part']): Joined {
  const used = conditions.filter(({ part }) => part !== without);
  return { sql: ['s.bookmarked = 1', ...used.map(({ sql }) => sql)].join(' AND '), values: used.flatMap(({ values }) => values) };
}

/**
 * One page of the bookmarks that meet a filter, with counts of what could narrow it. Costs what the bookmarks cost, whatever
 * else the library holds. `found`: the bookmarks that the filter's text finds, which is for the search to say; null where it has
 * none. Throws `invalid-argument` for the cursor.
 */
export function listBookmarks(store: StoreReads, { filter = {}, order = 'saved', limit, cursor }: ArgsOf<'listBookmarks'>, found: readonly ArticleId[] | null = null): BookmarkPage {
  const conditions = bookmarkConditions(filter, found);
  const counts = countsOf(store, conditions);
  const place = cursor ? readPlace(cursor, order) : START;
  // One more than asked for tells whether another page follows.
  const places = LISTINGS[order](store, { conditions, counts, feedId: filter.feedId }, place, limit + 1);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  return {
    bookmarks: bookmarkSummaries(store, shown.map(({ id }) => id)),
    total: count(store, join(conditions)),
    nextCursor: places.length > limit && last ? writePlace(last, order) : null,
    counts,
    search: null,
  };
}

interface Listing {
  readonly conditions: readonly Condition[];
  readonly counts: BookmarkCounts;
  readonly feedId: FeedId | undefined;
}

const ROW = 's.article_id AS id, s.feed_id AS feed, s.bookmarked_at AS saved';

const LISTINGS: Readonly<Record<BookmarkOrder, (store: StoreReads, listing: Listing, after: Place, limit: number) => Place[]>> = {
  saved(store, { conditions }, after, limit) {
    const { sql, values } = join(conditions);
    return store.all<Place>(
      `SELECT ${ROW} FROM statuses s INDEXED BY statuses_saved WHERE ${sql} AND (s.bookmarked_at, s.article_id) < (?, ?)
       ORDER BY s.bookmarked_at DESC, s.article_id DESC LIMIT ?`,
      ...values, after.saved, after.id, limit,
    );
  },
  published(store, { conditions }, after, limit) {
    const { sql, values } = join(conditions);
    return store.all<Place>(
      `SELECT ${ROW} FROM statuses s INDEXED BY statuses_bookmarked WHERE ${sql} AND s.article_id < ? ORDER BY s.article_id DESC LIMIT ?`,
      ...values, after.id, limit,
    );
  },
  source(store, { conditions, counts, feedId }, after, limit) {
    const feeds = counts.feeds.filter((feed) => feedId === undefined || feed.feedId === feedId);
    const left = after === START ? feeds : feedsFrom(store, feeds, after.feed);
    const found: Place[] = [];
    const { sql, values } = join(conditions, 'feedId');
    for (const feed of left) {
      if (found.length >= limit) break;
      const rows = store.all<Place>(
        `SELECT ${ROW} FROM statuses s INDEXED BY statuses_bookmarked_by_feed WHERE ${sql} AND s.feed_id = ? AND s.article_id < ? ORDER BY s.article_id DESC LIMIT ?`,
        ...values, feed.feedId, feed.feedId === after.feed ? after.id : START.id, limit - found.length,
      );
      found.push(...rows);
    }
    return found;
  },
};

/** The source that a page ended in, and those behind it by title; it need not be among them any more. */
function feedsFrom(store: StoreReads, feeds: BookmarkCounts['feeds'], last: FeedId): BookmarkCounts['feeds'] {
  const rows = store.all<{ id: FeedId }>(
    `SELECT f.id FROM feeds ended CROSS JOIN feeds f
     WHERE ended.id = ? AND f.id IN (SELECT value FROM json_each(?)) AND (ifnull(f.own_title, f.title) COLLATE NOCASE, f.id) >= (ifnull(ended.own_title, ended.title), ended.id)`,
    last, JSON.stringify(feeds.map(({ feedId }) => feedId)),
  );
  const left = new Set(rows.map(({ id }) => id));
  return feeds.filter(({ feedId }) => left.has(feedId));
}

function count(store: StoreReads, { sql, values }: Joined): number {
  return store.get<{ n: number }>(`SELECT count(*) AS n FROM statuses s INDEXED BY statuses_bookmarked WHERE ${sql}`, ...values)?.n ?? 0;
}

function countsOf(store: StoreReads, conditions: readonly Condition[]): BookmarkCounts {
  const tagged = join(conditions);
  const fed = join(conditions, 'feedId');
  const also = (condition: Condition): number => count(store, join([...conditions.filter(({ part }) => part !== condition.part), condition]));
  const tags = store.all<Tag>(
    `SELECT t.id, t.title, count(*) AS count FROM statuses s INDEXED BY statuses_bookmarked
       CROSS JOIN article_tags mine ON mine.article_id = s.article_id CROSS JOIN tags t ON t.id = mine.tag_id
     WHERE ${tagged.sql} GROUP BY t.id ORDER BY count(*) DESC, t.key`,
    ...tagged.values,
  );
  const feeds = store.all<BookmarkCounts['feeds'][number]>(
    `SELECT s.feed_id AS feedId, f.feed_url AS feedUrl, ifnull(f.own_title, f.title) AS title, count(*) AS count FROM statuses s INDEXED BY statuses_bookmarked
       CROSS JOIN feeds f ON f.id = s.feed_id
     WHERE ${fed.sql} GROUP BY s.feed_id ORDER BY ifnull(f.own_title, f.title) COLLATE NOCASE, s.feed_id`,
    ...fed.values,
  );
  return {
    all: count(store, join([])),
    tags: tags.map((row) => ({ ...row })),
    feeds: feeds.map((row) => ({ ...row, feedUrl: publicAddress(row.feedUrl) })),
    highlights: also(WITH_HIGHLIGHTS),
    notes: also(WITH_NOTES),
  };
}

const ORDERS: readonly BookmarkOrder[] = ['saved', 'published', 'source'];

function writePlace({ saved, feed, id }: Place, order: BookmarkOrder): string {
  return [ORDERS.indexOf(order), saved, feed, id].map((part) => part.toString(36)).join('.');
}

function readPlace(text: string, order: BookmarkOrder): Place {
  const [which, saved, feed, id, ...more] = text.split('.').map((part) => (/^[0-9a-z]{1,11}$/.test(part) ? Number.parseInt(part, 36) : Number.NaN));
  const isWhole = [which, saved, feed, id].every((part) => Number.isSafeInteger(part)) && more.length === 0 && which === ORDERS.indexOf(order);
  if (!isWhole || saved === undefined || feed === undefined || id === undefined) {
    throw new ReaderError('invalid-argument', 'the cursor is none of this listing', { path: 'cursor' });
  }
  return { saved, feed, id };
}

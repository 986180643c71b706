import type { ArticleId, FeedGap, FeedId } from '../../contract/model.ts';
import type { ArticleOutline } from '../normalize/incoming-article.ts';
import { feedRecord } from './feeds.ts';
import type { StoredArticle } from './match-articles.ts';
import type { FeedRecord } from './records.ts';
import type { Store } from './store.ts';

interface StoredDocument {
  readonly articles: readonly ArticleOutline[];
  /** Of each article the one that it is; null where it is new. Both without what is pinned. */
  readonly matches: readonly (StoredArticle | null)[];
  readonly arrivedAt: number;
  /** Nothing in it was had before, though the feed is not new. */
  readonly moved: boolean;
}

/** A longer run at the top is no few pinned items, and would cost time in each refresh. */
const MOST_PINNED = 5;

/** More of the dates fall than rise, from the first to the last. */
function isFalling(dates: readonly number[]): boolean {
  const steps = dates.map((date, at) => Math.sign(date - (dates[at - 1] ?? date)));
  return steps.filter((step) => step < 0).length > steps.filter((step) => step > 0).length;
}

/**
 * How many items at the top of a document are pinned there: had before, and older than everything below, which goes from new
 * to old. They stand outside the window and tell nothing of how far back it reaches. Without dates nothing counts as pinned.
 */
export function pinnedItems(articles: readonly ArticleOutline[], matches: readonly (StoredArticle | null)[]): number {
  const known = matches.slice(0, MOST_PINNED).findIndex((match) => match === null);
  for (let count = Math.min(MOST_PINNED, known === -1 ? matches.length : known); count > 0; count--) {
    const below = articles.slice(count).flatMap(({ publishedAt }) => publishedAt ?? []);
    if (!isFalling(below)) continue;
    const oldest = below.reduce((least, date) => Math.min(least, date), Infinity);
    // A publisher that pins an item may date it anew; when it was had, it said when it is from.
    const dates = matches.slice(0, count).map((match, at) => match?.publishedAt ?? articles[at]?.publishedAt ?? Infinity);
    if (dates.every((date) => date < oldest)) return count;
  }
  return 0;
}

/**
 * The gap that a feed has after a document. One that is there goes on from where it began; it is closed by a document
 * that holds items of both its sides, for a window has no holes.
 */
export function gapAfterDocument(store: Store, feed: FeedRecord, { articles, matches, arrivedAt, moved }: StoredDocument): FeedGap | null {
  const { gap } = feed;
  if (moved) {
    const after = gap ? gap.after : feed.newestAt;
    return { foundAt: gap?.foundAt ?? arrivedAt, after, before: oldestSince(articles, after, arrivedAt) };
  }
  if (gap === null) return null;
  const known = matches.flatMap((match) => match?.id ?? []);
  const older = olderThanGap(store, known, gap).size;
  return older > 0 && articles.length > older ? null : gap;
}

/** Which of the articles had arrived before the gap was found. */
export function olderThanGap(store: Store, ids: readonly ArticleId[], gap: FeedGap): Set<ArticleId> {
  if (ids.length === 0) return new Set();
  const rows = store.all<{ id: ArticleId }>(
    'SELECT article_id AS id FROM statuses WHERE article_id IN (SELECT value FROM json_each(?)) AND arrived_at < ?',
    JSON.stringify(ids), gap.foundAt,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The date of the oldest article that is not older than `since`, or null. */
export function oldestSince(articles: readonly ArticleOutline[], since: number | null, arrivedAt: number): number | null {
  const dates = articles.flatMap(({ placedAt, publishedAt }) => placedAt ?? publishedAt ?? []).filter((date) => since === null || date >= since);
  return dates.length === 0 ? null : Math.min(arrivedAt, ...dates);
}

/** To be called in the transaction that stores the document; null closes it. */
export function recordGap(store: Store, id: FeedId, gap: FeedGap | null): void {
  store.run('UPDATE feeds SET gap_at = ?, gap_after = ?, gap_before = ? WHERE id = ?', gap?.foundAt ?? null, gap?.after ?? null, gap?.before ?? null, id);
}

/** Forgets what may be missing. Throws `feed-missing` {feedId}. */
export function dismissGap(store: Store, id: FeedId): FeedRecord {
  return store.transaction(() => {
    feedRecord(store, id);
    recordGap(store, id, null);
    return feedRecord(store, id);
  });
}

import type { ArticleId, FeedGap, FeedId } from '../../contract/model.ts';
import type { ArticleOutline } from '../normalize/incoming-article.ts';
import { feedRecord } from './feeds.ts';
import type { StoredArticle } from './match-articles.ts';
import type { FeedRecord } from './records.ts';
import type { Store } from './store.ts';

interface StoredDocument {
  readonly articles: readonly ArticleOutline[];
  /** Of each article the one that it is; null where it is new. */
  readonly matches: readonly (StoredArticle | null)[];
  readonly arrivedAt: number;
  /** Nothing in it was had before, though the feed is not new. */
  readonly moved: boolean;
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

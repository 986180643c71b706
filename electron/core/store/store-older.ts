import type { ArticleId, FeedGap, FeedId } from '../../contract/model.ts';
import type { IncomingArticle } from '../normalize/incoming-article.ts';
import { addToTally } from './add-to-tally.ts';
import { feedRecord } from './feeds.ts';
import { oldestSince, olderThanGap, pinnedItems, recordGap } from './gap.ts';
import { matchArticles } from './match-articles.ts';
import { freeId, placeInTime } from './place-article.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';
import { insertArticle, reviveArticle } from './write-article.ts';

export interface OlderChanges {
  readonly added: readonly ArticleId[];
  /** The document reached what was had before the gap: nothing is missing any more. */
  readonly closed: boolean;
}

/**
 * Stores what an older document of a feed holds of its gap, in one transaction, and takes the gap back as far as it
 * reached. Articles arrive as in a refresh, unread, and go where their dates say. What is known stays as it is: an archive
 * may hold an earlier text of it. What is older than the gap was never missing. `now` is epoch milliseconds.
 * Throws `feed-missing` {feedId}, `disk-full`, `database-failed`.
 */
export function storeOlder(store: Store, feedId: FeedId, articles: readonly IncomingArticle[], now: number): OlderChanges {
  return store.transaction(() => {
    const { gap } = feedRecord(store, feedId);
    if (gap === null) return { added: [], closed: true };
    const matches = matchArticles(store, feedId, articles);
    const older = olderThanGap(store, matches.flatMap((match) => match?.id ?? []), gap);
    const pinned = pinnedItems(articles, matches);
    const firstOlder = matches.findIndex((match, at) => at >= pinned && match !== null && older.has(match.id));
    const arrivedAt = store.stamp();
    const arrival = Math.min(now, arrivedAt);
    const place = { feedId, arrivedAt, added: { articles: [], textBytes: 0 } };

    const added: ArticleId[] = [];
    // From the last to the first: of articles of one moment the first in the document gets the greatest id.
    for (const [index, article] of [...articles.entries()].toReversed()) {
      const stored = matches[index] ?? null;
      if (stored?.presence === 2) reviveArticle(store, stored.id, article, place);
      if (stored?.presence === 2) added.unshift(stored.id);
      if (stored || !isOfGap(article, gap, firstOlder === -1 || index < firstOlder)) continue;
      const id = freeId(store, placeInGap(article, gap, { arrival, index }));
      insertArticle(store, id, article, place);
      added.unshift(id);
    }
    const closed = firstOlder !== -1 || isPast(articles, gap);
    recordGap(store, feedId, closed ? null : { ...gap, before: oldestSince(articles.slice(pinned), gap.after, gap.before ?? arrival) ?? gap.before });
    addToTally(store, feedId, place.added);
    if (added.length > 0) recount(store, [feedId]);
    return { added, closed };
  });
}

function dateOf({ placedAt, publishedAt }: IncomingArticle): number | null {
  return placedAt ?? publishedAt;
}

/** By its date, or, without one, by standing before everything that was had. */
function isOfGap(article: IncomingArticle, gap: FeedGap, isBefore: boolean): boolean {
  const date = dateOf(article);
  return date === null || gap.after === null ? isBefore : date >= gap.after;
}

/** Without a date, just behind the gap, in the order of the document. */
function placeInGap(article: IncomingArticle, { after, before }: FeedGap, { arrival, index }: { arrival: number; index: number }): number {
  if (dateOf(article) !== null || before === null) return placeInTime(article, { arrival, backlog: true, index });
  return Math.max(after ?? 0, Math.min(before, arrival) - (index + 1) * 1000);
}

/** Every item is older than what was had: whatever was between has been seen. */
function isPast(articles: readonly IncomingArticle[], { after }: FeedGap): boolean {
  const dates = articles.map(dateOf);
  return after !== null && dates.length > 0 && dates.every((date) => date !== null && date < after);
}

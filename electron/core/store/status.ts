import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId, Scope } from '../../contract/model.ts';
import { bookmark, removeBookmarks, requireArticle } from './bookmark-status.ts';
import { recount } from './recount.ts';
import { scopeFilter } from './scope-filter.ts';
import type { Store } from './store.ts';

/** Marks articles read or unread; ids that name none are passed over. Answers with the number that changed. */
export function setRead(store: Store, ids: readonly ArticleId[], read: boolean): number {
  return store.transaction(() => {
    const list = JSON.stringify(ids);
    const changed = store.run(
      'UPDATE statuses SET read = ?1, read_at = ?2 WHERE article_id IN (SELECT value FROM json_each(?3)) AND read <> ?1',
      read ? 1 : 0, read ? store.stamp() : null, list,
    );
    if (changed > 0) {
      const feeds = store.all<{ id: FeedId }>(
        'SELECT DISTINCT feed_id AS id FROM statuses WHERE article_id IN (SELECT value FROM json_each(?))', list,
      );
      recount(store, feeds.map((feed) => feed.id));
    }
    return changed;
  });
}

/**
 * Marks read what a scope held at `before` (an `asOf`, epoch milliseconds), and nothing that came to it later.
 * `batch` undoes it. Throws `feed-missing`, `folder-missing`.
 */
export function markAllRead(store: Store, scope: Scope, before: number, now: number): { changed: number; batch: number } {
  return store.transaction(() => {
    const { sql, values } = scopeFilter(store, scope, { asOf: before, now });
    const batch = store.stamp();
    const changed = store.run(
      `UPDATE statuses SET read = 1, read_at = ? WHERE visible = 1 AND read = 0 AND arrived_at <= ? AND ${sql}`,
      batch, before, ...values,
    );
    // A batch stays unique after a restart with the clock set back.
    store.run('UPDATE library SET last_stamp = ?', batch);
    if (changed > 0) recountAll(store);
    return { changed, batch };
  });
}

/** Marks unread again what one markAllRead marked. Throws `nothing-to-undo` where no article is left of it. */
export function undoMarkAllRead(store: Store, batch: number): { changed: number } {
  return store.transaction(() => {
    const changed = store.run('UPDATE statuses SET read = 0, read_at = NULL WHERE read = 1 AND read_at = ?', batch);
    if (changed === 0) throw new ReaderError('nothing-to-undo', `no article was marked read by ${batch}`);
    recountAll(store);
    return { changed };
  });
}

/** Bookmarks an article, or takes that back. Throws `article-missing` {articleId} where its text is no longer stored. */
export function setBookmarked(store: Store, id: ArticleId, bookmarked: boolean): void {
  store.transaction(() => {
    requireArticle(store, id);
    if (bookmarked) bookmark(store, [id]);
    else removeBookmarks(store, [id]);
  });
}

/** Remembers how far an article was read; null forgets it. */
export function setReadingPlace(store: Store, id: ArticleId, place: number | null): void {
  store.transaction(() => store.run('UPDATE statuses SET reading_place = ? WHERE article_id = ?', place, id));
}

function recountAll(store: Store): void {
  recount(store, store.all<{ id: FeedId }>('SELECT feed_id AS id FROM feed_tallies').map((feed) => feed.id));
}

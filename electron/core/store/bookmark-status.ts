import { ReaderError } from '../../contract/errors.ts';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { freezeBookmark } from './freeze.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

interface Changed {
  readonly id: ArticleId;
  readonly feedId: FeedId;
}

function recountOf(store: Store, rows: readonly Changed[]): void {
  recount(store, [...new Set(rows.map((row) => row.feedId))]);
}

/** Throws `article-missing` {articleId} where its text is no longer stored. */
export function requireArticle(store: Store, id: ArticleId): void {
  const row = store.get('SELECT 1 FROM statuses WHERE article_id = ? AND presence = 1', id);
  if (!row) throw new ReaderError('article-missing', `there is no article ${id}`, { articleId: id });
}

/** Bookmarks articles and freezes what they say. Answers with those that were not bookmarked before; ids of none are passed over. */
export function bookmark(store: Store, ids: readonly ArticleId[]): ArticleId[] {
  return store.transaction(() => {
    const at = store.stamp();
    const rows = store.all<Changed>(
      `UPDATE statuses SET bookmarked = 1, bookmarked_at = ?, unbookmarked_at = NULL, visible = 1
       WHERE article_id IN (SELECT value FROM json_each(?)) AND presence = 1 AND bookmarked = 0 RETURNING article_id AS id, feed_id AS feedId`,
      at, JSON.stringify(ids),
    );
    for (const { id } of rows) freezeBookmark(store, id, at);
    recountOf(store, rows);
    return rows.map((row) => row.id);
  });
}

/** Takes bookmarks back; all else that the person added stays. `batch` undoes it. */
export function removeBookmarks(store: Store, ids: readonly ArticleId[]): { changed: number; batch: number } {
  return store.transaction(() => {
    const batch = store.stamp();
    // Of a feed that is followed no more, and of what is muted, only bookmarks show; a bookmark taken back can be set again until a clean-up.
    const rows = store.all<Changed>(
      `UPDATE statuses SET bookmarked = 0, unbookmarked_at = ?, visible = muted_at IS NULL AND (SELECT subscribed FROM feeds WHERE feeds.id = statuses.feed_id)
       WHERE article_id IN (SELECT value FROM json_each(?)) AND bookmarked = 1 RETURNING article_id AS id, feed_id AS feedId`,
      batch, JSON.stringify(ids),
    );
    // A batch stays unique after a restart with the clock set back.
    store.run('UPDATE library SET last_stamp = ?', batch);
    recountOf(store, rows);
    return { changed: rows.length, batch };
  });
}

/** Bookmarks what one removeBookmarks took back, in its old place. Throws `nothing-to-undo` where nothing is left of it. Answers with the articles. */
export function restoreBookmarks(store: Store, batch: number): ArticleId[] {
  return store.transaction(() => {
    const rows = store.all<Changed>(
      `UPDATE statuses SET bookmarked = 1, unbookmarked_at = NULL, visible = 1
       WHERE unbookmarked_at = ? AND unbookmarked_at IS NOT NULL AND bookmarked = 0 AND presence = 1 RETURNING article_id AS id, feed_id AS feedId`,
      batch,
    );
    if (rows.length === 0) throw new ReaderError('nothing-to-undo', `no bookmark was taken back by ${batch}`);
    const at = store.stamp();
    // A clean-up may have taken the copies; the source may have changed the text since.
    for (const { id } of rows) freezeBookmark(store, id, at);
    recountOf(store, rows);
    return rows.map((row) => row.id);
  });
}

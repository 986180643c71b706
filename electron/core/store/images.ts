import type { ArticleId } from '../../contract/model.ts';
import { assessKept } from './assess-kept.ts';
import { recount } from './recount.ts';
import type { PendingImage } from './records.ts';
import type { Store } from './store.ts';

const HOUR = 60 * 60_000;
const LONGEST_WAIT = 24 * HOUR;

export interface PendingImagesOptions {
  readonly limit: number;
  /** Only the images of this article. */
  readonly articleId?: ArticleId;
  /** Those that failed as well, where their time has come again. */
  readonly retryFailed?: boolean;
  /** Those that failed as well, whenever that was: somebody asks for them now. */
  readonly retryNow?: boolean;
}

const REFERRER = '(SELECT url FROM articles WHERE id = images.newest_article)';
/** By an article as it is now, or by a copy of what it was. */
const SHOWN = '(EXISTS (SELECT 1 FROM article_images ai WHERE ai.image_id = images.id) OR EXISTS (SELECT 1 FROM frozen_images fi WHERE fi.image_id = images.id))';
const OF_ARTICLE = 'id IN (SELECT image_id FROM article_images WHERE article_id = ?)';

/** Images that are to be fetched, those of the newest articles first; after them, with `retryFailed` or `retryNow`, those that failed. */
export function pendingImages(store: Store, { limit, articleId, retryFailed = false, retryNow = false }: PendingImagesOptions): PendingImage[] {
  const which = articleId === undefined ? { sql: SHOWN, values: [] } : { sql: OF_ARTICLE, values: [articleId] };
  const due = retryNow ? Number.MAX_SAFE_INTEGER : store.now();
  const pending = store.all<PendingImage>(
    `SELECT key, images.url, ${REFERRER} AS referrer FROM images WHERE state = 'pending' AND ifnull(retry_at, 0) <= ? AND ${which.sql} ORDER BY newest_article DESC LIMIT ?`,
    due, ...which.values, limit,
  );
  if (!(retryFailed || retryNow) || pending.length >= limit) return pending;
  const failed = store.all<PendingImage>(
    `SELECT key, images.url, ${REFERRER} AS referrer FROM images WHERE state = 'failed' AND retry_at <= ? AND ${which.sql} ORDER BY retry_at LIMIT ?`,
    due, ...which.values, limit - pending.length,
  );
  return [...pending, ...failed];
}

export type ImageOutcome = { readonly state: 'kept'; readonly type: string; readonly bytes: number } | { readonly state: 'failed' };

/**
 * Records that an image is on this device, or could not be had; an image that is here stays so. Answers with the
 * articles that show it.
 */
export function recordImage(store: Store, key: string, outcome: ImageOutcome): ArticleId[] {
  return store.transaction(() => {
    if (outcome.state === 'kept') {
      store.run(
        `UPDATE images SET state = 'kept', type = ?, bytes = ?, tried_at = ?, tries = tries + 1, retry_at = NULL WHERE key = ?`,
        outcome.type, outcome.bytes, store.now(), key,
      );
    } else {
      store.run(
        `UPDATE images SET state = 'failed', tried_at = ?1, tries = tries + 1, retry_at = ?1 + min(?2, ?3 << min(tries, 20))
         WHERE key = ?4 AND state <> 'kept'`,
        store.now(), LONGEST_WAIT, HOUR, key,
      );
    }
    const shown = store.all<{ id: ArticleId; feedId: number }>(
      `SELECT DISTINCT s.article_id AS id, s.feed_id AS feedId FROM images i
       JOIN article_images ai ON ai.image_id = i.id JOIN statuses s ON s.article_id = ai.article_id
       WHERE i.key = ? ORDER BY s.article_id DESC`,
      key,
    );
    const ids = shown.map((article) => article.id);
    if (assessKept(store, ids, store.stamp()) > 0) recount(store, [...new Set(shown.map((article) => article.feedId))]);
    return ids;
  });
}

/** Keys of images that no article and no copy shows any more; their files may go. */
export function unreferencedImages(store: Store): string[] {
  return store.all<{ key: string }>(`SELECT key FROM images WHERE NOT ${SHOWN}`).map((image) => image.key);
}

/** Forgets images; one that an article shows again by now stays. */
export function forgetImages(store: Store, keys: readonly string[]): void {
  store.run(`DELETE FROM images WHERE key IN (SELECT value FROM json_each(?)) AND NOT ${SHOWN}`, JSON.stringify(keys));
}

import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { SAVED_FEED } from '../../contract/saving.ts';
import { assessKept } from './assess-kept.ts';
import { recount } from './recount.ts';
import type { PendingImage } from './records.ts';
import type { Store } from './store.ts';

const HOUR = 60 * 60_000;
const LONGEST_WAIT = 24 * HOUR;
/** A server may be wrong once or twice about what it has. */
const TRIES_UNTIL_GONE = 3;
/** What no later ask will change: it is gone, or it is nothing that we take. */
const FINAL: ReadonlySet<ReaderErrorCode> = new Set<ReaderErrorCode>([
  'not-found', 'gone', 'not-an-image', 'image-too-large', 'image-too-complex', 'body-too-large', 'empty-body', 'invalid-address', 'unsupported-scheme',
]);

export interface PendingImagesOptions {
  readonly limit: number;
  /** Only the images of this article. */
  readonly articleId?: ArticleId;
  /** Those that failed as well, where their time has come again. */
  readonly retryFailed?: boolean;
  /** Those that failed as well, whenever that was: somebody asks for them now. */
  readonly retryNow?: boolean;
}

const COLUMNS = `key, images.url,
  (SELECT url FROM articles WHERE id = images.newest_article) AS referrer,
  (SELECT iif(p.handed_in = 1, NULL, iif(f.feed_url = '${SAVED_FEED}', p.url, f.feed_url))
   FROM statuses s JOIN feeds f ON f.id = s.feed_id LEFT JOIN page_texts p ON p.article_id = s.article_id WHERE s.article_id = images.newest_article) AS chosenUrl`;
/** By an article as it is now, or by a copy of what it was. */
const SHOWN = '(EXISTS (SELECT 1 FROM article_images ai WHERE ai.image_id = images.id) OR EXISTS (SELECT 1 FROM frozen_images fi WHERE fi.image_id = images.id))';
/** Of a source that is followed. */
const IS_ICON = 'EXISTS (SELECT 1 FROM feeds f WHERE f.icon = images.key)';
const OF_ARTICLE = 'id IN (SELECT image_id FROM article_images WHERE article_id = ?)';

/**
 * Images that are to be fetched, those of the newest articles first; after them, with `retryFailed` or `retryNow`, those that
 * failed. One that was put off is left out until its time.
 */
export function pendingImages(store: Store, { limit, articleId, retryFailed = false, retryNow = false }: PendingImagesOptions): PendingImage[] {
  const which = articleId === undefined ? { sql: SHOWN, values: [] } : { sql: OF_ARTICLE, values: [articleId] };
  const due = retryNow ? Number.MAX_SAFE_INTEGER : store.now();
  const pending = store.all<PendingImage>(
    `SELECT ${COLUMNS} FROM images WHERE state = 'pending' AND ifnull(retry_at, 0) <= ? AND ${which.sql} ORDER BY newest_article DESC LIMIT ?`,
    due, ...which.values, limit,
  );
  if (!(retryFailed || retryNow) || pending.length >= limit) return pending;
  const failed = store.all<PendingImage>(
    `SELECT ${COLUMNS} FROM images WHERE state = 'failed' AND (retry_at <= ?1 OR (?2 AND verdict = 'gone')) AND ${which.sql.replace('?', '?4')} ORDER BY retry_at LIMIT ?3`,
    due, retryNow ? 1 : 0, limit - pending.length, ...which.values,
  );
  return [...pending, ...failed];
}

export interface KeptImage {
  readonly state: 'kept';
  readonly type: string;
  /** Of the file. */
  readonly bytes: number;
  /** SHA-256; left out where it is not known. */
  readonly hash?: string | null;
  readonly width?: number | null;
  readonly height?: number | null;
  /** Its bytes are on disk already, under the key of another image of the same hash. */
  readonly shared?: boolean;
}

export interface FailedImage {
  readonly state: 'failed';
  readonly code?: ReaderErrorCode;
  /** Not before this, where its host wants rest. */
  readonly retryAt?: number | null;
}

export type ImageOutcome = KeptImage | FailedImage | { readonly state: 'dropped' };

/**
 * Records that an image is on this device, could not be had, or is only there to count readers; an image that is here stays
 * so. Answers with the articles that show it.
 */
export function recordImage(store: Store, key: string, outcome: ImageOutcome): ArticleId[] {
  return store.transaction(() => {
    if (outcome.state === 'kept') recordKept(store, key, outcome);
    else if (outcome.state === 'failed') recordFailed(store, key, outcome);
    else {
      store.run(
        `UPDATE images SET state = 'failed', verdict = 'dropped', code = NULL, tried_at = ?, tries = tries + 1, retry_at = NULL, hash = NULL, type = NULL, bytes = 0
         WHERE key = ?`,
        store.now(), key,
      );
    }
    return assessShowing(store, key);
  });
}

function recordKept(store: Store, key: string, { type, bytes, hash = null, width = null, height = null, shared = false }: KeptImage): void {
  // An address that carries the image itself has done so.
  store.run(
    `UPDATE images SET state = 'kept', type = ?, bytes = ?, hash = ?, width = ?, height = ?, tried_at = ?, tries = tries + 1, retry_at = NULL, code = NULL,
       verdict = NULL, url = iif(substr(url, 1, 5) = 'data:', 'data:', url)
     WHERE key = ?`,
    type, shared ? 0 : bytes, hash, width, height, store.now(), key,
  );
}

function recordFailed(store: Store, key: string, { code = 'http-error', retryAt = null }: FailedImage): void {
  const isFinal = FINAL.has(code) ? 1 : 0;
  store.run(
    `UPDATE images SET state = 'failed', tried_at = ?1, tries = tries + 1, code = ?5,
       retry_at = iif(?6 AND tries + 1 >= ?7, NULL, max(ifnull(?8, 0), ?1 + min(?2, ?3 << min(tries, 20)))),
       verdict = iif(?6 AND tries + 1 >= ?7, 'gone', NULL)
     WHERE key = ?4 AND state <> 'kept'`,
    store.now(), LONGEST_WAIT, HOUR, key, code, isFinal, TRIES_UNTIL_GONE, retryAt,
  );
}

function assessShowing(store: Store, key: string): ArticleId[] {
  const shown = store.all<{ id: ArticleId; feedId: number }>(
    `SELECT DISTINCT s.article_id AS id, s.feed_id AS feedId FROM images i
     JOIN article_images ai ON ai.image_id = i.id JOIN statuses s ON s.article_id = ai.article_id
     WHERE i.key = ? ORDER BY s.article_id DESC`,
    key,
  );
  const ids = shown.map((article) => article.id);
  if (assessKept(store, ids, store.stamp()) > 0) recount(store, [...new Set(shown.map((article) => article.feedId))]);
  return ids;
}

/** An image whose file is no longer there is to be fetched again, as an icon by whoever looks for those. Answers with the articles that show it. */
export function missImage(store: Store, key: string): ArticleId[] {
  return store.transaction(() => {
    store.run(`UPDATE images SET state = 'pending', type = NULL, bytes = 0, hash = NULL, retry_at = NULL, tries = 0 WHERE key = ? AND state = 'kept'`, key);
    store.run('UPDATE feed_icons SET next_at = 0 WHERE feed_id IN (SELECT id FROM feeds WHERE icon = ?)', key);
    store.run('UPDATE feeds SET icon = NULL WHERE icon = ?', key);
    return assessShowing(store, key);
  });
}

/** Nothing was asked: its host wants rest until then. */
export function putOffImage(store: Store, key: string, until: number): void {
  store.run(`UPDATE images SET retry_at = max(ifnull(retry_at, 0), ?) WHERE key = ? AND state <> 'kept' AND verdict IS NULL`, until, key);
}

/** The key under which the bytes of a hash are on disk, other than `key` itself; null where they are not. */
export function twinOf(store: Store, key: string, hash: string): string | null {
  return store.get<{ key: string }>(`SELECT key FROM images WHERE hash = ? AND key <> ? AND state = 'kept' ORDER BY bytes DESC, id LIMIT 1`, hash, key)?.key ?? null;
}

/** Images that are kept and were stored before their bytes were looked at. */
export function unseenImages(store: Store, limit: number): { readonly key: string; readonly bytes: number }[] {
  return store.all(`SELECT key, bytes FROM images WHERE state = 'kept' AND hash IS NULL ORDER BY id LIMIT ?`, limit);
}

/** Keys of images that no article, no copy and no source shows any more; their files may go. */
export function unreferencedImages(store: Store): string[] {
  return store.all<{ key: string }>(`SELECT key FROM images WHERE NOT ${SHOWN} AND NOT ${IS_ICON}`).map((image) => image.key);
}

/** Keys of the images that are said to be on this device. */
export function keptImages(store: Store): string[] {
  return store.all<{ key: string }>("SELECT key FROM images WHERE state = 'kept'").map(({ key }) => key);
}

/** Whether the image of a key is said to be on this device. */
export function isKept(store: Store, key: string): boolean {
  return store.get("SELECT 1 FROM images WHERE key = ? AND state = 'kept'", key) !== undefined;
}

/** Forgets images; one that an article or a source shows again by now stays. */
export function forgetImages(store: Store, keys: readonly string[]): void {
  store.run(`DELETE FROM images WHERE key IN (SELECT value FROM json_each(?)) AND NOT ${SHOWN} AND NOT ${IS_ICON}`, JSON.stringify(keys));
}

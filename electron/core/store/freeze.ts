import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ArticleId } from '../../contract/model.ts';
import { deflateBody } from '../normalize/body.ts';
import { articleTexts } from './article-texts.ts';
import type { Store } from './store.ts';

const IMAGE = /\bsrc="img\/([0-9a-f]{32})"/g;

/** What a copy is known by: SHA-256 of its HTML as UTF-8, 64 hexadecimal digits. */
export function textHash(html: string): string {
  return createHash('sha256').update(html).digest('hex');
}

/**
 * Keeps a copy of each text of a bookmarked article that is not kept yet, with its images. To be called in the transaction
 * that bookmarked it or changed a text of it; does nothing for an article that is not bookmarked. `at` is epoch milliseconds.
 */
export function freezeBookmark(store: Store, articleId: ArticleId, at: number): void {
  if (!store.get('SELECT 1 FROM statuses WHERE article_id = ? AND bookmarked = 1', articleId)) return;
  for (const { origin, html, title, url, retrievedAt } of articleTexts(store, articleId)) {
    const sha256 = textHash(html);
    // A title of the feed's that changed is no other page: a copy of now would bear the time of then.
    if (origin === 'page' && store.get("SELECT 1 FROM frozen_texts WHERE article_id = ? AND sha256 = ? AND origin = 'page'", articleId, sha256)) continue;
    const copy = store.get<{ id: number }>(
      `INSERT INTO frozen_texts (article_id, frozen_at, retrieved_at, url, title, origin, html, sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (article_id, sha256, title) DO NOTHING RETURNING id`,
      articleId, at, retrievedAt, url, title, origin, deflateBody(html), sha256,
    );
    if (copy) freezeImages(store, copy.id, html);
  }
}

function freezeImages(store: Store, copyId: number, html: string): void {
  const keys = [...new Set(Array.from(html.matchAll(IMAGE), ([, key]) => key))];
  if (keys.length === 0) return;
  store.run('INSERT INTO frozen_images (frozen_id, image_id) SELECT ?, id FROM images WHERE key IN (SELECT value FROM json_each(?))', copyId, JSON.stringify(keys));
}

const AT_ONCE = 50;

/** Freezes what was bookmarked before copies were kept. Other work comes between. */
export async function freezeEarlierBookmarks(store: Store): Promise<void> {
  const ids = store.all<{ id: ArticleId }>(
    `SELECT article_id AS id FROM statuses INDEXED BY statuses_bookmarked
     WHERE bookmarked = 1 AND NOT EXISTS (SELECT 1 FROM frozen_texts f WHERE f.article_id = statuses.article_id)
     ORDER BY article_id DESC`,
  );
  for (let from = 0; from < ids.length && store.db.isOpen; from += AT_ONCE) {
    store.transaction(() => {
      for (const { id } of ids.slice(from, from + AT_ONCE)) freezeBookmark(store, id, store.stamp());
    });
    await setImmediate();
  }
}

/** Articles whose bookmark was taken back before `before` and that have copies still; of `among`, where that is given. */
export function takenBack(store: Store, before: number, among?: readonly ArticleId[]): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT article_id AS id FROM statuses INDEXED BY statuses_unbookmarked
       WHERE unbookmarked_at < ? AND unbookmarked_at IS NOT NULL AND bookmarked = 0${among ? ' AND article_id IN (SELECT value FROM json_each(?))' : ''}
         AND EXISTS (SELECT 1 FROM frozen_texts f WHERE f.article_id = statuses.article_id)`,
      before, ...(among ? [JSON.stringify(among)] : []),
    )
    .map(({ id }) => id);
}

/** Forgets the copies of articles that are bookmarked no more. Answers with the bytes that this frees, as stored; with `dryRun`, only counts. */
export function thaw(store: Store, ids: readonly ArticleId[], { dryRun }: { readonly dryRun: boolean }): number {
  const list = JSON.stringify(ids);
  const row = store.get<{ bytes: number }>('SELECT ifnull(sum(length(html)), 0) AS bytes FROM frozen_texts WHERE article_id IN (SELECT value FROM json_each(?))', list);
  if (!dryRun) store.run('DELETE FROM frozen_texts WHERE article_id IN (SELECT value FROM json_each(?))', list);
  return row?.bytes ?? 0;
}

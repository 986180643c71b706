import { NETWORK_CODES } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/model.ts';
import { EVICTED_RETRY } from './offline-rows.ts';
import { EVICTED } from './page-texts.ts';
import type { Store } from './store.ts';

export interface LackingBookmark {
  readonly id: ArticleId;
  /** Images of it had been evicted before it was bookmarked. */
  readonly evicted: boolean;
}

const KEPT_BY_HAND = `SELECT article_id FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 AND presence = 1 AND kept < 2
  UNION SELECT article_id FROM statuses INDEXED BY statuses_pinned WHERE pinned_at IS NOT NULL AND presence = 1 AND kept < 2`;
const NETWORK = [...NETWORK_CODES].map((code) => `'${code}'`).join(', ');
/** Of the article that stands beside it. */
const EVICTED_IMAGE = `EXISTS (SELECT 1 FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = a.id AND i.state = 'pending' AND i.retry_at = ${EVICTED_RETRY})`;

/**
 * Bookmarks, and what is kept by hand, of which a text or an image is not here and may be asked for now; from `below` down, the
 * newest first. Nothing here walks more than the bookmarks.
 */
export function bookmarksAhead(store: Store, { below, limit, now }: { below: ArticleId; limit: number; now: number }): LackingBookmark[] {
  return store
    .all<{ id: ArticleId; evicted: number }>(
      `SELECT a.id, ${EVICTED_IMAGE} AS evicted FROM (${KEPT_BY_HAND}) AS k CROSS JOIN articles a ON a.id = k.article_id CROSS JOIN feeds f ON f.id = a.feed_id
       WHERE a.id < ?1 AND (
         (a.has_page = 0 AND a.whole = 0 AND f.full_text <> 'feed' AND a.url IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM page_failures x WHERE x.article_id = a.id AND x.code <> '${EVICTED}' AND x.retry_at > ?2))
         OR EXISTS (SELECT 1 FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = a.id AND (
           (i.state = 'pending' AND (ifnull(i.retry_at, 0) <= ?2 OR i.retry_at = ${EVICTED_RETRY})) OR (i.state = 'failed' AND i.retry_at <= ?2)))
       )
       ORDER BY a.id DESC LIMIT ?3`,
      below, now, limit,
    )
    .map(({ id, evicted }) => ({ id, evicted: evicted === 1 }));
}

/** Whether an article is still bookmarked or kept by hand: it may be let go, or go with its source, while others come first. */
export function isKeptByHand(store: Store, id: ArticleId): boolean {
  return store.get('SELECT 1 FROM statuses WHERE article_id = ? AND presence = 1 AND (bookmarked = 1 OR pinned_at IS NOT NULL)', id) !== undefined;
}

/** The network is back: what it alone kept bookmarks from may be asked for at once. */
export function releaseBookmarks(store: Store): void {
  store.run(`UPDATE page_failures SET retry_at = 0 WHERE code IN (${NETWORK}) AND article_id IN (${KEPT_BY_HAND})`);
  store.run(
    `UPDATE images SET retry_at = 0 WHERE state = 'failed' AND verdict IS NULL AND code IN (${NETWORK})
       AND id IN (SELECT image_id FROM article_images WHERE article_id IN (${KEPT_BY_HAND}))`,
  );
}

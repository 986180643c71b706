import { setImmediate } from 'node:timers/promises';
import type { ArticleId, FeedId } from '../../contract/model.ts';
import { assessKept } from './assess-kept.ts';
import { PAGE_IMAGES } from './link-images.ts';
import { NOTHING_ADDED } from './nothing-added.ts';
import { EVICTED_RETRY } from './offline-rows.ts';
import { EVICTED } from './page-texts.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

/** An article of which something may go. */
export interface Candidate {
  readonly id: ArticleId;
  /** When it came, or when more of it came. */
  readonly at: number;
  /** Of its page's text and of its images, whoever else shows these. */
  readonly bytes: number;
}

const AT_ONCE = 200;

/** What no eviction touches: what a person keeps, or has added something to; and what no list shows, which a clean-up removes. */
const MAY_GO = `(s.visible = 1 OR s.muted_at IS NOT NULL) AND s.presence = 1 AND s.bookmarked = 0 AND s.pinned_at IS NULL AND ${NOTHING_ADDED}`;

/** All articles of which images or page texts may go, the newest first. Other work comes between. */
export async function evictionCandidates(store: Store): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (let below = Number.MAX_SAFE_INTEGER, page: Candidate[] = []; (page = candidates(store, below)).length > 0; below = page.at(-1)?.id ?? 0) {
    for (const candidate of page) if (candidate.bytes > 0) found.push(candidate);
    await setImmediate();
    if (!store.db.isOpen) return [];
  }
  return found;
}

/** From the newest down: what of them could go. One with nothing to go has 0 bytes. */
function candidates(store: Store, below: ArticleId): Candidate[] {
  return store.all<Candidate>(
    `SELECT held.id, max(s.arrived_at, s.kept_at) AS at, iif(${MAY_GO}, ifnull(p.bytes, 0) + ifnull((
         SELECT sum(i.bytes) FROM article_images ai JOIN images i ON i.id = ai.image_id WHERE ai.article_id = held.id AND i.state = 'kept'
       ), 0), 0) AS bytes
     FROM (
       SELECT DISTINCT article_id AS id FROM article_images WHERE article_id < ?1
       UNION SELECT article_id AS id FROM page_texts WHERE article_id < ?1 ORDER BY id DESC LIMIT ?2
     ) AS held CROSS JOIN statuses s ON s.article_id = held.id
       LEFT JOIN (SELECT article_id, length(html) AS bytes FROM page_texts) AS p ON p.article_id = held.id
     ORDER BY held.id DESC`,
    below, AT_ONCE,
  );
}

/**
 * Forgets what is here of images and page texts of some articles, of all those that are `going`; one that a person has come to keep
 * meanwhile stays. Answers with the keys of the images, whose files may go then. An image
 * that was evicted is fetched again only when somebody asks for it.
 */
export function evictArticles(store: Store, ids: readonly ArticleId[], going: ReadonlySet<ArticleId>): string[] {
  return store.transaction(() => {
    const rows = store.all<{ id: ArticleId; feedId: FeedId }>(
      `SELECT s.article_id AS id, s.feed_id AS feedId FROM statuses s WHERE s.article_id IN (SELECT value FROM json_each(?)) AND ${MAY_GO}`,
      JSON.stringify(ids),
    );
    const list = JSON.stringify(rows.map(({ id }) => id));
    // Of all that go, those that show an image of these: reading the whole list each time would cost its square.
    const showing = store.all<{ id: ArticleId }>(
      `SELECT DISTINCT article_id AS id FROM article_images WHERE image_id IN (SELECT image_id FROM article_images WHERE article_id IN (SELECT value FROM json_each(?)))`,
      list,
    );
    const keys = store
      .all<{ key: string }>(
        `WITH going (id) AS MATERIALIZED (SELECT value FROM json_each(?1))
         SELECT key FROM images WHERE state = 'kept' AND id IN (SELECT image_id FROM article_images WHERE article_id IN (SELECT value FROM json_each(?2)))
           AND NOT EXISTS (
             SELECT 1 FROM article_images o JOIN statuses s ON s.article_id = o.article_id WHERE o.image_id = images.id AND NOT (o.article_id IN going AND ${MAY_GO})
           )
           AND NOT EXISTS (SELECT 1 FROM frozen_images z WHERE z.image_id = images.id)`,
        JSON.stringify(showing.map(({ id }) => id).filter((id) => going.has(id))), list,
      )
      .map(({ key }) => key);
    // Those whose turn comes later show some of them too.
    const shown = store.all<{ id: ArticleId; feedId: FeedId }>(
      `SELECT DISTINCT s.article_id AS id, s.feed_id AS feedId FROM images i JOIN article_images ai ON ai.image_id = i.id JOIN statuses s ON s.article_id = ai.article_id
       WHERE i.key IN (SELECT value FROM json_each(?))`,
      JSON.stringify(keys),
    );
    store.run(
      "UPDATE images SET state = 'pending', type = NULL, hash = NULL, bytes = 0, tries = 0, retry_at = ? WHERE key IN (SELECT value FROM json_each(?))",
      EVICTED_RETRY, JSON.stringify(keys),
    );
    // Else a source that is read whole would bring it back by itself; whoever opens or prepares the article has it again.
    store.run(
      `INSERT INTO page_failures (article_id, code, detail, tried_at, tries, retry_at)
       SELECT article_id, ?1, '{}', ?2, 0, ?3 FROM page_texts WHERE article_id IN (SELECT value FROM json_each(?4))
       ON CONFLICT (article_id) DO UPDATE SET code = excluded.code, detail = excluded.detail, tried_at = excluded.tried_at, retry_at = excluded.retry_at`,
      EVICTED, store.now(), EVICTED_RETRY, list,
    );
    store.run('DELETE FROM page_texts WHERE article_id IN (SELECT value FROM json_each(?))', list);
    store.run('UPDATE articles SET has_page = 0 WHERE has_page = 1 AND id IN (SELECT value FROM json_each(?))', list);
    // Of a text that is gone; what the feed's text shows as well stands among the others.
    store.run(
      'DELETE FROM article_images WHERE article_id IN (SELECT value FROM json_each(?)) AND position >= ? AND position < ?',
      list, PAGE_IMAGES.from, PAGE_IMAGES.below,
    );
    const changed = [...rows, ...shown];
    assessKept(store, [...new Set(changed.map(({ id }) => id))], store.stamp());
    recount(store, [...new Set(changed.map(({ feedId }) => feedId))]);
    return keys;
  });
}

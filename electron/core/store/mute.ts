import type { ArticleId, FeedId } from '../../contract/model.ts';
import { recount } from './recount.ts';
import type { Store } from './store.ts';

interface Changed {
  readonly id: ArticleId;
  readonly feedId: FeedId;
}

function settled(store: Store, rows: readonly Changed[]): ArticleId[] {
  recount(store, [...new Set(rows.map(({ feedId }) => feedId))]);
  return rows.map(({ id }) => id);
}

/**
 * Takes articles out of every list and count; a bookmark goes on showing. `by` is the rule that does it, null where a person
 * does. Answers with those that were not muted before; ids of no stored article are passed over.
 */
export function mute(store: Store, ids: readonly ArticleId[], { by, at }: { readonly by: number | null; readonly at: number }): ArticleId[] {
  return store.transaction(() =>
    settled(store, store.all<Changed>(
      `UPDATE statuses SET muted_at = ?, muted_by = ?, visible = bookmarked
       WHERE article_id IN (SELECT value FROM json_each(?)) AND presence = 1 AND muted_at IS NULL RETURNING article_id AS id, feed_id AS feedId`,
      at, by, JSON.stringify(ids),
    )),
  );
}

/** Shows muted articles again where their source is followed. Answers with those that were muted. */
export function unmute(store: Store, ids: readonly ArticleId[]): ArticleId[] {
  return store.transaction(() =>
    settled(store, store.all<Changed>(
      `UPDATE statuses SET muted_at = NULL, muted_by = NULL,
         visible = presence = 1 AND (bookmarked = 1 OR (SELECT subscribed FROM feeds WHERE feeds.id = statuses.feed_id) = 1)
       WHERE article_id IN (SELECT value FROM json_each(?)) AND muted_at IS NOT NULL RETURNING article_id AS id, feed_id AS feedId`,
      JSON.stringify(ids),
    )),
  );
}

/** What a rule muted and is muted still. */
export function mutedBy(store: Store, ruleId: number): ArticleId[] {
  return store.all<{ id: ArticleId }>('SELECT article_id AS id FROM statuses INDEXED BY statuses_muted WHERE muted_by = ? AND muted_at IS NOT NULL', ruleId).map(({ id }) => id);
}

/** Marks articles as important. Answers with those that were not. */
export function raise(store: Store, ids: readonly ArticleId[], at: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      'UPDATE statuses SET raised_at = ? WHERE article_id IN (SELECT value FROM json_each(?)) AND presence = 1 AND raised_at IS NULL RETURNING article_id AS id',
      at, JSON.stringify(ids),
    )
    .map(({ id }) => id);
}

/** Takes that mark back. Answers with those that had it. */
export function lower(store: Store, ids: readonly ArticleId[]): ArticleId[] {
  return store
    .all<{ id: ArticleId }>('UPDATE statuses SET raised_at = NULL WHERE article_id IN (SELECT value FROM json_each(?)) AND raised_at IS NOT NULL RETURNING article_id AS id', JSON.stringify(ids))
    .map(({ id }) => id);
}

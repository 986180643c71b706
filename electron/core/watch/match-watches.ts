import type { ArticleId } from '../../contract/model.ts';
import type { Watch, WatchId } from '../../contract/watch.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from './finder.ts';
import { failureOf } from './query-failure.ts';

export interface WatchHits {
  readonly watch: Watch;
  /** What it did not match before. */
  readonly fresh: readonly ArticleId[];
}

export interface MatchedWatches {
  readonly hits: readonly WatchHits[];
  /** Whether any watch has other hits now, or failed otherwise than before. */
  readonly changed: boolean;
}

/** Which of these articles a watch matches. Throws what its query fails with. */
export function matchedBy(finder: Finder, { watched }: Watch, ids: readonly ArticleId[], entities: ReadonlyMap<ArticleId, readonly string[]>): readonly ArticleId[] {
  if (watched.kind === 'search') return finder.matching(watched, ids);
  return ids.filter((id) => entities.get(id)?.includes(watched.entityId));
}

/**
 * Has watches look at articles that came or changed: what they match is kept, what they match no more is dropped. One that
 * fails says so and keeps what it had. To be called in a transaction.
 */
export function matchWatches(store: Store, finder: Finder, watches: readonly Watch[], ids: readonly ArticleId[]): MatchedWatches {
  if (watches.length === 0 || ids.length === 0) return { hits: [], changed: false };
  const entities = watches.some(({ watched }) => watched.kind === 'entity') ? finder.entitiesOf(ids) : new Map<ArticleId, readonly string[]>();
  const hits: WatchHits[] = [];
  let changed = false;
  for (const watch of watches) {
    try {
      const matched = matchedBy(finder, watch, ids, entities);
      const { fresh, dropped } = keepHits(store, watch.id, ids, matched);
      if (fresh.length > 0) hits.push({ watch, fresh });
      changed ||= fresh.length > 0 || dropped > 0 || watch.failure !== null;
      if (watch.failure !== null) store.run('UPDATE watches SET failure_code = NULL, failure_detail = NULL WHERE id = ?', watch.id);
    } catch (error) {
      recordWatchFailure(store, watch.id, error);
      changed = true;
    }
  }
  return { hits, changed };
}

/** Keeps what a watch matched of the articles it looked at, and drops what it matches no more. `fresh`: what it had not matched before. */
export function keepHits(store: Store, watchId: WatchId, ids: readonly ArticleId[], matched: readonly ArticleId[]): { fresh: ArticleId[]; dropped: number } {
  const list = JSON.stringify(matched);
  const dropped = store.run(
    'DELETE FROM watch_hits WHERE watch_id = ? AND article_id IN (SELECT value FROM json_each(?)) AND article_id NOT IN (SELECT value FROM json_each(?))',
    watchId, JSON.stringify(ids), list,
  );
  const foundAt = store.stamp();
  const fresh = matched.length === 0 ? [] : store
    .all<{ id: ArticleId }>(
      `INSERT INTO watch_hits (watch_id, article_id, found_at) SELECT ?, article_id, ? FROM statuses WHERE article_id IN (SELECT value FROM json_each(?))
       ON CONFLICT DO NOTHING RETURNING article_id AS id`,
      watchId, foundAt, list,
    )
    .map(({ id }) => id);
  // After a restart with the clock set back, what is drawn then still holds it.
  if (fresh.length > 0) store.run('UPDATE library SET last_stamp = ?', foundAt);
  return { fresh, dropped };
}

/** Throws a fault of the disk on. */
export function recordWatchFailure(store: Store, watchId: WatchId, error: unknown): void {
  const { code, detail } = failureOf(error);
  store.run('UPDATE watches SET failure_code = ?, failure_detail = ? WHERE id = ?', code, JSON.stringify(detail), watchId);
}

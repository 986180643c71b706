import type { ReaderErrorCode } from '../../contract/errors.ts';
import type { FeedId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** What is known of a source whose icon is to be looked for. */
export interface DueIcon {
  readonly feedId: FeedId;
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  /** What the feed itself last named. */
  readonly iconUrl: string | null;
  /** How often it failed in a row. */
  readonly tries: number;
}

/** Nothing is put off for longer: a later time was set by a clock that was wrong. */
const LONGEST_WAIT = 62 * 24 * 60 * 60_000;

/**
 * Sources whose icons are to be looked for, those that waited longest first. Of one that never answered it is not known yet what it
 * names, and one that is paused is asked for nothing unasked.
 */
export function dueIcons(store: Store, limit: number): DueIcon[] {
  return store.all(
    `SELECT f.id AS feedId, f.feed_url AS feedUrl, f.site_url AS siteUrl, f.icon_url AS iconUrl, ifnull(i.tries, 0) AS tries
     FROM feeds f LEFT JOIN feed_icons i ON i.feed_id = f.id
     WHERE f.subscribed = 1 AND f.paused = 0 AND f.succeeded_at IS NOT NULL AND f.feed_url LIKE 'http%'
       AND (i.next_at IS NULL OR i.next_at <= ?1 OR i.next_at > ?1 + ${LONGEST_WAIT})
     ORDER BY ifnull(i.next_at, 0), f.id LIMIT ?2`,
    store.now(), limit,
  );
}

/** Makes room for an icon that came from `url`, as an image that is here once `recordImage` says so; whether it is. */
export function awaitIcon(store: Store, key: string, url: string): boolean {
  const row = store.get<{ state: string }>(
    `INSERT INTO images (key, url, newest_article) VALUES (?1, ?2, 0) ON CONFLICT (key) DO UPDATE SET url = ?2, tried_at = iif(state = 'kept', ?3, tried_at) RETURNING state`,
    key, url.startsWith('data:') ? 'data:' : url, store.now(),
  );
  return row?.state === 'kept';
}

/** Gives a source its icon, an image that is here, and says when it is looked at again. False where the image is gone by now, or the source is. */
export function keepIcon(store: Store, feedId: FeedId, { key, nextAt }: { readonly key: string; readonly nextAt: number }): boolean {
  return store.transaction(() => {
    const changed = store.run("UPDATE feeds SET icon = ?1 WHERE id = ?2 AND subscribed = 1 AND EXISTS (SELECT 1 FROM images WHERE key = ?1 AND state = 'kept')", key, feedId);
    if (changed > 0) putIcon(store, feedId, { nextAt, tries: 0, code: null });
    return changed > 0;
  });
}

export interface NoIcon {
  /** Why there is none; null where the site has none. */
  readonly code: ReaderErrorCode | null;
  readonly nextAt: number;
  /** How often it failed in a row now. */
  readonly tries: number;
}

/** Notes that no icon came for a source, and when it is looked for again. What it had stays, but where its site has none any more: then true. */
export function missIcon(store: Store, feedId: FeedId, { code, nextAt, tries }: NoIcon): boolean {
  return store.transaction(() => {
    putIcon(store, feedId, { code, nextAt, tries });
    return code === null && store.run('UPDATE feeds SET icon = NULL WHERE id = ? AND icon IS NOT NULL', feedId) > 0;
  });
}

function putIcon(store: Store, feedId: FeedId, { code, nextAt, tries }: NoIcon): void {
  store.run(
    `INSERT INTO feed_icons (feed_id, next_at, tries, code) SELECT id, ?2, ?3, ?4 FROM feeds WHERE id = ?1 AND subscribed = 1
     ON CONFLICT (feed_id) DO UPDATE SET next_at = excluded.next_at, tries = excluded.tries, code = excluded.code`,
    feedId, nextAt, tries, code,
  );
}

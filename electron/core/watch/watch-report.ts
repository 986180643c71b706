import type { ArticleId } from '../../contract/model.ts';
import type { WatchId, WatchReport } from '../../contract/watch.ts';
import { firstIdAt, sortAtOf } from '../store/place-article.ts';
import type { Store } from '../store/store.ts';
import type { Finder } from './finder.ts';
import { findWatch } from './watches.ts';

const DAY = 24 * 60 * 60_000;
const OFTEN_DAYS = 30;
const MOST_OFTEN = 12;
/** Articles whose names are counted; of more, the newest. */
const MOST_COUNTED = 2000;

/** A watch over time, by local days, and the names that stand beside it. Throws `watch-missing`. */
export function watchReport(store: Store, finder: Finder, { watchId, days, zone, now }: { readonly watchId: WatchId; readonly days: number; readonly zone: string; readonly now: number }): WatchReport {
  const { watched, total } = findWatch(store, watchId);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const span = localDays(now, days, format);
  // One day more, since the first local day may have begun before.
  const ids = hitsSince(store, watchId, now - (days + 1) * DAY);
  const counts = new Map(span.map((day) => [day, 0]));
  for (const id of ids) {
    const day = format.format(sortAtOf(id));
    const count = counts.get(day);
    if (count !== undefined) counts.set(day, count + 1);
  }
  const oldest = store.get<{ id: ArticleId | null }>(
    'SELECT h.article_id AS id FROM watch_hits h CROSS JOIN statuses s ON s.article_id = h.article_id WHERE h.watch_id = ? AND s.visible = 1 ORDER BY h.article_id LIMIT 1', watchId,
  );
  return {
    days: span.map((day) => ({ day, count: counts.get(day) ?? 0 })),
    total,
    since: oldest?.id ? sortAtOf(oldest.id) : null,
    often: namedWith(finder, hitsSince(store, watchId, now - OFTEN_DAYS * DAY).slice(0, MOST_COUNTED), watched.kind === 'entity' ? watched.entityId : null),
  };
}

/** The last days, oldest first; days of 23 and 25 hours are days too. */
function localDays(now: number, days: number, format: Intl.DateTimeFormat): string[] {
  const last = format.format(now);
  const noon = Date.parse(`${last}T12:00:00Z`);
  return Array.from({ length: days }, (_, index) => new Date(noon - (days - 1 - index) * DAY).toISOString().slice(0, 10));
}

/** What lists can show of its hits, newest first. */
function hitsSince(store: Store, watchId: WatchId, since: number): ArticleId[] {
  return store
    .all<{ id: ArticleId }>(
      `SELECT h.article_id AS id FROM watch_hits h CROSS JOIN statuses s ON s.article_id = h.article_id
       WHERE h.watch_id = ? AND h.article_id >= ? AND s.visible = 1 ORDER BY h.article_id DESC`,
      watchId, firstIdAt(since),
    )
    .map(({ id }) => id);
}

function namedWith(finder: Finder, ids: readonly ArticleId[], own: string | null): WatchReport['often'] {
  const counts = new Map<string, number>();
  for (const names of finder.entitiesOf(ids).values()) for (const name of new Set(names)) if (name !== own) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([entityId, count]) => ({ entityId, count }))
    .toSorted((a, b) => b.count - a.count || (a.entityId < b.entityId ? -1 : 1))
    .slice(0, MOST_OFTEN);
}

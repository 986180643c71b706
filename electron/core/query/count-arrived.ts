import type { ArgsOf } from '../../contract/api.ts';
import { scopeFilter } from '../store/scope-filter.ts';
import type { Store } from '../store/store.ts';

/**
 * How many articles of a scope arrived after `since` (an `asOf`). `now` is epoch milliseconds.
 * Throws `feed-missing`, `folder-missing`.
 */
export function countArrived(store: Store, { scope, since, unreadOnly = false }: ArgsOf<'countArrived'>, now: number): { count: number } {
  const { sql, values } = scopeFilter(store, scope, { asOf: Number.MAX_SAFE_INTEGER, now });
  const unread = unreadOnly || scope.kind === 'unread' ? ' AND read = 0' : '';
  const row = store.get<{ count: number }>(
    `SELECT count(*) AS count FROM statuses INDEXED BY statuses_arrived WHERE arrived_at > ? AND visible = 1${unread} AND ${sql}`,
    since, ...values,
  );
  return { count: row?.count ?? 0 };
}

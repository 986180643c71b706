import type { ArticleId } from '../../contract/model.ts';
import type { Store } from './store.ts';

/** Rules and watches have these to look at. To be called in the transaction that stored them, by whoever did. */
export function noteArrivals(store: Store, ids: readonly ArticleId[]): void {
  store.run('INSERT INTO pending_arrivals SELECT value, 0 FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET names_only = 0', JSON.stringify(ids));
}

/** Names are to be looked for in these. */
export function noteUnnamed(store: Store, ids: readonly ArticleId[]): void {
  store.run('INSERT INTO unnamed SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', JSON.stringify(ids));
}

/** The index is to read these. */
export function noteUnindexed(store: Store, ids: readonly ArticleId[]): void {
  store.run('INSERT INTO search_due SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', JSON.stringify(ids));
}

/** The lens is to read these. */
export function noteFiguresDue(store: Store, ids: readonly ArticleId[]): void {
  store.run('INSERT INTO figures_due SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING', JSON.stringify(ids));
}

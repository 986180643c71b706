import type { DamagedLibrary } from './damaged-library.ts';
import type { Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/**
 * Watchlists and rules that the copy does not have, at the end of those that it has. They are known by what they watch and do; a
 * watchlist looks through everything anew.
 */
export function salvageWatches(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  for (const { id = null, ...watch } of damaged.rows('watches')) {
    if (store.get('SELECT 1 FROM watches WHERE kind = ? AND entity_id IS ? AND query IS ? AND exact = ?', watch['kind'] ?? null, watch['entity_id'] ?? null, watch['query'] ?? null, watch['exact'] ?? 0)) continue;
    const anew = { position: next(store, 'SELECT count(*) AS n FROM watches'), below: Number.MAX_SAFE_INTEGER, total: 0, unread: 0 };
    if (!insert('watches', watch, { ...anew, id })) insert('watches', watch, anew);
  }
  for (const { id = null, ...rule } of damaged.rows('rules')) {
    if (store.get('SELECT 1 FROM rules WHERE conditions = ? AND effects = ?', rule['conditions'] ?? null, rule['effects'] ?? null)) continue;
    const position = next(store, 'SELECT count(*) AS n FROM rules');
    // What it muted names it by its id.
    if (!insert('rules', rule, { id, position })) insert('rules', rule, { position });
  }
}

function next(store: Store, sql: string): number {
  return store.get<{ n: number }>(sql)?.n ?? 0;
}

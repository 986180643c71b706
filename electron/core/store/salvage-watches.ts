import type { SQLInputValue } from 'node:sqlite';
import type { DamagedLibrary } from './damaged-library.ts';
import type { Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/**
 * Watchlists and rules that the copy does not have, at the end of those that it has; those that it has are as they were last. They
 * are known by their id and time, else by what they watch and do. A watchlist that watches something else than in the copy looks
 * through everything anew.
 */
export function salvageWatches(store: Store, damaged: DamagedLibrary, insert: Insert): void {
  for (const { id = null, ...watch } of damaged.rows('watches')) {
    const { title = '', alert = 'off', created_at: at = 0 } = watch;
    const known = store.get('SELECT 1 FROM watches WHERE id = ? AND created_at = ?', id, at) !== undefined;
    if (known) store.run('UPDATE watches SET title = ?, alert = ? WHERE id = ?', title, alert, id);
    if (store.get('SELECT 1 FROM watches WHERE kind = ? AND entity_id IS ? AND query IS ? AND exact = ?', watch['kind'] ?? null, watch['entity_id'] ?? null, watch['query'] ?? null, watch['exact'] ?? 0)) continue;
    if (known) {
      const { kind = null, entity_id: entity = null, query = null, exact = 0, live = 0 } = watch;
      store.run('DELETE FROM watch_hits WHERE watch_id = ?', id);
      store.run('UPDATE watches SET kind = ?, entity_id = ?, query = ?, exact = ?, live = ?, below = ? WHERE id = ?', kind, entity, query, exact, live, Number.MAX_SAFE_INTEGER, id);
      continue;
    }
    const anew = { position: next(store, 'SELECT count(*) AS n FROM watches'), below: Number.MAX_SAFE_INTEGER, total: 0, unread: 0 };
    if (!insert('watches', watch, { ...anew, id })) insert('watches', watch, anew);
  }
  const had = new Set<SQLInputValue>(store.all<{ id: number }>('SELECT id FROM rules').map(({ id }) => id));
  for (const { id = null, ...rule } of damaged.rows('rules')) {
    const { title = '', enabled = 1, conditions = null, effects = null } = rule;
    // An id of a rule is given once.
    if (had.has(id)) {
      store.run('UPDATE rules SET title = ?, enabled = ?, conditions = ?, effects = ? WHERE id = ?', title, enabled, conditions, effects, id);
      continue;
    }
    if (store.get('SELECT 1 FROM rules WHERE conditions = ? AND effects = ?', conditions, effects)) continue;
    const position = next(store, 'SELECT count(*) AS n FROM rules');
    // What it muted names it by its id.
    if (!insert('rules', rule, { id, position })) insert('rules', rule, { position });
  }
}

function next(store: Store, sql: string): number {
  return store.get<{ n: number }>(sql)?.n ?? 0;
}

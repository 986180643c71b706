import type { SQLInputValue } from 'node:sqlite';
import type { DamagedLibrary, Row } from './damaged-library.ts';
import type { Insert } from './salvage-row.ts';
import type { Store } from './store.ts';

/**
 * Watchlists and rules that the copy does not have, at the end of those that it has; those that it has are as they were last, and
 * those that were removed since are gone, where the damaged library can tell. They are known by their id and time, else by what
 * they watch and do. A watchlist that watches something else than in the copy looks through everything anew.
 */
export function salvageWatches(store: Store, damaged: DamagedLibrary, { insert, copiedAt }: { readonly insert: Insert; readonly copiedAt: number }): void {
  dropRemoved(store, damaged, copiedAt);
  takeWatches(store, damaged, insert);
  takeRules(store, damaged, insert);
}

/**
 * One that came back would alert again, or mute and mark read what a person wants to see. What only may have been removed stays:
 * of a table that is not whole, what is missing may be lost; and where a salvage failed, the copy was worked with before the next.
 */
function dropRemoved(store: Store, damaged: DamagedLibrary, copiedAt: number): void {
  if (damaged.isIntact('watches')) {
    const kept = [...damaged.rows('watches')];
    const isKept = (one: Row): boolean => kept.some((other) => (one['id'] === other['id'] && one['created_at'] === other['created_at']) || WATCHED.every((column) => one[column] === other[column]));
    for (const one of store.all<Row>('SELECT id, created_at, kind, entity_id, query, exact FROM watches WHERE created_at <= ?', copiedAt)) if (!isKept(one)) store.run('DELETE FROM watches WHERE id = ?', one['id'] ?? null);
    putInOrder(store, 'watches');
  }
  if (damaged.isIntact('rules')) {
    const kept = [...damaged.rows('rules')];
    const isKept = (one: Row): boolean => kept.some((other) => one['id'] === other['id'] || (one['conditions'] === other['conditions'] && one['effects'] === other['effects']));
    const given = Math.max(0, ...[...damaged.rows('sqlite_sequence')].filter(({ name }) => name === 'rules').map(({ seq }) => Number(seq)));
    for (const one of store.all<Row>('SELECT id, conditions, effects FROM rules WHERE id <= ?', given)) if (!isKept(one)) store.run('DELETE FROM rules WHERE id = ?', one['id'] ?? null);
    putInOrder(store, 'rules');
  }
}

const WATCHED = ['kind', 'entity_id', 'query', 'exact'] as const;

/** New ones are put behind those that are there, by their number. */
function putInOrder(store: Store, table: 'watches' | 'rules'): void {
  for (const [at, { id }] of store.all<{ id: number }>(`SELECT id FROM ${table} ORDER BY position, id`).entries()) store.run(`UPDATE ${table} SET position = ? WHERE id = ? AND position <> ?1`, at, id);
}

function takeWatches(store: Store, damaged: DamagedLibrary, insert: Insert): void {
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
}

function takeRules(store: Store, damaged: DamagedLibrary, insert: Insert): void {
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

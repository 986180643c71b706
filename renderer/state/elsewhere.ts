import type { FolderId, Scope } from '../../electron/contract/model.ts';
import type { TreeRow } from '../sidebar/source-tree.ts';
import { scopeKey } from './scope-key.ts';

function scopeOf(row: TreeRow): Scope {
  return row.kind === 'folder' ? { kind: 'folder', id: row.folder.id } : { kind: 'feed', id: row.feed.id };
}

/**
 * The sources and folders with unread headlines to go on to from a scope, nearest first: in the sidebar's order and round
 * its end, backwards for -1. `rows` are those of an open tree. What the scope itself holds comes last, for all in it was
 * just gone through.
 */
export function elsewhere(rows: readonly TreeRow[], scope: Scope, step: 1 | -1): readonly Scope[] {
  const at = rows.findIndex((row) => scopeKey(scopeOf(row)) === scopeKey(scope));
  const start = at === -1 ? undefined : rows[at];
  const size = start?.kind === 'folder' ? inside(rows, at) : 0;
  const own = at === -1 ? [] : rows.slice(at, at + size + 1);
  const before = at === -1 ? [] : rows.slice(0, at);
  const after = at === -1 ? rows : rows.slice(at + size + 1);
  const above = new Set<FolderId>(holders(rows, at));
  const order = step === 1 ? [...after, ...before] : [...before.toReversed(), ...after.toReversed()];
  const isAbove = (row: TreeRow) => row.kind === 'folder' && above.has(row.folder.id);
  return [...order.filter((row) => !isAbove(row)), ...order.filter(isAbove), ...own].filter((row) => row.unread > 0).map(scopeOf);
}

/** How many rows below a folder are inside it. */
function inside(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 0;
  const end = rows.findIndex((row, index) => index > at && row.level <= level);
  return (end === -1 ? rows.length : end) - at - 1;
}

/** The folders around a row, the nearest first. */
function holders(rows: readonly TreeRow[], at: number): FolderId[] {
  const found: FolderId[] = [];
  let level = rows[at]?.level ?? 0;
  for (const row of rows.slice(0, Math.max(at, 0)).toReversed()) {
    if (row.level >= level) continue;
    level = row.level;
    if (row.kind === 'folder') found.push(row.folder.id);
  }
  return found;
}

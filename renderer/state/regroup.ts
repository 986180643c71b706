import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';

/** Articles whose stories changed. */
export type Moved = ReadonlySet<ArticleId> | 'many';

export const NONE_MOVED: Moved = new Set();

export function bothMoved(one: Moved, other: Moved): Moved {
  return one === 'many' || other === 'many' ? 'many' : new Set([...one, ...other]);
}

export interface Regrouping {
  /** What the listing answers now. */
  readonly newer: ReadonlyMap<ArticleId, ArticleSummary>;
  /** The oldest `sortAt` that it covers. */
  readonly reach: number;
  readonly asOf: number;
  readonly moved: Moved;
  /** The stories of the rows that `leaving` names. */
  readonly storyIds: ReadonlyMap<ArticleId, number>;
  /** Is being read, and stays. */
  readonly keepId: ArticleId | null;
}

function hasMoved(moved: Moved, id: ArticleId): boolean {
  return moved === 'many' || moved.has(id);
}

/** The rows that the listing does not answer with any more, of those whose stories changed. */
export function leaving(rows: readonly ArticleSummary[], { newer, reach, moved, keepId }: Pick<Regrouping, 'newer' | 'reach' | 'moved' | 'keepId'>): readonly ArticleId[] {
  return rows.filter(({ id, sortAt }) => sortAt > reach && !newer.has(id) && hasMoved(moved, id) && id !== keepId).map(({ id }) => id);
}

/**
 * Rows by what their stories are now: one that another row stands for goes, and one that stands for itself or others again comes to
 * its place. What arrived after the list was drawn waits as all that arrived, and what it will stand for stays until then.
 */
export function regroup(rows: readonly ArticleSummary[], { newer, reach, asOf, moved, keepId, storyIds }: Regrouping): readonly ArticleSummary[] {
  if (moved !== 'many' && moved.size === 0) return rows;
  const candidates = new Set(leaving(rows, { newer, reach, moved, keepId }));
  const told = new Set(rows.flatMap(({ id }) => (candidates.has(id) ? [] : (newer.get(id)?.story?.id ?? []))));
  const kept = rows.filter(({ id }) => !candidates.has(id) || !told.has(storyIds.get(id) ?? -1));
  const standing = new Set(kept.map(({ id }) => id));
  const oldest = rows.at(-1)?.sortAt ?? 0;
  const come = [...newer.values()].filter((row) => hasMoved(moved, row.id) && !standing.has(row.id) && row.sortAt >= oldest && row.arrivedAt <= asOf);
  return come.length === 0 ? kept : [...kept, ...come].toSorted((one, other) => other.id - one.id);
}

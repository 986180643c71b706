import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';

/** Articles whose stories changed. */
export type Moved = ReadonlySet<ArticleId> | 'many';

export const NONE_MOVED: Moved = new Set();

export interface Regrouping {
  /** What the listing answers now. */
  readonly newer: ReadonlyMap<ArticleId, ArticleSummary>;
  /** The oldest `sortAt` that it covers. */
  readonly reach: number;
  readonly asOf: number;
  readonly moved: Moved;
  /** Is being read, and stays. */
  readonly keepId: ArticleId | null;
}

/**
 * Rows by what their stories are now: one that another row stands for goes, and one that stands for itself or others again comes to
 * its place. What arrived after the list was drawn waits as all that arrived, unless it takes the place of a row that goes.
 */
export function regroup(rows: readonly ArticleSummary[], { newer, reach, asOf, moved, keepId }: Regrouping): readonly ArticleSummary[] {
  if (moved !== 'many' && moved.size === 0) return rows;
  const hasMoved = (id: ArticleId): boolean => moved === 'many' || moved.has(id);
  // Of many, what was read meanwhile cannot be told from what another row stands for.
  const goes = (row: ArticleSummary): boolean => row.sortAt > reach && !newer.has(row.id) && hasMoved(row.id) && row.id !== keepId && (moved !== 'many' || !row.read);
  const kept = rows.filter((row) => !goes(row));
  const standing = new Set(kept.map(({ id }) => id));
  const oldest = rows.at(-1)?.sortAt ?? 0;
  const come = [...newer.values()].filter((row) => hasMoved(row.id) && !standing.has(row.id) && row.sortAt >= oldest && (row.arrivedAt <= asOf || kept.length < rows.length));
  return come.length === 0 ? kept : [...kept, ...come].toSorted((one, other) => other.id - one.id);
}

import type { ArticleSummary } from '../../electron/contract/model.ts';

/** What this window changes of an article by itself. */
export type RowPatch = Partial<Pick<ArticleSummary, 'read' | 'bookmarked' | 'pinned' | 'highlighted' | 'kept'>>;

interface RowChange {
  readonly matches: (row: ArticleSummary) => boolean;
  readonly patch: RowPatch;
}

/** Makes an article of an answer agree with what was changed here and is not in it yet. */
export type Agree = <Row extends ArticleSummary>(row: Row) => Row;

/** For each question under way, the changes made since it was asked: its answer may be from before them. */
const sinceAsked = new Set<RowChange[]>();
/** Changes that the engine was told of and did not answer yet: it may take a question that was asked later before them. */
const underWay = new Set<RowChange>();

/** Asks, and gives the way to make what was answered agree with what was changed meanwhile. */
export async function current<T>(question: (agree: Agree) => Promise<T>): Promise<T> {
  const changes = [...underWay];
  sinceAsked.add(changes);
  try {
    return await question((row) => changes.reduce((now, { matches, patch }) => (matches(row) ? { ...now, ...patch } : now), row));
  } finally {
    sinceAsked.delete(changes);
  }
}

/** Notes a change for the answers to come of what was asked already. */
export function noteChange(matches: RowChange['matches'], patch: RowPatch): void {
  for (const changes of sinceAsked) changes.push({ matches, patch });
}

/** Holds a change against every answer to what is asked until the engine has answered to it, `told`. Answers and rejects as that does. */
export async function holdChange<Answer>(matches: RowChange['matches'], patch: RowPatch, told: () => Promise<Answer>): Promise<Answer> {
  const change = { matches, patch };
  underWay.add(change);
  try {
    return await told();
  } finally {
    underWay.delete(change);
  }
}

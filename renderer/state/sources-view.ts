import { create } from 'zustand';
import type { FeedId } from '../../electron/contract/model.ts';
import { useUi } from './ui.ts';

export const SOURCE_COLUMNS = ['source', 'days', 'perDay', 'fullText', 'lastNew', 'state'] as const;
export type SourceColumn = (typeof SOURCE_COLUMNS)[number];

export interface SourceSort {
  readonly column: SourceColumn;
  readonly descending: boolean;
}

export interface SourcesView {
  /** The source whose details are shown; null shows what the engine did. */
  readonly chosen: FeedId | null;
  readonly filter: string;
  readonly sort: SourceSort | null;
  /** The sources of the table from top to bottom, as last drawn. */
  readonly order: readonly FeedId[];
  readonly fetchesAsTable: boolean;
}

/** What of the sources page is looked at. Kept while the window is open, so that coming back finds it as it was left. */
export const useSourcesView = create<SourcesView>()(() => ({ chosen: null, filter: '', sort: null, order: [], fetchesAsTable: false }));

/** Shows the details of a source, or with null what the engine did. In the narrow layout they come over the table where `push` says so. */
export function chooseSource(chosen: FeedId | null, push = false): void {
  useSourcesView.setState({ chosen });
  if (push && useUi.getState().layout === 'narrow') useUi.setState({ pushed: true });
}

/** Chooses the next (1) or previous (-1) source of the table; from none, the first or the last. */
export function moveSource(step: 1 | -1): void {
  const { chosen, order } = useSourcesView.getState();
  const at = chosen === null ? -1 : order.indexOf(chosen);
  const next = order[at === -1 ? (step === 1 ? 0 : order.length - 1) : at + step];
  if (next !== undefined) chooseSource(next);
}

/** Names sort from A, and what needs attention comes first; numbers and dates start with the largest. */
function startsDescending(column: SourceColumn): boolean {
  return column !== 'source' && column !== 'state';
}

/** Sorts by a column, the other way round where it is sorted by it already, and on the third call as the page does by itself. */
export function sortSources(column: SourceColumn): void {
  useSourcesView.setState(({ sort }) => {
    const first = startsDescending(column);
    if (sort?.column !== column) return { sort: { column, descending: first } };
    return { sort: sort.descending === first ? { column, descending: !first } : null };
  });
}

import { AnswerLines } from '../search/answer-lines.tsx';
import { useRested } from '../search/use-rested.ts';
import { PAGE_SEARCH_ID } from '../layout/page-search.tsx';
import { narrow, useBookmarksView } from '../state/bookmarks-view.ts';
import type { Bookmarks } from './use-bookmarks.ts';
import styles from './bookmarks.module.css';

const NONE: readonly never[] = [];

/** Selects in the field what a note is about. */
function showPart({ at, to }: { readonly at: number; readonly to: number }): void {
  const field = document.getElementById(PAGE_SEARCH_ID);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.setSelectionRange(at, to);
}

/** Below the filters: what the search of the bookmarks looked for as well, and what of it was left out. */
export function FoundLines({ search, isEmpty, filter }: { readonly search: Bookmarks['search']; readonly isEmpty: boolean; readonly filter: Bookmarks['filter'] }) {
  const exact = useBookmarksView((state) => state.choice.exact);
  const rested = useRested(filter.text ?? null);
  if (!search) return null;
  const notes = rested === filter.text ? search.notes : NONE;
  const also = isEmpty ? NONE : search.also;
  if (!exact && also.length === 0 && notes.length === 0 && !search.indexing) return null;
  return (
    <div className={styles.found}>
      <AnswerLines also={also} notes={notes} indexing={search.indexing} exact={exact} onExact={(next) => narrow({ exact: next })} onNote={showPart} />
    </div>
  );
}

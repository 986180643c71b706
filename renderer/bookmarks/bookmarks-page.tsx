import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { asReaderError } from '../client/as-reader-error.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorState } from '../components/error-state.tsx';
import { PageFrame } from '../layout/page-frame.tsx';
import { PageInstead } from '../layout/page-instead.tsx';
import { isNarrowed, markAll, narrow as narrowBy, NO_CHOICE, showRows, useBookmarksView } from '../state/bookmarks-view.ts';
import { focusPane } from '../state/navigate.ts';
import { announce, useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { BookmarkList } from './bookmark-list.tsx';
import { BookmarksBar } from './bookmarks-bar.tsx';
import { exportBookmarks } from './export-bookmarks.ts';
import { FilterBar } from './filter-bar.tsx';
import { FoundLines } from './found-lines.tsx';
import { Inspector, NothingChosen } from './inspector.tsx';
import { NoBookmarks } from './no-bookmarks.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useBookmarks } from './use-bookmarks.ts';
import type { Bookmarks } from './use-bookmarks.ts';
import styles from './bookmarks.module.css';

const NONE: readonly never[] = [];

/** Has the view follow the rows, and says aloud what came of a search and how many are marked. */
function useFollow({ rows, total, known, old, search }: Bookmarks): void {
  const { t } = useWords();
  const choice = useBookmarksView((state) => state.choice);
  const order = useBookmarksView((state) => state.order);
  const marked = useBookmarksView((state) => state.marked.size);
  const shownRef = useRef({ choice, order });
  useEffect(() => {
    if (!known || old) return;
    const anew = shownRef.current.choice !== choice || shownRef.current.order !== order;
    shownRef.current = { choice, order };
    showRows(rows, anew, search?.lights ?? NONE);
    if (anew) announce(t('bookmarks.count', { count: total }));
  }, [rows, known, old, search, choice, order, total, t]);

  const markedRef = useRef(marked);
  useEffect(() => {
    if (markedRef.current === marked) return;
    markedRef.current = marked;
    announce(t('bookmarks.chosen', { count: marked }));
  }, [marked, t]);
}

/** What stands in place of the list: nothing bookmarked, nothing found, nobody answers. */
function Instead({ bookmarks }: { readonly bookmarks: Bookmarks }) {
  const { t } = useWords();
  const choice = useBookmarksView((state) => state.choice);
  if (bookmarks.error !== null) return <ErrorState error={asReaderError(bookmarks.error)} onRetry={bookmarks.retry} />;
  if (!isNarrowed(choice)) return <NoBookmarks />;
  const typed = choice.text.trim();
  return (
    <EmptyState
      title={t('bookmarks.noMatchTitle')}
      text={typed === '' ? t('bookmarks.noMatchText') : t('bookmarks.noMatchWords', { words: typed })}
      actions={<Button onClick={() => narrowBy(NO_CHOICE)}>{t('bookmarks.clear')}</Button>}
    />
  );
}

/** The bookmarks: narrowed, ordered, done with one or many; beside them the chosen one with all that was added to it. */
export function BookmarksPage({ toast }: { readonly toast: ReactNode }) {
  const { t } = useWords();
  const bookmarks = useBookmarks();
  const layout = useUi((state) => state.layout);
  const pushed = useUi((state) => state.pushed);
  const choice = useBookmarksView((state) => state.choice);
  const order = useBookmarksView((state) => state.order);
  const chosen = useBookmarksView((state) => state.chosen);
  const marking = useBookmarksView((state) => state.marked.size > 0);
  const narrow = layout === 'narrow';
  const { rows, total, counts, known } = bookmarks;
  const row = rows.find(({ id }) => id === chosen);
  useFollow(bookmarks);
  const hasList = known && rows.length > 0;
  // The list, or what stands in its place, may come after the page: the keys wait for it, unless they are in a field.
  const stands = known || bookmarks.error !== null;
  useEffect(() => {
    if ((hasList || stands) && useUi.getState().pane === 'list' && !(document.activeElement instanceof HTMLInputElement)) focusPane('list');
  }, [stands, hasList]);
  // The last bookmark that was shown over the list may go.
  const isBare = known && !row;
  useEffect(() => {
    if (isBare && narrow && pushed) useUi.setState({ pushed: false });
  }, [isBare, narrow, pushed]);

  const all = async () => {
    const every = await bookmarks.all();
    showRows(every, false);
    markAll(every.map(({ id }) => id));
  };
  return (
    <PageFrame
      className={styles.page}
      label={t('scopes.bookmarks')}
      detailsLabel={t('bookmarks.inspector')}
      details={row ? <Inspector key={row.id} row={row} /> : <NothingChosen hasRows={hasList} />}
      toast={toast}
    >
      <BookmarksBar counts={counts} found={isNarrowed(choice) ? total : null} onExport={exportBookmarks} />
      {marking ? <SelectionBar total={total} onAll={() => void all()} /> : counts.all > 0 ? <FilterBar counts={counts} /> : null}
      <FoundLines search={bookmarks.search} isEmpty={!hasList} filter={bookmarks.filter} />
      {hasList ? (
        <BookmarkList rows={rows} order={order} total={total} onMore={bookmarks.more} onAll={() => void all()} />
      ) : stands ? (
        <PageInstead>
          <Instead bookmarks={bookmarks} />
        </PageInstead>
      ) : null}
    </PageFrame>
  );
}

import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { BookmarkOrder, BookmarkSummary } from '../../electron/contract/bookmark.ts';
import { useMenu } from '../components/use-menu.tsx';
import page from './bookmarks.module.css';
import styles from '../list/rows.module.css';
import { HEAD, useVirtualList } from '../list/use-virtual-list.ts';
import { chooseBookmark, useBookmarksView } from '../state/bookmarks-view.ts';
import { useWords } from '../words/use-words.ts';
import { bookmarkItems } from './bookmark-items.ts';
import type { BookmarkItem } from './bookmark-items.ts';
import { BookmarkRow, bookmarkRowId, hasSecondLine } from './bookmark-row.tsx';
import { bookmarkMenu } from './row-menu.ts';

const ROW = { en: 56, 'zh-CN': 58 } as const;
const QUOTE = 24;

export interface BookmarkListProps {
  readonly rows: readonly BookmarkSummary[];
  readonly order: BookmarkOrder;
  readonly total: number;
  /** Loads the next page. */
  readonly onMore: () => void;
  readonly onAll: () => void;
}

/** The bookmarks under their months; only those in sight are drawn. It holds the keys; the chosen row is its active descendant. */
export function BookmarkList({ rows, order, total, onMore, onAll }: BookmarkListProps) {
  const words = useWords();
  const { t, format } = words;
  const scrollRef = useRef<HTMLDivElement>(null);
  const chosen = useBookmarksView((state) => state.chosen);
  const marked = useBookmarksView((state) => state.marked);
  const { openAt, menu } = useMenu();
  const items = useMemo(() => bookmarkItems(rows, order), [rows, order]);
  const chosenIndex = useMemo(() => items.findIndex(({ kind, key }) => kind === 'row' && key === chosen), [items, chosen]);
  const rowHeight = ROW[format.locale];
  const heightOf = (item: BookmarkItem | undefined) => (item?.kind === 'row' ? rowHeight + (hasSecondLine(item.row) ? QUOTE : 0) : HEAD);

  const { virtualizer, stuckIndex } = useVirtualList({
    items,
    isHead: ({ kind }) => kind !== 'row',
    heightOf,
    scrollRef,
    chosenIndex,
    // Coming back finds the list where it was left.
    initialOffset: () => useBookmarksView.getState().scrollTop,
    onMore,
  });

  // Only a choice scrolls: rows that come or change must not. The first time too, for a choice that was made elsewhere.
  const chosenRef = useRef(chosenIndex);
  useEffect(() => {
    chosenRef.current = chosenIndex;
  });
  useEffect(() => {
    if (chosen !== null && chosenRef.current > -1) virtualizer.scrollToIndex(chosenRef.current, { align: 'auto' });
  }, [chosen, virtualizer]);

  const nowRef = useRef({ words, openAt });
  useEffect(() => {
    nowRef.current = { words, openAt };
  });
  const onMenu = useCallback((row: BookmarkSummary, event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    chooseBookmark(row.id);
    nowRef.current.openAt({ x: event.clientX, y: event.clientY }, nowRef.current.words.t('bookmarks.rowMenu'), bookmarkMenu(row, nowRef.current.words));
  }, []);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onAll();
      return;
    }
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const row = event.key === 'Home' ? rows[0] : rows.at(-1);
      if (row) chooseBookmark(row.id);
      return;
    }
    if (!((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu')) return;
    const item = items[chosenIndex];
    const element = item?.kind === 'row' ? document.getElementById(bookmarkRowId(item.key)) : null;
    if (item?.kind !== 'row' || !element) return;
    event.preventDefault();
    openAt(element, t('bookmarks.rowMenu'), bookmarkMenu(item.row, words));
  };

  // A menu is no part of the list that it is opened from.
  const bookmarks = (
    <div
      ref={scrollRef}
      className={`${styles.scroll} ${page.rows}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold rows such as these
      role="listbox"
      aria-label={t('bookmarks.list')}
      aria-multiselectable="true"
      aria-activedescendant={chosenIndex > -1 && chosen !== null ? bookmarkRowId(chosen) : undefined}
      tabIndex={0}
      data-pane-focus=""
      data-page-scroll=""
      onScroll={(event) => useBookmarksView.setState({ scrollTop: event.currentTarget.scrollTop })}
      onKeyDown={keyDown}
    >
      <div className={styles.body} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          const stuck = index === stuckIndex() && item.kind !== 'row';
          const place = stuck ? { top: 0, height: HEAD } : { transform: `translateY(${start}px)`, height: heightOf(item) };
          return (
            <div key={item.key} role="presentation" className={stuck ? styles.stuck : styles.item} style={place}>
              {item.kind === 'row' ? (
                <BookmarkRow
                  row={item.row}
                  order={order}
                  place={item.index + 1}
                  of={total}
                  chosen={item.key === chosen}
                  marked={marked.has(item.key)}
                  marking={marked.size > 0}
                  bare={item.last || index + 1 === chosenIndex}
                  onMenu={onMenu}
                />
              ) : (
                <div className={styles.head} role="presentation" dir="auto">
                  {item.kind === 'month' ? format.month(item.at) : item.title}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
  return (
    <>
      {bookmarks}
      {menu}
    </>
  );
}

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { ArticleId, ArticleSummary } from '../../electron/contract/model.ts';
import { afterSeen } from '../client/after-paint.ts';
import { useSettings } from '../client/queries.ts';
import { useMenu } from '../components/use-menu.tsx';
import { loadMore, useListing } from '../state/listing.ts';
import type { ListedArticle, ListStart } from '../state/listing.ts';
import { notePlace } from '../state/place.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { ReportRow } from '../stories/report-row.tsx';
import { HeadlineRow } from './headline-row.tsx';
import { isHeadline, listItems, type ItemOrder, type ListItem } from './list-items.ts';
import { MonthLabel } from './month-label.tsx';
import { rowElementId } from './row-element-id.ts';
import { headlineMenu } from './row-menu.ts';
import { useReadPassed } from './use-read-passed.ts';
import { useListAnchor } from './use-list-anchor.ts';
import { HEAD, useVirtualList } from './use-virtual-list.ts';
import list from './list.module.css';
import styles from './rows.module.css';

/** As row.module.css draws them. */
const ROW = { compact: { en: 30, 'zh-CN': 30 }, standard: { en: 68, 'zh-CN': 72 }, roomy: { en: 92, 'zh-CN': 96 } } as const;
const REPORT = 48;

/** The page of a start is small, so what follows it is wanted as soon as it is drawn; nobody is at its end before it was seen. */
let startPage: 'drawn' | 'waiting' | 'seen' = 'drawn';

/** A page that failed is asked for again by the person alone: each step of a scroll would ask for it. */
function askOn(): void {
  const { moreError, opening } = useListing.getState();
  if (moreError !== null || (opening === 1 && startPage === 'waiting')) return;
  if (opening > 1 || startPage === 'seen') return void loadMore();
  startPage = 'waiting';
  afterSeen(() => {
    startPage = 'seen';
    if (useListing.getState().opening === 1) void loadMore();
  });
}

/** Where the row is that stood at the top when the list was left; -1 for none. */
function topIndex(items: readonly ListItem[], startsAt: ListStart): number {
  const topId = startsAt && 'topId' in startsAt ? startsAt.topId : null;
  return topId === null ? -1 : items.findIndex((item) => item.kind === 'row' && item.key === topId);
}

export interface HeadlineListProps {
  readonly label: string;
  readonly rows: readonly ListedArticle[];
  readonly opened: ReadonlyMap<ArticleId, readonly ListedArticle[]>;
  readonly total: number;
  /** No further rows follow. */
  readonly whole: boolean;
  readonly order: ItemOrder;
  /** Grows when the list was drawn anew: it then begins at `start`. */
  readonly drawn: number;
  /** Whether the rows are those of before, until others are here. */
  readonly old: boolean;
  readonly start: ListStart;
}

/** The rows that are in sight, and few more. It holds the keys; the chosen row is its active descendant. */
export function HeadlineList({ label, rows, opened, total, whole, order, drawn, old, start: startsAt }: HeadlineListProps) {
  const words = useWords();
  const { format, t } = words;
  const scrollRef = useRef<HTMLDivElement>(null);
  const drawnRef = useRef(-1);
  const articleId = useUi((state) => state.articleId);
  const scope = useUi((state) => state.scope);
  const { openAt, menu } = useMenu();
  const wordsRef = useRef({ words, scope });
  wordsRef.current = { words, scope };

  const items = useMemo(() => listItems(rows, order, opened), [rows, order, opened]);
  const chosenIndex = useMemo(() => items.findIndex((item) => isHeadline(item) && item.key === articleId), [items, articleId]);
  const rowHeight = ROW[useSettings().data?.density ?? 'standard'][format.locale];
  const heightOf = useCallback((item: ListItem | undefined) => (item?.kind === 'row' ? rowHeight : item?.kind === 'report' ? REPORT : HEAD), [rowHeight]);
  const noteTop = useListAnchor(scrollRef, items, heightOf, drawn);
  // Of a listing of stories only its end tells how many rows it has.
  const size = useMemo(() => (whole ? items.filter(isHeadline).length : total), [whole, items, total]);
  const { virtualizer, stuckIndex, hasHeads } = useVirtualList({
    items,
    isHead: (item) => !isHeadline(item),
    heightOf,
    scrollRef,
    chosenIndex,
    // Where it was left: rows at its top would be drawn for nothing.
    initialOffset: () => items.slice(0, Math.max(0, topIndex(items, startsAt))).reduce((sum, item) => sum + heightOf(item), 0),
    onMore: askOn,
  });

  const passed = useReadPassed({
    scrollRef,
    items,
    inSight: () => {
      const { scrollTop = 0, clientHeight = 0 } = scrollRef.current ?? {};
      // What lies below the head that sticks is not in sight.
      const [first = 0, last = 0] = [scrollTop + (hasHeads ? HEAD : 0), scrollTop + clientHeight].map((offset) => virtualizer.getVirtualItemForOffset(offset)?.index);
      return [first, last];
    },
  });
  const passedRef = useRef(passed);
  useLayoutEffect(() => {
    passedRef.current = passed;
  });

  useLayoutEffect(() => {
    if (drawnRef.current === drawn) return;
    drawnRef.current = drawn;
    passedRef.current.letGo();
    const index = topIndex(items, startsAt);
    const middleId = startsAt && 'middleId' in startsAt ? startsAt.middleId : null;
    const middle = middleId === null ? -1 : items.findIndex((item) => isHeadline(item) && item.key === middleId);
    if (startsAt && 'scrollTop' in startsAt) virtualizer.scrollToOffset(startsAt.scrollTop);
    else if (index > 0) virtualizer.scrollToIndex(index, { align: 'start' });
    // It was chosen elsewhere; here it must be found.
    else if (middle > 0) virtualizer.scrollToIndex(middle, { align: 'center' });
    else if (scope.kind === 'bookmarks' && order !== 'found' && chosenIndex > 0) virtualizer.scrollToIndex(chosenIndex, { align: 'center' });
    else virtualizer.scrollToOffset(0);
  }, [drawn, items, startsAt, virtualizer, scope, chosenIndex, order]);

  // Only a choice scrolls: rows that come or change must not.
  const chosenRef = useRef(chosenIndex);
  chosenRef.current = chosenIndex;
  const lastChosenRef = useRef(articleId);
  useEffect(() => {
    if (lastChosenRef.current === articleId) return;
    lastChosenRef.current = articleId;
    passedRef.current.letGo();
    if (chosenRef.current > -1) virtualizer.scrollToIndex(chosenRef.current, { align: 'auto' });
  }, [articleId, virtualizer]);

  const inSight = virtualizer.getVirtualItems();
  const scrolled = () => {
    noteTop();
    const offset = (scrollRef.current?.scrollTop ?? 0) + (hasHeads ? HEAD : 0);
    const top = virtualizer.getVirtualItemForOffset(offset);
    // Below a head, or below the reports of a story, which is closed after a start.
    let at = top?.index ?? items.length;
    while (at < items.length && items[at]?.kind !== 'row') at += 1;
    const item = items[at];
    notePlace({ listTopId: item?.kind === 'row' && (scrollRef.current?.scrollTop ?? 0) > 0 ? item.key : null });
  };
  const timeAtTop = (): number | null => {
    const item = order === 'time' ? items[virtualizer.getVirtualItemForOffset(scrollRef.current?.scrollTop ?? 0)?.index ?? -1] : undefined;
    return item === undefined ? null : isHeadline(item) ? item.row.sortAt : item.kind === 'day' ? item.at : null;
  };
  const scrolledRef = useRef(scrolled);
  useEffect(() => {
    scrolledRef.current = scrolled;
  });
  // The row that was noted may have gone.
  useEffect(() => {
    if ((scrollRef.current?.scrollTop ?? 0) > 0) scrolledRef.current();
  }, [items]);
  const onMenu = useMemo(
    () => (row: ArticleSummary, event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      const now = wordsRef.current;
      openAt({ x: event.clientX, y: event.clientY }, now.words.t('list.rowMenu'), headlineMenu(row, now.scope, now.words));
    },
    // openAt sets state only, so the first one is as good as any.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu')) return;
    const chosen = items[chosenIndex];
    const element = articleId === null ? null : document.getElementById(rowElementId(articleId));
    if (!isHeadline(chosen) || !element) return;
    event.preventDefault();
    openAt(element, t('list.rowMenu'), headlineMenu(chosen.row, scope, words));
  };

  // A menu is no part of the list that it is opened from.
  const headlines = (
    <div
      ref={scrollRef}
      className={`${styles.scroll} ${list.rows}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot hold rows such as these
      role="listbox"
      aria-label={label}
      aria-busy={old}
      aria-activedescendant={chosenIndex > -1 && articleId !== null ? rowElementId(articleId) : undefined}
      tabIndex={0}
      data-pane-focus=""
      data-headlines=""
      onScroll={() => {
        scrolled();
        passed.scrolled();
      }}
      onKeyDown={keyDown}
    >
      <div className={styles.body} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {inSight.map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          const stuck = index === stuckIndex() && !isHeadline(item);
          return (
            <div
              key={item.key}
              role="presentation"
              className={stuck ? styles.stuck : styles.item}
              style={stuck ? { top: 0 } : { transform: `translateY(${start}px)` }}
            >
              {item.kind === 'row' ? (
                <HeadlineRow
                  row={item.row}
                  place={item.index + 1}
                  of={size}
                  chosen={item.key === articleId}
                  bare={item.last || index + 1 === chosenIndex}
                  open={opened.has(item.key)}
                  away={order === 'kept' && item.row.kept === 'headline'}
                  dated={order === 'found' || (order === 'kept' && item.row.kept === 'headline')}
                  onMenu={onMenu}
                />
              ) : item.kind === 'report' ? (
                <ReportRow
                  row={item.row}
                  report={item.report}
                  reports={item.reports}
                  place={item.index + 1}
                  of={size}
                  chosen={item.key === articleId}
                  onMenu={onMenu}
                />
              ) : (
                <div className={styles.head} role="presentation">
                  {item.kind === 'day' ? format.dayHead(item.at) : t('offline.headlineOnly')}
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
      {headlines}
      <MonthLabel scrollRef={scrollRef} timeAtTop={timeAtTop} />
      {menu}
    </>
  );
}

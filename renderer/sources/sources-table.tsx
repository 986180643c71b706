import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import { useMenu } from '../components/use-menu.tsx';
import { useWidth } from '../components/use-width.ts';
import { useSourcesView } from '../state/sources-view.ts';
import { useWords } from '../words/use-words.ts';
import type { SourceEntry } from './arrange-sources.ts';
import { ColumnHeads } from './column-heads.tsx';
import { drawnEntries } from './drawn-entries.ts';
import type { SourceGroup, SourceItem } from './source-items.ts';
import { sourceMenu } from './source-menu.ts';
import { SourceRow, sourceRowId } from './source-row.tsx';
import styles from './table.module.css';

const GROUP = 32;
const ROW = 34;
const HEADS = 29;
const OVERSCAN = 8;
/** Pixels of the table below which there is room for four columns only. */
const TIGHT = 760;

const GROUP_WORDS = { attention: 'sources.groupAttention', paused: 'sources.groupPaused', waiting: 'sources.groupWaiting', healthy: 'sources.groupHealthy' } as const satisfies Record<SourceGroup, string>;

export interface SourcesTableProps {
  readonly entries: readonly SourceEntry[];
  /** As how many letters the longest state is wide, of all sources: columns stay where they are while the table is filtered. */
  readonly letters: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The sources in their groups; of thousands only those in sight are drawn. The chosen row has the focus. */
export const SourcesTable = memo(function SourcesTable({ entries, letters, now }: SourcesTableProps) {
  const words = useWords();
  const { t } = words;
  const { ref: scrollRef, width } = useWidth();
  const chosen = useSourcesView((state) => state.chosen);
  const { openAt, menu } = useMenu();
  const chosenIndex = useMemo(() => entries.findIndex(({ key }) => key === chosen), [entries, chosen]);

  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized by what it returns
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => (entries[index]?.kind === 'group' ? GROUP : ROW),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: OVERSCAN,
    scrollMargin: HEADS,
    scrollPaddingStart: HEADS,
    scrollPaddingEnd: 8,
    useFlushSync: false,
    rangeExtractor: (range: Range) => drawnEntries(range, chosenIndex),
  });
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, entries]);

  // Only a choice scrolls and takes the focus along: a table that is drawn anew must not.
  const indexRef = useRef(chosenIndex);
  indexRef.current = chosenIndex;
  const lastRef = useRef(chosen);
  useEffect(() => {
    if (lastRef.current === chosen) return;
    lastRef.current = chosen;
    if (chosen === null || indexRef.current === -1) return;
    virtualizer.scrollToIndex(indexRef.current, { align: 'auto' });
    const scroll = scrollRef.current;
    if (scroll?.contains(document.activeElement)) document.getElementById(sourceRowId(chosen))?.focus({ preventScroll: true });
  }, [chosen, scrollRef, virtualizer]);

  const nowRef = useRef({ words, openAt });
  nowRef.current = { words, openAt };
  const onMenu = useCallback((item: SourceItem, event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    const { words: current, openAt: open } = nowRef.current;
    open({ x: event.clientX, y: event.clientY }, current.t('sidebar.feedMenu', { title: item.feed.title }), sourceMenu(item, current));
  }, []);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu')) return;
    const entry = entries[chosenIndex];
    if (entry?.kind !== 'source') return;
    const element = document.getElementById(sourceRowId(entry.key));
    if (!element) return;
    event.preventDefault();
    openAt(element, t('sidebar.feedMenu', { title: entry.item.feed.title }), sourceMenu(entry.item, words));
  };

  // As in the style sheet, where the columns grow narrower at this width. The virtualizer tells of a new height alone.
  const tight = width > 0 && width < TIGHT;
  const noRow = chosenIndex === -1;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-tabindex -- it scrolls, and hears the keys of the rows inside
    <div ref={scrollRef} className={styles.scroll} tabIndex={noRow ? 0 : -1} data-pane-focus={noRow ? '' : undefined} data-pane-edge="" data-page-scroll="" onKeyDown={keyDown}>
      <table className={styles.table} style={{ '--letters': letters } as CSSProperties} aria-label={t('sources.table')} aria-rowcount={entries.length + 1}>
        <thead className={styles.top}>
          <ColumnHeads />
        </thead>
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const entry = entries[index];
            if (!entry) return null;
            const top = start - HEADS;
            const bare = index + 1 === entries.length || index + 1 === chosenIndex;
            if (entry.kind === 'source') return <SourceRow key={entry.key} item={entry.item} place={index + 2} top={top} tight={tight} chosen={index === chosenIndex} bare={bare} now={now} onMenu={onMenu} />;
            return (
              <tr key={entry.key} className={bare ? `${styles.group} ${styles.bare}` : styles.group} style={{ transform: `translateY(${top}px)` }} aria-rowindex={index + 2}>
                <th scope="rowgroup" colSpan={6}>
                  {t(GROUP_WORDS[entry.key], { count: entry.count })}
                </th>
              </tr>
            );
          })}
        </tbody>
      </table>
      {menu}
    </div>
  );
});

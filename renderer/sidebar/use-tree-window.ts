import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';
import { afterSeen } from '../client/after-paint.ts';
import { visibleItems } from '../list/visible-items.ts';
import type { TreeRow } from './source-tree.ts';

/** So few rows are all drawn: they cost nothing, and the page's own search finds them. */
const ALL_DRAWN = 200;
const OVERSCAN = 16;
const ROW = 28;

export interface TreeWindow {
  /** The rows to draw, each with the room of the undrawn ones before it, in pixels. */
  readonly shown: readonly { readonly row: TreeRow; readonly room: number }[];
  /** The room of those after the last. */
  readonly rest: number;
}

function useSeen(): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => afterSeen(() => setSeen(true)), []);
  return seen;
}

/**
 * Which rows of a tree are drawn: of a long one those in view, and the one that Tab reaches, which thereby keeps the focus; all of
 * another, but for its first frame, which does without what lies out of sight: a start would draw more sources than headlines.
 */
export function useTreeWindow(rows: readonly TreeRow[], reachable: number, treeRef: RefObject<HTMLUListElement | null>): TreeWindow {
  const isLong = rows.length > ALL_DRAWN;
  const seen = useSeen();
  // No sidebar is higher than the window.
  const inSight = Math.ceil(window.innerHeight / ROW);
  const [{ height, margin: top }, setPlace] = useState({ height: ROW, margin: 0 });
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer keeps its own state
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isLong,
    getScrollElement: () => treeRef.current?.parentElement ?? null,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: OVERSCAN,
    useFlushSync: false,
    rangeExtractor: (range: Range) => visibleItems(range, Math.max(0, range.startIndex), reachable),
  });

  useLayoutEffect(() => {
    // Measuring lays the whole window out.
    if (!isLong) return;
    const tree = treeRef.current;
    const row = tree?.querySelector<HTMLElement>('[role="treeitem"]');
    const scroller = tree?.parentElement;
    const margin = tree && scroller ? Math.round(tree.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop) : 0;
    const next = { height: row?.offsetHeight ?? ROW, margin };
    setPlace((known) => (known.height === next.height && known.margin === next.margin ? known : next));
  }, [isLong, rows.length, treeRef]);
  useEffect(() => {
    if (isLong) virtualizer.measure();
  }, [isLong, virtualizer, height]);

  // Home, End and commands lead to rows that were not drawn.
  useEffect(() => {
    if (!isLong || reachable < 0) return;
    const hadFocus = document.activeElement === document.body || treeRef.current?.parentElement?.contains(document.activeElement) === true;
    virtualizer.scrollToIndex(reachable, { align: 'auto' });
    if (hadFocus) treeRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [isLong, reachable, treeRef, virtualizer]);

  if (!isLong) {
    const drawn = seen || reachable >= inSight ? rows : rows.slice(0, inSight);
    return { shown: drawn.map((row) => ({ row, room: 0 })), rest: (rows.length - drawn.length) * ROW };
  }
  let end = top;
  const shown = virtualizer.getVirtualItems().flatMap((item) => {
    const row = rows[item.index];
    if (!row) return [];
    const room = Math.max(0, item.start - end);
    end = item.end;
    return [{ row, room }];
  });
  return { shown, rest: Math.max(0, virtualizer.getTotalSize() + top - end) };
}

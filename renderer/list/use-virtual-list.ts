import { useVirtualizer } from '@tanstack/react-virtual';
import type { Range, Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import { visibleItems } from './visible-items.ts';

/** The height of a head of a day, month or source. */
export const HEAD = 28;
/** The bar above a list, as tokens.css has it. */
const BAR = 48;
const OVERSCAN = 9;
/** Rows left below the window when the next page is asked for: half a second of a fling, and fewer than a first page has. */
const AHEAD = 150;

export interface VirtualListOptions<Item extends { readonly key: string | number }> {
  readonly items: readonly Item[];
  readonly isHead: (item: Item) => boolean;
  readonly heightOf: (item: Item | undefined) => number;
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  /** Where the chosen row is among the items, or -1. */
  readonly chosenIndex: number;
  /** Where the list begins, in pixels. */
  readonly initialOffset?: () => number;
  /** Loads the next page. */
  readonly onMore: () => void;
}

export interface VirtualList {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Which head stands at the top; -1 for none. */
  readonly stuckIndex: () => number;
  readonly hasHeads: boolean;
}

/** A list of rows below heads, of which those in sight are drawn, the head that sticks at the top, and the chosen row. */
export function useVirtualList<Item extends { readonly key: string | number }>({ items, isHead, heightOf, scrollRef, chosenIndex, initialOffset, onMore }: VirtualListOptions<Item>): VirtualList {
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what a head is does not change
  const heads = useMemo(() => items.flatMap((item, index) => (isHead(item) ? [index] : [])), [items]);
  const stuckRef = useRef(-1);
  // The same function while the items are the same: with another one every row is placed anew, each time that the list is drawn.
  const keyOf = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: items.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => heightOf(items[index]),
    getItemKey: keyOf,
    overscan: OVERSCAN,
    // A list fills the window below its bar: its rows are in its first drawing, not in a second one behind the measuring of an empty
    // list, and where nothing else stands above it no row is drawn or taken away for what is measured then.
    initialRect: { width: 0, height: window.innerHeight - BAR },
    scrollPaddingStart: heads.length > 0 ? HEAD : 0,
    scrollPaddingEnd: 8,
    ...(initialOffset && { initialOffset }),
    useFlushSync: false,
    rangeExtractor: (range: Range) => {
      stuckRef.current = heads.findLast((head) => head <= range.startIndex) ?? -1;
      return visibleItems(range, stuckRef.current, chosenIndex);
    },
  });
  const rowHeight = heightOf(items.find((item) => !isHead(item)));
  const measuredRef = useRef(rowHeight);
  // Other items bring another `keyOf`, by which they are placed already, and the first drawing is by heights of its own.
  useLayoutEffect(() => {
    if (measuredRef.current === rowHeight) return;
    measuredRef.current = rowHeight;
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  const lastIndex = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    if (lastIndex >= items.length - AHEAD) onMore();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked by what is in sight, not by who answers
  }, [lastIndex, items.length]);
  return { virtualizer, stuckIndex: () => stuckRef.current, hasHeads: heads.length > 0 };
}

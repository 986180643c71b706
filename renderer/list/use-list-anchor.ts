import { useLayoutEffect, useMemo, useRef } from 'react';
import type { RefObject } from 'react';
import type { ListItem } from './list-items.ts';

/** Index of the first item that ends below the offset; the number of items where none does. `starts` grows. */
function firstBelow(starts: readonly number[], offset: number): number {
  let from = 0;
  let to = starts.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    // An item ends where the next one starts; the last one is below whatever it is asked for.
    if ((starts[middle + 1] ?? Infinity) > offset) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** How far down each item starts, pixels. */
function startsOf(items: readonly ListItem[], heightOf: (item: ListItem) => number): readonly number[] {
  let start = 0;
  return items.map((item) => {
    const at = start;
    start += heightOf(item);
    return at;
  });
}

/**
 * Keeps what is at the top of the window where it is while rows come and go above it. At its very top a list shows what comes.
 * Returns what notes the top, to be called as it scrolls.
 */
export function useListAnchor(scrollRef: RefObject<HTMLElement | null>, items: readonly ListItem[], heightOf: (item: ListItem) => number, drawn: number): () => void {
  const anchorRef = useRef<{ readonly key: ListItem['key']; readonly start: number; readonly drawn: number } | null>(null);
  const starts = useMemo(() => startsOf(items, heightOf), [items, heightOf]);

  // At each step of a scroll, so it must not go through all rows.
  const note = () => {
    const offset = scrollRef.current?.scrollTop ?? 0;
    anchorRef.current = null;
    if (offset === 0) return;
    let at = firstBelow(starts, offset);
    while (at < items.length && items[at]?.kind !== 'row') at += 1;
    const item = items[at];
    if (item) anchorRef.current = { key: item.key, start: starts[at] ?? 0, drawn };
  };

  useLayoutEffect(() => {
    const anchor = anchorRef.current;
    const pane = scrollRef.current;
    if (!anchor || !pane || anchor.drawn !== drawn) return;
    const at = items.findIndex(({ key }) => key === anchor.key);
    if (at === -1) return;
    const start = starts[at] ?? 0;
    if (start !== anchor.start) pane.scrollTop += start - anchor.start;
    anchorRef.current = { ...anchor, start };
  }, [scrollRef, items, starts, drawn]);

  return note;
}

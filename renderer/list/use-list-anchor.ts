import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { ListItem } from './list-items.ts';

/**
 * Keeps what is at the top of the window where it is while rows come and go above it. At its very top a list shows what comes.
 * Returns what notes the top, to be called as it scrolls.
 */
export function useListAnchor(scrollRef: RefObject<HTMLElement | null>, items: readonly ListItem[], heightOf: (item: ListItem) => number, drawn: number): () => void {
  const anchorRef = useRef<{ readonly key: ListItem['key']; readonly start: number; readonly drawn: number } | null>(null);

  const note = () => {
    const offset = scrollRef.current?.scrollTop ?? 0;
    let start = 0;
    anchorRef.current = null;
    if (offset === 0) return;
    for (const item of items) {
      const end = start + heightOf(item);
      if (end > offset && item.kind === 'row') {
        anchorRef.current = { key: item.key, start, drawn };
        return;
      }
      start = end;
    }
  };

  useLayoutEffect(() => {
    const anchor = anchorRef.current;
    const pane = scrollRef.current;
    if (!anchor || !pane || anchor.drawn !== drawn) return;
    let start = 0;
    for (const item of items) {
      if (item.key === anchor.key) {
        if (start !== anchor.start) pane.scrollTop += start - anchor.start;
        anchorRef.current = { ...anchor, start };
        return;
      }
      start += heightOf(item);
    }
  }, [scrollRef, items, heightOf, drawn]);

  return note;
}

import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useWords } from '../words/use-words.ts';
import { isOnBar, thumbCentre } from './scroll-thumb.ts';
import styles from './month-label.module.css';

/** The bar does not tell when it is let go: what stands still this long is taken for that. */
const STILL_MS = 1200;

export interface MonthLabelProps {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  /** Of the row at the top, in epoch milliseconds; null where rows are not by time. */
  readonly timeAtTop: () => number | null;
}

/** Beside the thumb of a list, while it is dragged: of which month the rows at the top are. */
export function MonthLabel({ scrollRef, timeAtTop }: MonthLabelProps) {
  const { format } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const [time, setTime] = useState<number | null>(null);
  const place = () => {
    const [label, scroll] = [ref.current, scrollRef.current];
    if (!label || !scroll) return;
    const box = scroll.getBoundingClientRect();
    label.style.top = `${box.top + thumbCentre(scroll)}px`;
    label.style.left = `${box.left + scroll.clientWidth}px`;
  };
  // With each page that comes the list is longer, and the thumb higher up though nothing was scrolled.
  useLayoutEffect(place);
  const follow = useEffectEvent(() => {
    setTime(timeAtTop());
    place();
  });
  useEffect(() => {
    const scroll = scrollRef.current;
    if (!scroll) return undefined;
    let isHeld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => setTime(null);
    const letGo = () => {
      if (!isHeld) return;
      isHeld = false;
      clearTimeout(timer);
      hide();
    };
    const events = new AbortController();
    const { signal } = events;
    scroll.addEventListener('pointerdown', (event) => {
      isHeld = event.target === scroll && isOnBar(event.clientX - scroll.getBoundingClientRect().left, scroll);
    }, { signal });
    scroll.addEventListener('scroll', () => {
      if (!isHeld) return;
      follow();
      clearTimeout(timer);
      timer = setTimeout(hide, STILL_MS);
    }, { signal, passive: true });
    window.addEventListener('pointerup', letGo, { signal });
    window.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) letGo();
    }, { signal });
    return () => {
      events.abort();
      clearTimeout(timer);
    };
  }, [scrollRef]);
  if (time === null) return null;
  return (
    <div ref={ref} className={styles.label} aria-hidden="true" data-floats="" data-month="">
      {format.month(time)}
    </div>
  );
}

import { useEffect, useEffectEvent, useRef } from 'react';
import type { RefObject } from 'react';
import { useSettings } from '../client/queries.ts';
import { markPassed, notePassed } from '../state/read-passed.ts';
import type { ListItem } from './list-items.ts';
import { passedRows, type Sight } from './passed-rows.ts';
import { scrollHand, type ScrollHand } from './scroll-hand.ts';

export interface PassedOptions {
  readonly scrollRef: RefObject<HTMLDivElement | null>;
  readonly items: readonly ListItem[];
  /** The indexes of the first and the last item of which anything is in sight. */
  readonly inSight: () => readonly [number, number];
}

export interface Passed {
  /** To be called after each step of a scroll. */
  readonly scrolled: () => void;
  /** To be called before the program scrolls. */
  readonly letGo: () => void;
}

/** Marks read, where the person has it so, the headlines that leave the list at its top because they scroll. */
export function useReadPassed({ scrollRef, items, inSight }: PassedOptions): Passed {
  const isWanted = useSettings().data?.readPassed ?? false;
  const handRef = useRef<ScrollHand | null>(null);
  // A wheel is told of when the list has moved already: what is in sight must be known before.
  const sightRef = useRef<Sight | null>(null);
  const leftRef = useRef<Sight | null>(null);
  const look = () => {
    const [from, to] = inSight();
    const key = items[from]?.key;
    sightRef.current = key === undefined ? null : { key, from, to };
  };
  const looked = useEffectEvent(look);
  useEffect(() => {
    if (isWanted && !handRef.current?.isOn()) looked();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other items stand there now
  }, [isWanted, items]);
  useEffect(() => {
    const pane = scrollRef.current;
    if (!pane || !isWanted) return undefined;
    const hand = scrollHand(pane, () => {
      leftRef.current = sightRef.current;
    });
    handRef.current = hand;
    const left = () => void markPassed();
    document.addEventListener('visibilitychange', left);
    window.addEventListener('pagehide', left);
    return () => {
      hand.stop();
      handRef.current = null;
      document.removeEventListener('visibilitychange', left);
      window.removeEventListener('pagehide', left);
      left();
    };
  }, [scrollRef, isWanted]);
  return {
    scrolled: () => {
      if (!isWanted) return;
      const kind = handRef.current?.step() ?? null;
      const before = kind === 'leap' ? leftRef.current : sightRef.current;
      look();
      const now = sightRef.current;
      if (kind === null || !before || !now || document.visibilityState === 'hidden') return;
      notePassed(passedRows(items, before, now.from, kind === 'through'));
    },
    letGo: () => {
      handRef.current?.letGo();
    },
  };
}

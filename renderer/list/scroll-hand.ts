import { isOnBar } from './scroll-thumb.ts';

/** How a person scrolls: `through` all that lies between, from place to place with the bar (`places`), or in one `leap` to an end. */
export type Hand = 'through' | 'places' | 'leap';

export interface ScrollHand {
  /** Whether they are at it. */
  readonly isOn: () => boolean;
  /** How the step that was just scrolled was made; null where no person did it. */
  readonly step: () => Hand | null;
  /** The program scrolls now: what follows is not the person's until they scroll again. */
  readonly letGo: () => void;
  readonly stop: () => void;
}

/** A glide after a wheel, a swipe or a key goes on in steps that are closer than this. */
const GLIDE_MS = 400;
const KEYS: Readonly<Record<string, Hand>> = { PageDown: 'through', PageUp: 'through', ArrowDown: 'through', ArrowUp: 'through', ' ': 'through', Home: 'leap', End: 'leap' };

/**
 * Tells the scrolling of a person from that of the program, which no event of a scroll says: by what they last did to `pane`.
 * `onLeap` is called before a leap.
 */
export function scrollHand(pane: HTMLElement, onLeap: () => void, now: () => number = () => performance.now()): ScrollHand {
  let hand: Hand | null = null;
  let isHeld = false;
  let last = Number.NEGATIVE_INFINITY;
  const isOn = () => hand !== null && (isHeld || now() - last < GLIDE_MS);
  const take = (kind: Hand, held = false) => {
    hand = kind;
    isHeld = held;
    last = now();
  };
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    last = now();
  };
  const events = new AbortController();
  const options = { signal: events.signal, passive: true };
  pane.addEventListener('wheel', (event) => {
    // With Ctrl it is for the size of the page.
    if (!event.ctrlKey && event.deltaY !== 0) take('through');
  }, options);
  pane.addEventListener('touchmove', () => take('through', true), options);
  for (const kind of ['touchend', 'touchcancel'] as const) pane.addEventListener(kind, release, options);
  pane.addEventListener('keydown', ({ key }) => {
    const kind = KEYS[key];
    if (kind === undefined) return;
    if (kind === 'leap') onLeap();
    take(kind);
  }, options);
  pane.addEventListener('pointerdown', (event) => {
    if (event.target === pane && isOnBar(event.clientX - pane.getBoundingClientRect().left, pane)) take('places', true);
  }, options);
  // The bar does not tell when it is let go; a pointer that moves without a button does.
  window.addEventListener('pointerup', release, options);
  window.addEventListener('pointermove', ({ buttons, pointerType }) => {
    if (buttons === 0 && pointerType === 'mouse') release();
  }, options);
  return {
    isOn,
    step: () => {
      if (!isOn()) return null;
      last = now();
      return hand;
    },
    letGo: () => {
      hand = null;
      isHeld = false;
    },
    stop: () => events.abort(),
  };
}

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { scrollHand } from '../../../../renderer/list/scroll-hand.ts';
import type { ScrollHand } from '../../../../renderer/list/scroll-hand.ts';

let clock = 0;
let pane: EventTarget;
let hand: ScrollHand;
const leaping = vi.fn<() => void>();

const fire = (target: EventTarget, type: string, parts: object = {}): void => void target.dispatchEvent(Object.assign(new Event(type), parts));

beforeEach(() => {
  clock = 1000;
  leaping.mockClear();
  // As much of an element and a window as it asks.
  pane = Object.assign(new EventTarget(), { clientWidth: 300, getBoundingClientRect: () => ({ left: 0 }) });
  vi.stubGlobal('window', new EventTarget());
  hand = scrollHand(pane as HTMLElement, leaping, () => clock);
});

describe('a step of a scroll', () => {
  it('is nobody’s by itself', () => {
    expect(hand.step()).toBeNull();
  });

  it('is the person’s after their wheel, and on while the glide goes on', () => {
    fire(pane, 'wheel', { deltaY: 100 });
    for (let n = 0; n < 5; n += 1) {
      clock += 300;
      expect(hand.step()).toBe('through');
    }
    clock += 500;
    expect(hand.step()).toBeNull();
  });

  it('is not after a wheel that sets the size of the page, or goes sideways', () => {
    fire(pane, 'wheel', { deltaY: 100, ctrlKey: true });
    fire(pane, 'wheel', { deltaY: 0, deltaX: 100 });
    expect(hand.step()).toBeNull();
  });

  it('is the program’s from where it lets go, until the person scrolls again', () => {
    fire(pane, 'wheel', { deltaY: 100 });
    hand.letGo();
    expect(hand.step()).toBeNull();
    fire(pane, 'wheel', { deltaY: 100 });
    expect(hand.step()).toBe('through');
  });

  it('is the person’s by keys that scroll, a leap by those that lead to an end, and nobody’s by others', () => {
    fire(pane, 'keydown', { key: 'j' });
    expect(hand.step()).toBeNull();
    fire(pane, 'keydown', { key: 'PageDown' });
    expect(hand.step()).toBe('through');
    expect(leaping).not.toHaveBeenCalled();
    fire(pane, 'keydown', { key: 'End' });
    expect(hand.step()).toBe('leap');
    expect(leaping).toHaveBeenCalledOnce();
  });

  it('goes from place to place by the bar for as long as it is held', () => {
    fire(pane, 'pointerdown', { clientX: 100 });
    expect(hand.step()).toBeNull();
    fire(pane, 'pointerdown', { clientX: 305 });
    clock += 5000;
    expect(hand.step()).toBe('places');
    fire(window, 'pointermove', { buttons: 0, pointerType: 'mouse' });
    clock += 500;
    expect(hand.step()).toBeNull();
  });

  it('goes through by touch while the finger is down, and glides on', () => {
    fire(pane, 'touchmove');
    clock += 5000;
    expect(hand.step()).toBe('through');
    fire(pane, 'touchend');
    clock += 300;
    expect(hand.step()).toBe('through');
    hand.stop();
    clock += 1000;
    fire(pane, 'touchmove');
    expect(hand.step()).toBeNull();
  });
});

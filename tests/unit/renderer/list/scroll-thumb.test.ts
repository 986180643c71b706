import { describe, expect, it } from 'vitest';
import { isOnBar, thumbCentre } from '../../../../renderer/list/scroll-thumb.ts';

describe('the thumb of a list', () => {
  it('stands half its height from either end, and in the middle halfway', () => {
    const list = { scrollHeight: 4000, clientHeight: 1000 };
    expect(thumbCentre({ ...list, scrollTop: 0 })).toBe(125);
    expect(thumbCentre({ ...list, scrollTop: 1500 })).toBe(500);
    expect(thumbCentre({ ...list, scrollTop: 3000 })).toBe(875);
  });

  it('stays in sight where the list is very long, is overscrolled, or does not scroll', () => {
    expect(thumbCentre({ scrollTop: 0, scrollHeight: 6_800_000, clientHeight: 800 })).toBe(9);
    expect(thumbCentre({ scrollTop: 5000, scrollHeight: 4000, clientHeight: 1000 })).toBe(875);
    expect(thumbCentre({ scrollTop: 0, scrollHeight: 500, clientHeight: 500 })).toBe(250);
  });

  it('is pressed beyond the rows', () => {
    expect([isOnBar(379, { clientWidth: 380 }), isOnBar(384, { clientWidth: 380 })]).toEqual([false, true]);
  });
});

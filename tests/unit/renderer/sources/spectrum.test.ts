import { describe, expect, it } from 'vitest';
import { chartWords, fetchTotals } from '../../../../renderer/sources/chart-words.ts';
import { mergeSlots, slotsAStroke } from '../../../../renderer/sources/merge-slots.ts';
import { strokePaths } from '../../../../renderer/components/stroke-paths.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const SLOT = 300_000;
const START = new Date(2025, 10, 17, 9).getTime();
const slots = Array.from({ length: 288 }, (_, index) => ({ at: START + index * SLOT, asked: index >= 200 && index < 224 ? 0 : index === 60 ? 90 : 20, failed: index % 100 === 0 ? 1 : 0 }));

describe('slotsAStroke', () => {
  it('draws every five minutes where there is room, and joins two or three where there is less', () => {
    expect([863, 862, 520, 431, 430, 287, 200, 60].map((width) => slotsAStroke(width, 288))).toEqual([1, 2, 2, 2, 3, 3, 6, 6]);
  });
});

describe('mergeSlots', () => {
  it('loses no fetch and no failure', () => {
    for (const per of [1, 2, 3, 4, 6, 7]) expect(fetchTotals(mergeSlots(slots, per))).toEqual(fetchTotals(slots));
  });

  it('keeps the time of the first of each', () => {
    expect(mergeSlots(slots, 12).map(({ at }) => at)).toEqual(Array.from({ length: 24 }, (_, hour) => START + hour * 12 * SLOT));
  });
});

describe('strokePaths', () => {
  it('draws what was, caps it where something failed, and ticks where nothing was', () => {
    const { ink, failed, none } = strokePaths(
      [
        { x: 0, height: 10, failed: false },
        { x: 3, height: 10, failed: true },
        { x: 6, height: 0, failed: true },
        { x: 9, height: 0, failed: false },
      ],
      16,
    );
    expect(ink).toBe('M0 6h2v10h-2zM3 6h2v10h-2z');
    expect(failed).toBe('M3 2h2v3h-2zM6 13h2v3h-2z');
    expect(none).toBe('M9 14.5h2v1.5h-2z');
  });
});

describe('chartWords', () => {
  it('say how many, how many failed, when none and when most', () => {
    expect(chartWords(slots, wordsNow())).toBe('Fetches in the last 24\u00A0hours: 5,350 in all, 3 failed. None from 01:40 to 03:40. Most around 14:02.');
  });

  it('call a day without fetches that', () => {
    expect(chartWords(slots.map(({ at }) => ({ at, asked: 0, failed: 0 })), wordsNow())).toBe('No fetches in the last 24\u00A0hours.');
  });
});

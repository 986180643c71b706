import { describe, expect, it } from 'vitest';
import { axisValue } from '../../../../renderer/chart/axis-value.ts';
import { axisInstants, drawChart, nearestPoint, type ChartPoint } from '../../../../renderer/chart/chart-scales.ts';

const DAY = 86_400_000;
const BOX = { width: 200, height: 100, inset: 6, ticks: 3 };

function point(day: number, value: number, over: Partial<ChartPoint> = {}): ChartPoint {
  return { key: String(day), at: day * DAY, value, low: value, high: value, online: true, ...over };
}

/** How many lines a path is of. */
function moves(path: string): number {
  return path.split('M').length - 1;
}

describe('axisInstants', () => {
  it('names the middle of the axis, not the day of the point in the middle of their row', () => {
    const crowded = [point(1, 1), point(7, 1), point(7, 2, { key: 'b' }), point(7, 3, { key: 'c' })];
    expect(axisInstants(crowded, 600)).toEqual([DAY, 4 * DAY, 7 * DAY]);
    expect(axisInstants(crowded, 180)).toEqual([DAY, 7 * DAY]);
    expect(axisInstants([point(1, 1), point(2, 1)], 600)).toEqual([DAY, 2 * DAY]);
    expect(axisInstants([point(3, 1), point(3, 2, { key: 'b' })], 600)).toEqual([3 * DAY]);
  });
});

describe('drawChart', () => {
  it('puts points from edge to edge, the higher value above', () => {
    const { points, grid } = drawChart([point(1, 10), point(2, 30), point(3, 20)], BOX);
    expect(points.map(({ x }) => x)).toEqual([6, 100, 194]);
    expect(points[1]?.y).toBeLessThan(points[2]?.y ?? 0);
    expect(points[2]?.y).toBeLessThan(points[0]?.y ?? 0);
    expect(grid.length).toBeGreaterThan(1);
  });

  it('breaks the line where more than a week lies between', () => {
    expect(moves(drawChart([point(1, 1), point(2, 2), point(3, 1)], BOX).line)).toBe(1);
    expect(moves(drawChart([point(1, 1), point(2, 2), point(10, 1), point(11, 3)], BOX).line)).toBe(2);
    // A week that holds the hour by which the clocks are set back is a week.
    expect(moves(drawChart([point(1, 1), point(8 + 1 / 24, 2)], BOX).line)).toBe(1);
    // A point alone between two silences has no line.
    expect(moves(drawChart([point(1, 1), point(20, 2), point(40, 1)], BOX).line)).toBe(0);
  });

  it('leads the line through one quote of a day, and shows the range of each', () => {
    const { points, line } = drawChart([point(1, 10), point(2, 40, { online: false, key: 'other' }), point(2, 20, { low: 15, high: 25 })], BOX);
    expect(line.split(/[ML]/u).filter((part) => part !== '')).toHaveLength(2);
    expect(points[2]?.top).toBeLessThan(points[2]?.y ?? 0);
    expect(points[2]?.bottom).toBeGreaterThan(points[2]?.y ?? 0);
  });

  it('leaves a single value in the middle', () => {
    const { points } = drawChart([point(5, 7)], BOX);
    expect(points[0]?.x).toBe(100);
    expect(points[0]?.y).toBeGreaterThan(BOX.inset);
    expect(points[0]?.y).toBeLessThan(BOX.height - BOX.inset);
  });
});

describe('nearestPoint', () => {
  it('finds the point by time first', () => {
    const { points } = drawChart([point(1, 10), point(2, 30), point(3, 20)], BOX);
    expect(nearestPoint(points, 90, 95)).toBe(1);
    expect(nearestPoint(points, 199, 0)).toBe(2);
    expect(nearestPoint([], 0, 0)).toBe(-1);
  });
});

describe('axisValue', () => {
  it('gives the lines of one axis the same decimals, in thousands and millions or in 万 and 亿', () => {
    expect([1_500_000, 1_550_000, 1_600_000].map((value) => axisValue(value, 50_000, 'en'))).toEqual(['1.50M', '1.55M', '1.60M']);
    expect(axisValue(1_600_000, 50_000, 'zh-CN')).toBe('160万');
    expect(axisValue(545_000, 5000, 'en')).toBe('545K');
    expect(axisValue(49.5, 0.5, 'en')).toBe('49.5');
  });
});

import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';

/** What a chart draws: an instant, a value, and the range that it stands for. */
export interface ChartPoint {
  readonly key: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The line goes through it; of several of one day, one. */
  readonly online: boolean;
}

export interface DrawnPoint extends ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

export interface DrawnChart {
  readonly points: readonly DrawnPoint[];
  readonly line: string;
  readonly grid: readonly { readonly value: number; readonly y: number }[];
}

const DAY_MS = 86_400_000;
/** A longer silence breaks the line: nobody knows what lay between. */
const GAP_DAYS = 7;

export interface ChartBox {
  readonly width: number;
  readonly height: number;
  /** Pixels kept free at either end, for points that stand on the edge. */
  readonly inset: number;
  readonly ticks: number;
}

/** Puts points into a box: theirs are pixels from its top left. Points must be in the order of time. */
export function drawChart(points: readonly ChartPoint[], { width, height, inset, ticks }: ChartBox): DrawnChart {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const [least, most] = [Math.min(...points.map(({ low }) => low)), Math.max(...points.map(({ high }) => high))];
  // One value has no range of its own; a twentieth around it leaves it in the middle.
  const room = least === most ? Math.abs(least) / 20 || 1 : 0;
  const x = scaleUtc().domain(first === last ? [first - DAY_MS, last + DAY_MS] : [first, last]).range([inset, width - inset]);
  const y = scaleLinear().domain([least - room, most + room]).nice(ticks).range([height - inset, inset]);
  const drawn = points.map((point) => Object.assign({}, point, { x: x(point.at), y: y(point.value), top: y(point.high), bottom: y(point.low) }));
  const online = drawn.filter((point) => point.online);
  const stretches: DrawnPoint[][] = [];
  for (const point of online) {
    const before = stretches.at(-1)?.at(-1);
    // The clocks may have been set in between.
    if (before && Math.round((point.at - before.at) / DAY_MS) <= GAP_DAYS) stretches.at(-1)?.push(point);
    else stretches.push([point]);
  }
  const path = line<DrawnPoint>((point) => Math.round(point.x * 10) / 10, (point) => Math.round(point.y * 10) / 10);
  return {
    points: drawn,
    line: stretches.filter((stretch) => stretch.length > 1).map((stretch) => path(stretch) ?? '').join(''),
    grid: y.ticks(ticks).map((value) => ({ value, y: Math.round(y(value)) + 0.5 })),
  };
}

/** Narrower axes hold a first and a last day only. */
const THREE_DAYS = 220;

/** Instants to name below an axis `width` pixels long: at its ends and in its middle. The points must be in the order of time. */
export function axisInstants(points: readonly Pick<ChartPoint, 'at'>[], width: number): readonly number[] {
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  if (first === last) return [first];
  return width < THREE_DAYS || last - first < 2 * DAY_MS ? [first, last] : [first, (first + last) / 2, last];
}

/** Which point lies nearest to a place of the box; -1 where there are none. */
export function nearestPoint(points: readonly DrawnPoint[], x: number, y: number): number {
  let [nearest, least] = [-1, Infinity];
  points.forEach((point, index) => {
    // Along the axis of time first: that is how a chart is read.
    const distance = (point.x - x) ** 2 + ((point.y - y) / 3) ** 2;
    if (distance < least) [nearest, least] = [index, distance];
  });
  return nearest;
}

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The height of the bar that drags the window, and how much of it must be in reach. */
const BAR = { height: 48, reach: 120 };

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number => Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);

/**
 * Where a window goes that was restored at `bounds`: there, where enough of its bar lies on a display to be dragged; else into
 * the middle of the first work area (the primary display's), no larger than it. Device-independent pixels.
 */
export function reachablePlace(bounds: Rectangle, workAreas: readonly Rectangle[]): Rectangle {
  const reached = workAreas.some((area) => overlap(bounds.x, bounds.width, area.x, area.width) >= BAR.reach && bounds.y >= area.y - BAR.height / 2 && overlap(bounds.y, BAR.height, area.y, area.height) >= BAR.height / 2);
  const [first] = workAreas;
  if (reached || !first) return bounds;
  const width = Math.min(bounds.width, first.width);
  const height = Math.min(bounds.height, first.height);
  return { x: Math.round(first.x + (first.width - width) / 2), y: Math.round(first.y + (first.height - height) / 2), width, height };
}

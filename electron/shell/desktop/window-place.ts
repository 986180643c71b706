export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The height of the bar that drags the window, and how much of it must be in reach. */
const BAR = { height: 48, reach: 120 };

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number => Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);

/** The whole number next to `from` that leaves what is placed there within `room` behind `least`. */
const within = (from: number, least: number, room: number): number => Math.round(Math.max(least, Math.min(from, least + room)));

/** Where a window of this size goes that is opened from another: over its middle, whole within the work area that holds it. Device-independent pixels. */
export function placeOver(over: Rectangle, size: Pick<Rectangle, 'width' | 'height'>, workAreas: readonly Rectangle[]): Pick<Rectangle, 'x' | 'y'> {
  const middle = { x: over.x + over.width / 2, y: over.y + over.height / 2 };
  const area = workAreas.find(({ x, y, width, height }) => middle.x >= x && middle.x < x + width && middle.y >= y && middle.y < y + height) ?? workAreas[0] ?? over;
  return {
    x: within(middle.x - size.width / 2, area.x, area.width - size.width),
    y: within(middle.y - size.height / 2, area.y, area.height - size.height),
  };
}

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

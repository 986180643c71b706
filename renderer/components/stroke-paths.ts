/** One stroke of a line spectrum: how high, and whether something failed. */
export interface Stroke {
  /** Left edge in pixels, whole so that the stroke stays sharp. */
  readonly x: number;
  /** Pixels; 0 draws the tick of nothing. */
  readonly height: number;
  readonly failed: boolean;
}

export interface StrokePaths {
  readonly ink: string;
  readonly failed: string;
  readonly none: string;
}

const WIDTH = 2;
const TICK = 1.5;
/** A failure is 3 px, 1 px above what did not fail. */
export const CAP = 3;
const CAP_GAP = 1;

function bar(x: number, top: number, height: number): string {
  return `M${x} ${Math.round(top * 10) / 10}h${WIDTH}v${Math.round(height * 10) / 10}h-${WIDTH}z`;
}

/** The strokes of a spectrum `height` pixels high as three paths: three elements to draw, however many strokes. */
export function strokePaths(strokes: readonly Stroke[], height: number): StrokePaths {
  let ink = '';
  let failed = '';
  let none = '';
  for (const stroke of strokes) {
    if (stroke.height > 0) ink += bar(stroke.x, height - stroke.height, stroke.height);
    if (stroke.failed) failed += bar(stroke.x, height - stroke.height - CAP - (stroke.height > 0 ? CAP_GAP : 0), CAP);
    if (stroke.height === 0 && !stroke.failed) none += bar(stroke.x, height - TICK, TICK);
  }
  return { ink, failed, none };
}

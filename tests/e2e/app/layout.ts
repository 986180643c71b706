/**
 * What a screen's layout is, small enough to keep and to compare on another machine.
 *
 * Pictures of two machines differ in every letter: faces, hinting and antialiasing are theirs. A picture made small and grey
 * forgives that, yet our panes differ from each other by a few greys only, so that one which moved by 24 px would be forgiven
 * as well. So each named region keeps its box, which says where it is, the grey that most of it has, which says whether its
 * theme and its backdrop are right, and the share of it that is not of that grey, which says whether anything is drawn in it.
 */

export interface RegionLayout {
  readonly x: number;
  /** Null where it stands below words that may take a line more on another day or in another face. */
  readonly y: number | null;
  /** Null where it is as wide, or as high, as its words, which run otherwise in another face. */
  readonly width: number | null;
  readonly height: number | null;
  /** The most frequent grey, 0 to 255. */
  readonly tone: number;
  /** Share of pixels that differ from it by more than INK, 0 to 1. */
  readonly ink: number;
}

export type ScreenLayout = Readonly<Record<string, RegionLayout>>;

/** Pixels that an edge may be elsewhere: a scroll bar, a word in a bar that is somewhat wider. */
const EDGE = 10;
const TONE = 6;
/** How many times more or less may be drawn, and a share that is too little to tell by. */
const INK_RATIO = 2.2;
const INK_FLOOR = 0.01;

function inkDiffers(one: number, other: number): boolean {
  const [less, more] = one < other ? [one, other] : [other, one];
  return more - less > INK_FLOOR && more > Math.max(less, INK_FLOOR / 2) * INK_RATIO;
}

/** Each region that is not where or as it was, in words; none where the layout holds. */
export function layoutDifferences(expected: ScreenLayout, actual: ScreenLayout): readonly string[] {
  return Object.entries(expected).flatMap(([name, was]) => {
    const is = actual[name];
    if (!is) return [`${name} is missing`];
    const moved = (['x', 'y', 'width', 'height'] as const).flatMap((side) => {
      const [before, now] = [was[side], is[side]];
      return before !== null && now !== null && Math.abs(before - now) > EDGE ? [`${name}: ${side} was ${before}, is ${now}`] : [];
    });
    const tone = Math.abs(was.tone - is.tone) > TONE ? [`${name}: its grey was ${was.tone}, is ${is.tone}`] : [];
    const ink = inkDiffers(was.ink, is.ink) ? [`${name}: ${(was.ink * 100).toFixed(1)} % was drawn, is ${(is.ink * 100).toFixed(1)} %`] : [];
    return [...moved, ...tone, ...ink];
  });
}

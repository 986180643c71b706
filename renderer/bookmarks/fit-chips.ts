const LATIN = 6.7;
const WIDE = 12.2;
/** Padding, borders and the room before the count. */
const AROUND = 24;
const MOST = 160;
const GAP = 6;

const IS_WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF]/u;

/** About how many pixels wide a chip with a title and a count is; rather too many than too few. */
export function chipWidth(title: string, count: string): number {
  let width = AROUND;
  for (const letter of title + count) width += IS_WIDE.test(letter) ? WIDE : LATIN;
  return Math.min(MOST, Math.ceil(width));
}

/** How many of the chips, from the first on, stand in `room` pixels; where not all do, `moreWidth` for the chip that opens the rest is kept free. */
export function fitChips(widths: readonly number[], room: number, moreWidth: number): number {
  const whole = widths.reduce((sum, width) => sum + width + GAP, 0);
  if (whole <= room) return widths.length;
  let used = moreWidth + GAP;
  let fits = 0;
  for (const width of widths) {
    used += width + GAP;
    if (used > room) break;
    fits += 1;
  }
  return fits;
}

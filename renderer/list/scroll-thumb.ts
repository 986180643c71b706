/** A part of the page that scrolls, in pixels. */
export interface Scrolled {
  readonly scrollTop: number;
  readonly scrollHeight: number;
  readonly clientHeight: number;
}

/** Browsers draw no thumb that is smaller. */
const LEAST_THUMB = 18;

/** Where the middle of the thumb stands, in pixels from the top of what is in sight. */
export function thumbCentre({ scrollTop, scrollHeight, clientHeight }: Scrolled): number {
  const room = scrollHeight - clientHeight;
  const thumb = Math.min(clientHeight, Math.max(LEAST_THUMB, (clientHeight * clientHeight) / Math.max(1, scrollHeight)));
  return thumb / 2 + (room <= 0 ? 0 : Math.min(1, Math.max(0, scrollTop / room)) * (clientHeight - thumb));
}

/** Whether a press at `x`, from the left edge of what scrolls, is on its bar: beyond what holds rows. A bar that lies over the rows is not told apart. */
export function isOnBar(x: number, { clientWidth }: { readonly clientWidth: number }): boolean {
  return x >= clientWidth;
}

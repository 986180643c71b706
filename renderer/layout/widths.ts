/** Pixels that the panes may take. */
export const SIDEBAR_WIDTH = { min: 180, max: 320, step: 16 } as const;
export const LIST_WIDTH = { min: 280, max: 520, step: 16 } as const;

/** The design's own widths for a window of `width` pixels. */
export function designWidths(width: number): { readonly sidebar: number; readonly list: number } {
  if (width >= 1440) return { sidebar: 232, list: 384 };
  return width >= 1200 ? { sidebar: 220, list: 360 } : { sidebar: 200, list: 320 };
}

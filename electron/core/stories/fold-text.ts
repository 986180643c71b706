/**
 * A text as numbers and words are looked for in it: compatibility forms folded (full-width digits, ％), every dash between
 * digits as `-`. Its length may differ from the text's: places in it are places in it alone.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/[‐‑‒–—―−~〜﹣]/g, '-');
}

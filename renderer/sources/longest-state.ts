import type { SourceItem } from './source-items.ts';

/** A mark and the space behind it. */
const MARK = 3;
const WIDE = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/gu;

/** As how many letters the longest state of the sources is wide; a Chinese character is as wide as two. */
export function longestState(items: readonly Pick<SourceItem, 'state'>[]): number {
  return items.reduce((longest, { state: { text, mark } }) => Math.max(longest, text.length + (text.match(WIDE)?.length ?? 0) + (mark === null ? 0 : MARK)), 0);
}

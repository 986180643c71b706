import { defaultRangeExtractor } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';

/** What is drawn of a table: what is in sight, and the chosen row wherever it is, for it holds the focus. -1: none is chosen. */
export function drawnEntries(range: Range, chosen: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (chosen < 0 || chosen >= range.count || drawn.includes(chosen)) return drawn;
  return [...drawn, chosen].sort((a, b) => a - b);
}

import { defaultRangeExtractor } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';

/** Indexes to draw: what is in sight with its overscan, the head that sticks at the top (-1: there are none), and the chosen row, which assistive technology must find. */
export function visibleItems(range: Range, stuck: number, chosen: number): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  if (stuck > -1 && stuck < range.count) indexes.add(stuck);
  if (chosen > -1 && chosen < range.count) indexes.add(chosen);
  return [...indexes].sort((one, other) => one - other);
}

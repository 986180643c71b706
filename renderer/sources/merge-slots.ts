import type { ActivitySlot } from '../../electron/contract/source.ts';

/** Joins each `per` slots that follow one another into one. */
export function mergeSlots(slots: readonly ActivitySlot[], per: number): readonly ActivitySlot[] {
  if (per <= 1) return slots;
  const merged: ActivitySlot[] = [];
  for (let at = 0; at < slots.length; at += per) {
    const group = slots.slice(at, at + per);
    merged.push({ at: group[0]?.at ?? 0, asked: group.reduce((sum, slot) => sum + slot.asked, 0), failed: group.reduce((sum, slot) => sum + slot.failed, 0) });
  }
  return merged;
}

/** How many slots one stroke stands for, so that `count` slots fit into `width` pixels with 3 px a stroke: 1, 2, 3, 4 or 6. */
export function slotsAStroke(width: number, count: number): number {
  return [1, 2, 3, 4].find((per) => Math.ceil(count / per) * 3 - 1 <= width) ?? 6;
}

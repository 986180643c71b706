import type { ActivitySlot } from '../../electron/contract/source.ts';
import type { Words } from '../words/use-words.ts';

const SLOT_MS = 300_000;
/** An hour without a fetch is worth a word; with usual intervals minutes without one are not. */
const QUIET_SLOTS = 12;

export interface FetchTotals {
  readonly asked: number;
  readonly failed: number;
}

/** How often sources were asked in all, and how often in vain. */
export function fetchTotals(slots: readonly ActivitySlot[]): FetchTotals {
  return { asked: slots.reduce((sum, { asked }) => sum + asked, 0), failed: slots.reduce((sum, { failed }) => sum + failed, 0) };
}

/** The longest time between two fetches, as places in `slots` (end exclusive); null where it is short. What lies before the first fetch does not count: the app may be that new. */
function longestQuiet(slots: readonly ActivitySlot[]): readonly [number, number] | null {
  let best: readonly [number, number] | null = null;
  let start = -1;
  for (const [index, { asked }] of slots.entries()) {
    if (asked === 0) continue;
    if (start > -1 && index - start - 1 >= QUIET_SLOTS && index - start - 1 > (best ? best[1] - best[0] : 0)) best = [start + 1, index];
    start = index;
  }
  return best;
}

/** The chart of the last 24 hours in words: how many, how many failed, when none, when most. */
export function chartWords(slots: readonly ActivitySlot[], words: Words): string {
  const { t, format } = words;
  const { asked, failed } = fetchTotals(slots);
  if (asked === 0) return t('sources.fetchesNone');
  const sentences: string[] = [t('sources.chart', { asked: format.count(asked), failed: format.count(failed) })];
  const quiet = longestQuiet(slots);
  const from = quiet && slots[quiet[0]];
  const to = quiet && slots[quiet[1]];
  if (from && to) sentences.push(t('sources.chartQuiet', { from: format.time(from.at), to: format.time(to.at) }));
  const busiest = slots.reduce((most, slot) => (slot.asked > most.asked ? slot : most));
  sentences.push(t('sources.chartBusiest', { time: format.time(busiest.at + SLOT_MS / 2) }));
  return sentences.join(t('row.joiner'));
}

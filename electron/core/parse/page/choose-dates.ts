import type { DateEvidence } from './date-evidence.ts';
import { isFullDate, printedDate } from './printed-date.ts';
import type { PrintedDate } from './printed-date.ts';
import { orderliness, resolveDates } from './resolve-dates.ts';
import type { DateContext, ResolvedDate } from './resolve-dates.ts';

/** Everything that may date one item. */
export interface ItemEvidence {
  readonly found: readonly DateEvidence[];
  readonly head: PrintedDate | null;
  readonly inTitle: DateEvidence | null;
  readonly inAddress: PrintedDate | null;
  readonly serial: number | null;
}

export interface ChosenDate extends ResolvedDate {
  readonly text: string | null;
  readonly evidence: DateEvidence | null;
  /** How the item came by its date. */
  readonly from: 'page' | 'title' | 'address' | null;
}

const KIND_WORTH: Readonly<Record<DateEvidence['kind'], number>> = { time: 2.5, attribute: 1.2, whole: 2, within: 1, edge: 0, beside: 1.5, address: 0.5 };
const MOST_SLOTS = 12;

/** One date of the parts that stand in several places of an item: a day here, its month and year there. */
function joinParts(found: readonly DateEvidence[]): DateEvidence | null {
  const parts = found.filter(({ found: { whole, date } }) => whole && !isFullDate(date) && date.numbers === null && date.clock === null);
  const pick = (field: 'year' | 'month' | 'day') => parts.find(({ found: { date } }) => date[field] !== null)?.found.date[field] ?? null;
  const [year, month, day] = [pick('year'), pick('month'), pick('day')];
  const first = parts[0];
  if (!first || parts.length < 2 || month === null || day === null) return null;
  const text = parts.map(({ found: { date } }) => date.text).join(' ');
  return { ...first, slot: 'parts', element: null, found: { ...first.found, date: printedDate({ year, month, day, text, start: 0, end: text.length }) } };
}

function isUsable({ date }: DateEvidence['found'], head: PrintedDate | null): boolean {
  if (isFullDate(date) || date.numbers !== null || (date.month !== null && date.day !== null)) return true;
  if (head === null) return date.clock !== null && date.year === null;
  return date.clock !== null || (date.day !== null && head.month !== null);
}

function bestSlot(items: readonly ItemEvidence[], context: DateContext): { readonly slot: string; readonly coverage: number } | null {
  const slots = new Map<string, (DateEvidence | null)[]>();
  for (const [at, { found, head }] of items.entries()) {
    for (const evidence of found) {
      if (!isUsable(evidence.found, head)) continue;
      if (!slots.has(evidence.slot) && slots.size >= MOST_SLOTS * 4) continue;
      const line = slots.get(evidence.slot) ?? Array.from({ length: items.length }, () => null);
      line[at] ??= evidence;
      slots.set(evidence.slot, line);
    }
  }
  const busiest = [...slots].map(([slot, line]) => ({ slot, line, count: line.filter(Boolean).length })).toSorted((a, b) => b.count - a.count).slice(0, MOST_SLOTS);
  let best: { slot: string; coverage: number; worth: number } | null = null;
  for (const { slot, line, count } of busiest) {
    const resolved = resolveDates(line.map((evidence, at) => ({ date: evidence?.found.date ?? null, head: items[at]?.head ?? null, serial: items[at]?.serial ?? null })), context);
    const times = resolved.flatMap(({ at }) => at ?? []);
    const some = line.filter((evidence) => evidence !== null);
    const share = (test: (evidence: DateEvidence) => boolean) => some.filter(test).length / Math.max(1, some.length);
    const coverage = times.length / items.length;
    const worth = coverage * 10 + share(({ kind }) => KIND_WORTH[kind] >= 2) * 2 + share(({ kind }) => kind === 'time') * 0.5 - share(({ kind }) => kind === 'edge') * 2
      + share(({ found }) => isFullDate(found.date)) * 3 + share(({ published }) => published) * 2.5 - share(({ other }) => other === true) * 2 + share(({ found }) => found.date.clock !== null) * 0.3
      + orderliness(times) * 2 - share(({ found }) => found.date.day !== null && found.date.month === null) * 2 + (count === items.length ? 0.5 : 0);
    if (times.length > 0 && (best === null || worth > best.worth)) best = { slot, coverage, worth };
  }
  return best;
}

/**
 * One date for each item of a list: the place where most items show one that reads as dates of publication do is believed
 * before others, an item's other dates where it shows none there, then its title's edge, then its address.
 */
export function chooseDates(given: readonly ItemEvidence[], context: DateContext): ChosenDate[] {
  const items = given.map((item) => {
    const joined = joinParts(item.found);
    return joined ? { ...item, found: [joined, ...item.found] } : item;
  });
  const best = bestSlot(items, context);
  const titled = items.filter(({ inTitle }) => inTitle).length / Math.max(1, items.length);
  // One date above everything is as likely the page's own.
  const grouped = new Set(items.map(({ head }) => head)).size > 1;
  const chosen = items.map(({ found, head, inTitle, inAddress }) => {
    const shown = found.find(({ slot, found: { date } }) => slot === best?.slot && isUsable({ date, whole: true, line: '' }, head))
      ?? found.find(({ kind, found: { date } }) => isFullDate(date) && kind !== 'edge')
      ?? found.find(({ kind, found: { date, whole } }) => whole && kind !== 'edge' && date.month !== null && date.day !== null);
    if (shown && (best === null || best.coverage >= 0.3 || isFullDate(shown.found.date))) return { date: shown.found.date, evidence: shown, head, from: 'page' as const };
    if (head && grouped && head.day !== null && head.month !== null) return { date: head, evidence: null, head: null, from: 'page' as const };
    if (head && grouped && (head.ago || (head.numbers && head.numbers[2] !== null))) return { date: head, evidence: null, head: null, from: 'page' as const };
    if (inTitle && titled >= 0.7) return { date: inTitle.found.date, evidence: inTitle, head, from: 'title' as const };
    if (inAddress) return { date: inAddress, evidence: null, head: null, from: 'address' as const };
    return { date: null, evidence: null, head: null, from: null };
  });
  const resolved = resolveDates(chosen.map(({ date, head }, at) => ({ date, head, serial: items[at]?.serial ?? null })), context);
  return chosen.map(({ date, evidence, from, head }, at): ChosenDate => {
    const { at: time, zoneAssumed, day } = resolved[at] ?? { at: null, zoneAssumed: false, day: null };
    if (date === null || time === null) return { at: null, zoneAssumed: false, day: null, text: date?.text ?? null, evidence, from: null };
    const filled = head !== null && !isFullDate(date) && date.numbers === null;
    return { at: time, zoneAssumed, day, text: filled ? `${head.text} ${date.text}` : date.text, evidence, from };
  });
}

import type { FigureKind, FigureUnit } from '../../../contract/lens.ts';
import { nounAfter } from '../english/english-noun.ts';
import type { Quantity } from './quantity.ts';

/** The sign of a currency stands between a word and its number. */
export function unsigned(before: string, { currency }: Quantity): string {
  return currency === null ? before : before.replace(/(?:[A-Z]{0,3}[$€£¥₹]|RMB|CNY|USD)\s?$/, '');
}

/** The unit of a quantity, of what is counted its noun; null where it has none. */
export function unitOf(quantity: Quantity, kind: FigureKind, after: string): FigureUnit | null {
  const { unit, currency, per, unitPrinted } = quantity;
  const normal = currency ?? unit?.normal ?? null;
  if (normal !== null) return { normal: per === null ? normal : `${normal}/${per}`, printed: unitPrinted };
  if (kind !== 'count') return null;
  const noun = nounAfter(after);
  const head = noun.split(' ').at(-1) ?? '';
  return /^[a-z]{3,}$/i.test(head) && /s$|people|staff/i.test(head) ? { normal: head.toLowerCase().replace(/(?<!^ser|^spec)ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|(?<!s)s$/, ''), printed: head } : null;
}

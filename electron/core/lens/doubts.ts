import type { Figure, FigureDoubt } from '../../contract/lens.ts';
import { compareDecimals, decimalOf } from './number/decimal.ts';

const products = (ids: readonly string[]): string[] => ids.filter((id) => id.startsWith('product:'));

function sameThing(one: Figure, other: Figure): boolean {
  const [a, b] = [one.subject, other.subject];
  if (products(a.entityIds).length > 0 && products(b.entityIds).length > 0) return products(a.entityIds).some((id) => b.entityIds.includes(id));
  const isOneSentence = one.sentence.field === other.sentence.field && one.sentence.start === other.sentence.start;
  return a.words.toLowerCase() === b.words.toLowerCase() || (isOneSentence && (products(a.entityIds).length === 0 || products(b.entityIds).length === 0));
}

const sameBasis = (one: Figure, other: Figure): boolean => (one.basis?.terms ?? null) === (other.basis?.terms ?? null) && (one.basis?.place ?? null) === (other.basis?.place ?? null);

/** Adds to figures that cannot be right, or cannot be right beside another, the reason. */
export function withDoubts(figures: readonly Figure[]): Figure[] {
  const doubts = new Map<string, Set<FigureDoubt>>();
  const doubt = (figure: Figure, why: FigureDoubt): void => void doubts.set(figure.id, (doubts.get(figure.id) ?? new Set(figure.doubts)).add(why));
  for (const figure of figures) {
    if (figure.qualifiers.includes('from-to') && figure.kind !== 'date' && compareDecimals(decimalOf(figure.low.replace(/^-/, '')), decimalOf(figure.high.replace(/^-/, ''))) > 0) doubt(figure, 'inverted');
    if (figure.currency !== null && /[$€]\s?\d{1,3}\.\d{3}(?!\d)/.test(figure.printed) && !/million|billion|bn|mn|万|亿/.test(figure.printed)) doubt(figure, 'point-or-comma');
  }
  const prices = figures.filter(({ kind, per }) => kind === 'price' && per !== 'share' && per !== null);
  for (const [at, one] of prices.entries()) {
    for (const other of prices.slice(at + 1)) {
      if (one.unit?.normal !== other.unit?.normal || !sameBasis(one, other) || !sameThing(one, other)) continue;
      if (one.period !== other.period && one.period !== null && other.period !== null) continue;
      if ([one, other].some(({ qualifiers }) => qualifiers.includes('from') || qualifiers.includes('to'))) continue;
      if (isFarAbove(one, other) || isFarAbove(other, one)) {
        doubt(one, 'contradicts');
        doubt(other, 'contradicts');
      }
    }
  }
  return figures.map((figure) => ({ ...figure, doubts: [...(doubts.get(figure.id) ?? figure.doubts)] }));
}

/** Whether all of one price is five times all of the other, or more. */
function isFarAbove(one: Figure, other: Figure): boolean {
  return compareDecimals(decimalOf(one.low), decimalOf(other.high), { denominator: 5n }) >= 0;
}

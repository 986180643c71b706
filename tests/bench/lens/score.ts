import type { Figure } from '../../../electron/contract/lens.ts';
import { Currencies } from '../../../electron/core/lens/number/currency.ts';
import { decimalKey, decimalOf, decimalText } from '../../../electron/core/lens/number/decimal.ts';
import { foldScript } from '../../../electron/core/lens/fold-script.ts';
import { foldText as foldWidth } from '../../../electron/core/lens/fold-text.ts';
import { quantityAt } from '../../../electron/core/lens/number/quantity.ts';
import type { Label, LensCase } from './cases.ts';

export interface Tally {
  right: number;
  /** Found and not labelled, or found otherwise. */
  wrong: number;
  /** Labelled and not found, or found otherwise. */
  missed: number;
}

export interface Pair {
  readonly label: Label;
  readonly figure: Figure | null;
  readonly isValueRight: boolean;
  readonly isSubjectRight: boolean;
  readonly missingQualifiers: readonly string[];
  readonly wrongQualifiers: readonly string[];
}

export interface CaseScore {
  readonly lensCase: LensCase;
  readonly pairs: readonly Pair[];
  readonly extra: readonly Figure[];
  /** Figures over what must be none, by the printed words. */
  readonly taken: readonly string[];
}

const foldText = (text: string): string => foldScript(foldWidth(text));

const DATED = new Set(['date', 'notice']);
const decimalIn = (written: string): boolean => /^-?\d+(?:\.\d+)?$/.test(written);
const magnitude = (written: string): string => decimalKey(decimalOf(written.replace(/^[-+]/, '')));

const plain = (one: string): string => foldText(one).replace(/,(?=\d{3})/g, '').replace(/^[+]/, '');

/** A label's value and unit in the words that figures use. */
function normalOf({ value, unit }: Label): { low: string; high: string; unit: string | null } {
  const [low = '', high = low] = value ?? [];
  const read = (one: string) => {
    // A sign of currency stands in front: $/kg.
    const [, sign = '', rest = ''] = /^((?:[A-Z]{0,3}[$€£¥]|Yn))(.*)$/.exec(foldText(unit ?? '')) ?? [null, '', ` ${foldText(unit ?? '')}`];
    const words = `${sign}${plain(one).replace(/^-/, '')}${rest}`.trim();
    return quantityAt(words, words.search(/[\d一-龥]/), { sentence: { start: 0, end: words.length }, currencies: new Currencies(words) });
  };
  const [from, to] = [read(low), read(high)];
  if (!from || !to) return { low: plain(low), high: plain(high), unit };
  const normal = from.currency ?? from.unit?.normal ?? null;
  return { low: decimalText(from.low), high: decimalText(to.isRange ? to.high : to.low), unit: normal === null ? unit : from.per === null ? normal : `${normal}/${from.per}` };
}

function isValueRight(label: Label, figure: Figure): boolean {
  if (label.value === null) return true;
  if (DATED.has(figure.kind)) return figure.low === label.value[0];
  const wanted = normalOf(label);
  const unit = figure.unit?.normal ?? null;
  const isCount = figure.kind === 'count' || figure.kind === 'rank' || figure.kind === 'ratio';
  if (!decimalIn(wanted.low) || !decimalIn(wanted.high)) return false;
  const isSame = magnitude(wanted.low) === magnitude(figure.low) && magnitude(wanted.high) === magnitude(figure.high);
  if (isSame) return label.unit === null || wanted.unit === unit || (unit !== null && wanted.unit !== null && unit.replace(/\/(?:year|month|week|day|hour)$/, '') === wanted.unit) || wanted.unit === null && (isCount || unit === null) || (isCount && unit === null) || (isCount && wanted.unit !== null && unit !== null && sharesStem(wanted.unit, unit));
  // A half is 50 %, and a third any quotient that rounds to it.
  const [part, other] = [share(wanted.low, wanted.unit), share(figure.low, unit)];
  return part !== null && other !== null && Math.abs(part - other) < 0.004 && wanted.low === wanted.high;
}

function share(written: string, unit: string | null): number | null {
  return unit === '%' ? Number(written) / 100 : unit === null ? Number(written) : null;
}

function sharesStem(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a.startsWith(b.slice(0, 4)) || b.startsWith(a.slice(0, 4)) || a.includes(b) || b.includes(a);
}

/** Words of English that say something, and characters of Chinese by twos. */
function termsOf(words: string): string[] {
  const folded = words.toLowerCase();
  const latin = [...folded.matchAll(/[\p{Script=Latin}\d]+/gu)].map(([word]) => word.replace(/(?:ies|es|s)$/, '')).filter((word) => !/^(?:of|the|a|an|in|for|and|to|it|on|at|by)$/.test(word));
  const han = [...folded.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => (run.length === 1 ? [run] : Array.from(run).slice(1).map((character, at) => `${run[at]}${character}`)));
  return [...latin, ...han];
}

/** Right where the figure's subject has at least half of the label's words, and the label at least a third of the figure's. */
export function isSubjectRight(wanted: string, found: string): boolean {
  const [label, figure] = [termsOf(wanted), termsOf(found)];
  const shared = label.filter((term) => figure.includes(term)).length;
  return shared > 0 && shared * 2 >= label.length && shared * 3 >= figure.length;
}

/** Holds the figures of a text to its labels. Figures of kinds that a text labels none of (dates, notices) are left out of account, and so are qualifiers beside the `known`, those that the labels of its folder use. */
export function scoreCase(lensCase: LensCase, all: readonly Figure[], known: ReadonlySet<string> = new Set(lensCase.labels.flatMap(({ qualifiers }) => qualifiers ?? []))): CaseScore {
  const hasDated = { date: false, notice: false };
  for (const { kind } of lensCase.labels) if (kind === 'date' || kind === 'notice') hasDated[kind] = true;
  const figures = all.filter(({ kind, place }) => place.field === 'text' && (kind !== 'date' || hasDated.date) && (kind !== 'notice' || hasDated.notice));
  const free = new Set(figures);
  const paired = lensCase.labels.map((label): readonly [Label, Figure | null] => {
    const { place } = label;
    const over = [...free].filter((figure) => (place ? figure.place.start < place.end && place.start < figure.place.end : isValueRight(label, figure)));
    const figure = over.find((one) => isValueRight(label, one)) ?? over[0] ?? null;
    if (figure) free.delete(figure);
    return [label, figure];
  });
  const pairs = paired.map(([label, figure]): Pair => {
    const found: readonly string[] = figure?.qualifiers ?? [];
    return {
      label, figure,
      isValueRight: figure !== null && isValueRight(label, figure),
      isSubjectRight: figure !== null && (label.subject === null || isSubjectRight(label.subject, figure.subject.words)),
      missingQualifiers: (label.qualifiers ?? []).filter((one) => !found.includes(one)),
      wrongQualifiers: label.qualifiers === null ? [] : found.filter((one) => known.has(one) && !label.qualifiers?.includes(one)),
    };
  });
  const taken = lensCase.nots.filter(({ start, end }) => figures.some(({ place }) => place.start < end && start < place.end)).map(({ printed }) => printed);
  return { lensCase, pairs, extra: [...free], taken };
}

export const precisionOf = ({ right, wrong }: Tally): number => (right + wrong === 0 ? 1 : right / (right + wrong));
export const recallOf = ({ right, missed }: Tally): number => (right + missed === 0 ? 1 : right / (right + missed));
export const f1Of = ({ right, wrong, missed }: Tally): number => (right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed));

/** Of value with unit, of that with the subject, of qualifiers, kinds and subjects; and what was taken for a figure and is none. */
export function talliesOf(scores: readonly CaseScore[]): { readonly tallies: ReadonlyMap<string, Tally>; readonly nots: number; readonly taken: number } {
  const tallies = new Map<string, Tally>();
  const of = (name: string): Tally => {
    const known = tallies.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    tallies.set(name, known);
    return known;
  };
  const count = (name: string, isRight: boolean, isFound: boolean): void => {
    const tally = of(name);
    if (isRight) tally.right += 1;
    else {
      tally.missed += 1;
      if (isFound) tally.wrong += 1;
    }
  };
  for (const { pairs, extra } of scores) {
    for (const { label, figure, isValueRight: isValue, isSubjectRight: isSubject, missingQualifiers, wrongQualifiers } of pairs) {
      count('value + unit', isValue, figure !== null);
      count('with subject', isValue && isSubject, figure !== null);
      if (label.subject !== null) count('subject alone', isSubject, figure !== null);
      if (label.kind !== null) count('kind', figure?.kind === label.kind, figure !== null);
      const qualifier = of('qualifier');
      qualifier.right += (label.qualifiers?.length ?? 0) - missingQualifiers.length;
      qualifier.missed += missingQualifiers.length;
      qualifier.wrong += wrongQualifiers.length;
      if (label.kind === 'date' && label.role !== null) count('role of date', figure?.role === label.role, figure !== null);
    }
    for (const name of ['value + unit', 'with subject']) of(name).wrong += extra.length;
  }
  return { tallies, nots: scores.reduce((sum, { lensCase }) => sum + lensCase.nots.length, 0), taken: scores.reduce((sum, { taken }) => sum + taken.length, 0) };
}

import { datesAndNoticesIn } from './dates-and-notices.ts';
import { compareDecimals, decimalText, significance } from '../lens/number/decimal.ts';
import { foldText } from '../lens/fold-text.ts';
import { numbersIn } from './numbers.ts';
import type { FoundNumber } from './numbers.ts';
import { roundedTo } from './signature.ts';
import { subjectsOf } from './subjects.ts';

/** An article as far as its figures go. */
export interface FigureText {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

export interface Statement {
  readonly articleId: number;
  readonly printed: string;
  readonly value: string;
  readonly sentence: string;
}

export interface Difference {
  readonly kind: 'value' | 'year';
  readonly unit: string | null;
  readonly statements: readonly Statement[];
}

interface Figure extends FoundNumber {
  readonly articleId: number;
  readonly printed: string;
  readonly sentence: string;
  readonly subjects: readonly string[];
  readonly years: readonly string[];
}

const MOST_TEXT = 12_000;
const MOST_DIFFERENCES = 12;
const LONGEST_SENTENCE = 400;
/** The end of a sentence: not a point in a number or an initial. */
const SENTENCE = /[^。!?.;\n]*(?:\.(?=\d)[^。!?.;\n]*)*(?:[。!?.;\n]|$)/g;
/** Where a clause ends, and what a number is said of with it. */
const CLAUSE = /,(?!\d)|[、:]|\b(?:while|and|as|but|which|against)\b|而|但/;

function figuresOf({ id, title, text }: FigureText): Figure[] {
  const written = `${title.slice(0, 500)}\n${text.slice(0, MOST_TEXT)}`;
  const folded = foldText(written);
  const { covers } = datesAndNoticesIn(folded);
  const found = numbersIn(folded, covers);
  const figures: Figure[] = [];
  for (const match of folded.matchAll(SENTENCE)) {
    const [sentence] = match;
    const end = match.index + sentence.length;
    for (const number of found.filter(({ start }) => start >= match.index && start < end)) {
      const before = sentence.slice(0, number.start - match.index).split(CLAUSE).slice(-1)[0] ?? '';
      const after = sentence.slice(number.end - match.index).split(CLAUSE)[0] ?? '';
      figures.push({
        ...number, articleId: id, printed: written.slice(number.start, number.end).trim(), sentence: written.slice(match.index, end).trim().slice(0, LONGEST_SENTENCE),
        subjects: subjectsOf(`${before} ${after}`), years: [...new Set(sentence.match(/(?<!\d)20[0-4]\d(?!\d)/g) ?? [])],
      });
    }
  }
  return figures;
}

/** Neither too little to be compared, nor a part of a range, which has two ends of its own. */
function isTelling({ value, unit, rangeTo }: Figure): boolean {
  return rangeTo === null && value.digits > 0n && (unit !== null || significance(value) >= 3);
}

/** The same thing by another number: one unit, one subject, and near each other, or a slip by a power of ten. */
function isConflict(one: Figure, other: Figure): boolean {
  if (one.unit !== other.unit || one.key === other.key || !sharesSubject(one, other)) return false;
  if (isRounding(one, other) || isRounding(other, one)) return false;
  if (one.value.digits === other.value.digits) return Math.abs(one.value.exponent - other.value.exponent) === 1;
  return compareDecimals(one.value, other.value, { numerator: 2n }) > 0 && compareDecimals(other.value, one.value, { numerator: 2n }) > 0;
}

function isRounding({ key, unit, value }: Figure, other: Figure): boolean {
  const digits = significance(value);
  const to = significance(other.value);
  // "About 20 %" of 19.6 % is no conflict.
  return roundedTo({ key, unit, digits }, to) === other.key || (to <= 2 && compareDecimals(value, other.value, { numerator: 20n, denominator: 19n }) >= 0 && compareDecimals(other.value, value, { numerator: 20n, denominator: 19n }) >= 0);
}

function sharesSubject(one: Figure, other: Figure): boolean {
  return one.subjects.length > 0 && one.subjects.length === other.subjects.length && one.subjects.every((subject) => other.subjects.includes(subject));
}

function statement({ articleId, printed, value, sentence }: Figure): Statement {
  return { articleId, printed, value: decimalText(value), sentence };
}

/**
 * The figures that articles of one story give differently for the same thing, each with its sentence. A number that both say is
 * in no conflict. Careful rather than complete: what the subject of a number is, a few words beside it tell, or nothing is said.
 */
export function differingStatements(articles: readonly FigureText[]): Difference[] {
  const all = articles.map(figuresOf);
  const differences: Difference[] = [];
  const seen = new Set<string>();
  const add = (difference: Difference, key: string): void => {
    if (seen.has(key) || differences.length >= MOST_DIFFERENCES) return;
    seen.add(key);
    differences.push(difference);
  };
  for (const [at, ones] of all.entries()) {
    for (const others of all.slice(at + 1)) {
      for (const one of ones) {
        const same = others.find(({ key, unit }) => key === one.key && unit === one.unit);
        if (same) {
          const year = yearsApart(one, same);
          if (year) add({ kind: 'year', unit: null, statements: [{ ...statement(one), printed: year[0], value: year[0] }, { ...statement(same), printed: year[1], value: year[1] }] }, `year ${one.articleId} ${same.articleId} ${year.toSorted().join(' ')}`);
          continue;
        }
        if (!isTelling(one)) continue;
        const isSaidBefore = (other: Figure): boolean => ones.some(({ key, unit }) => key === other.key && unit === other.unit);
        const conflict = others.find((other) => isTelling(other) && isConflict(one, other) && !isSaidBefore(other));
        if (conflict) add({ kind: 'value', unit: one.unit, statements: [statement(one), statement(conflict)] }, `value ${[one.key, conflict.key].toSorted().join(' ')} ${one.unit}`);
      }
    }
  }
  return differences;
}

/** A number of four digits' weight, said of one year here and of another there. */
function yearsApart(one: Figure, other: Figure): readonly [string, string] | null {
  const [year] = one.years;
  const [otherYear] = other.years;
  if (one.years.length !== 1 || other.years.length !== 1 || year === undefined || otherYear === undefined || year === otherYear) return null;
  const isLarge = significance(one.value) >= 3 || one.value.exponent >= 3;
  return isLarge && one.unit !== '%' ? [year, otherYear] : null;
}

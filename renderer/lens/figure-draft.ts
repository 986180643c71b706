import { isFigureValue } from '../../electron/contract/figure-value.ts';
import type { FigureFix, PlacedFigure } from '../../electron/contract/figures.ts';
import type { DateRole, FigureKind, FigureQualifier } from '../../electron/contract/lens.ts';
import { typedNumber } from './typed-number.ts';

export const BOUNDS = ['more-than', 'less-than', 'about', 'from', 'to'] as const satisfies readonly FigureQualifier[];
export const MOVES = ['up', 'down'] as const satisfies readonly FigureQualifier[];
export const SPANS = ['year-on-year', 'quarter-on-quarter', 'month-on-month', 'week-on-week', 'day-on-day'] as const satisfies readonly FigureQualifier[];

/** The fields of the dialog, as they are typed. '' stands for none. */
export interface FigureDraft {
  readonly low: string;
  readonly high: string;
  readonly unit: string;
  readonly kind: FigureKind;
  readonly subject: string;
  readonly period: string;
  readonly bound: '' | (typeof BOUNDS)[number];
  readonly move: '' | (typeof MOVES)[number];
  readonly span: '' | (typeof SPANS)[number];
  readonly role: '' | DateRole;
}

const EMPTY: FigureDraft = { low: '', high: '', unit: '', kind: 'level', subject: '', period: '', bound: '', move: '', span: '', role: '' };

function oneOf<Q extends FigureQualifier>(choices: readonly Q[], qualifiers: readonly FigureQualifier[]): '' | Q {
  return choices.find((choice) => qualifiers.includes(choice)) ?? '';
}

/** What the dialog begins with: the figure as it was read. */
export function draftOfFigure({ low, high, unit, kind, subject, period, qualifiers, role }: PlacedFigure): FigureDraft {
  return {
    low, high: high === low ? '' : high, unit: unit?.normal ?? '', kind, subject: subject.words, period: period ?? '', role: role ?? '',
    bound: oneOf(BOUNDS, qualifiers), move: oneOf(MOVES, qualifiers), span: oneOf(SPANS, qualifiers),
  };
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [[/^(?:US\$|美元|US dollars?|dollars?)/iu, 'USD'], [/^(?:yuan|元|RMB|CNY)/iu, 'CNY'], [/^(?:A\$|澳元)/u, 'AUD'], [/^(?:euros?|欧元)/iu, 'EUR']];
const MASSES: readonly (readonly [RegExp, string])[] = [[/^(?:tonnes?|tons?|吨|t)(?![a-z])/iu, 't'], [/^(?:kilogrammes?|kilograms?|kilos?|kg|公斤|千克)/iu, 'kg']];

function massOf(words: string): string | undefined {
  return MASSES.find(([mass]) => mass.test(words))?.[1];
}

function unitIn(rest: string): Pick<FigureDraft, 'unit' | 'kind'> {
  if (/^(?:%|％|per ?cent)/iu.test(rest)) return { unit: '%', kind: 'share' };
  const money = CURRENCIES.find(([words]) => words.test(rest));
  if (money) {
    const per = massOf(rest.replace(money[0], '').replace(/^\s*(?:\/|a|per|每)\s*/iu, ''));
    return per === undefined ? { unit: money[1], kind: 'money' } : { unit: `${money[1]}/${per}`, kind: 'price' };
  }
  const mass = massOf(rest);
  return mass === undefined ? { unit: '', kind: 'count' } : { unit: mass, kind: 'mass' };
}

/** What the dialog begins with for selected words: the number in them, where they begin with one, and its unit. */
export function draftOfWords(words: string): FigureDraft {
  const number = typedNumber(words.replace(/^\s*(?:US\$|A\$|C\$|[$€£¥￥])\s*/u, ''));
  return number ? { ...EMPTY, low: number.decimal, ...unitIn(number.rest) } : EMPTY;
}

/** A typed value as the contract has it; null where it is none. */
export function valueOf(typed: string, kind: FigureKind): string | null {
  const text = typed.normalize('NFKC').trim();
  const number = kind === 'date' || kind === 'notice' ? { rest: '', decimal: text } : typedNumber(text);
  return number?.rest === '' && isFigureValue(kind, number.decimal) ? number.decimal : null;
}

function qualifiersOf({ bound, move, span, high }: FigureDraft): FigureQualifier[] {
  return [...(high.trim() === '' ? [] : ['from-to' as const]), ...[bound, move, span].filter((one) => one !== '')];
}

/** What was typed, for the engine; null where a value is none, or a range goes down. */
export function fixOfDraft(draft: FigureDraft): (FigureFix & { readonly low: string; readonly kind: FigureKind }) | null {
  const low = valueOf(draft.low, draft.kind);
  const high = draft.high.trim() === '' ? low : valueOf(draft.high, draft.kind);
  if (low === null || high === null) return null;
  return {
    low,
    high,
    kind: draft.kind,
    unit: draft.unit.trim() === '' ? null : draft.unit.trim(),
    subject: draft.subject.trim(),
    period: draft.period.trim() === '' ? null : draft.period.trim(),
    role: draft.kind === 'date' && draft.role !== '' ? draft.role : null,
    qualifiers: qualifiersOf(draft),
  };
}


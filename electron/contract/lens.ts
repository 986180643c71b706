import type { EntityId } from './gazetteer.ts';

/** Figures, prices and dates of an article as data. Numbers are decimal strings, never floats; what is printed is always kept. */

/**
 * What a figure tells. `change` is by how much something moved (in per cent, or in its own unit), `change_pp` in percentage points;
 * `level` is a measure that is neither money nor mass: a grade, a capacity in MW, a time.
 */
export const FIGURE_KINDS = ['level', 'share', 'change', 'change_pp', 'ratio', 'rank', 'count', 'money', 'mass', 'price', 'date', 'notice'] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];

/**
 * How a figure is meant. `from-to` is a range; `from` and `to` are what something moved away from and came to. "At least" is
 * `more-than`, "at most" `less-than`.
 */
export const FIGURE_QUALIFIERS = [
  'more-than', 'less-than', 'about', 'from-to', 'from', 'to', 'up', 'down', 'year-on-year', 'quarter-on-quarter', 'month-on-month', 'week-on-week', 'day-on-day',
] as const;
export type FigureQualifier = (typeof FIGURE_QUALIFIERS)[number];

/**
 * Why a figure may be wrong. `contradicts`: another figure of the text says a multiple of it for the same thing. `over-whole`: a
 * share above 100 %. `inverted`: a range whose low end is above its high end. `point-or-comma`: 50.877 dollars may be 50,877.
 * `currency`: which dollar or ¥ it is, only the context tells. `no-such-day`: 31 June.
 */
export const FIGURE_DOUBTS = ['contradicts', 'over-whole', 'inverted', 'point-or-comma', 'currency', 'no-such-day'] as const;
export type FigureDoubt = (typeof FIGURE_DOUBTS)[number];

/** A stretch of the title or the plain text of an article. UTF-16 code units; `end` is past the last one. */
export interface TextPlace {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
}

export interface FigureUnit {
  /** `CNY/t`, `t`, `t/year`, `%`, `pp`, `x` (times), `month`; of what is counted its word in the singular, or a Chinese measure word. */
  readonly normal: string;
  /** As it stands in the text; of a prefix and a suffix, both. */
  readonly printed: string;
}

/** On what terms a price is meant. */
export interface PriceBasis {
  /** `FOB`, `CIF`, `EXW`, `DDP`, `delivered`… */
  readonly terms: string | null;
  /** As printed: China, Rotterdam, 鹿特丹. */
  readonly place: string | null;
  readonly vat: 'in' | 'out' | null;
}

/** What a figure is said of. */
export interface FigureSubject {
  /** In the language of the text, traditional characters simplified; empty where nothing was found. */
  readonly words: string;
  readonly entityIds: readonly EntityId[];
}

/** What was read otherwise than it is printed. `from` and `to` are the low end, before and after. */
export interface FigureRepair {
  readonly from: string;
  readonly to: string;
  /** `lost-ten-thousands`: a machine translation dropped the 万 of the low end. */
  readonly rule: 'lost-ten-thousands';
}

/** What a date is the date of; null where the words do not tell. */
export const DATE_ROLES = ['published', 'as-of', 'effective', 'expiry', 'deadline'] as const;
export type DateRole = (typeof DATE_ROLES)[number];

export interface Figure {
  /** The same for the same sentence and words, also after rules have changed: corrections hang on it. */
  readonly id: string;
  readonly printed: string;
  readonly place: TextPlace;
  readonly sentence: TextPlace;
  readonly kind: FigureKind;
  /** Decimal, in units of `unit.normal`: `365000`; of a date the day `2026-11-10`, a month `2026-11`, or `--11-10` where no year is known; of a notice `2025-18`, or `18`. */
  readonly low: string;
  /** As `low`, which it equals but in a range. */
  readonly high: string;
  readonly unit: FigureUnit | null;
  /** ISO 4217. */
  readonly currency: string | null;
  /** What a price or rate is for: `t`, `kg`, `year`, `share`. */
  readonly per: string | null;
  readonly basis: PriceBasis | null;
  readonly qualifiers: readonly FigureQualifier[];
  readonly subject: FigureSubject;
  /** The period or day that a figure is of, as printed: "in September", 前三季度. */
  readonly period: string | null;
  /** Of a date. */
  readonly role: DateRole | null;
  readonly repaired: FigureRepair | null;
  readonly doubts: readonly FigureDoubt[];
}

/** A quoted price. */
export interface PriceRow {
  readonly figureId: string;
  readonly product: FigureSubject;
  readonly low: string;
  readonly high: string;
  readonly currency: string;
  readonly per: string;
  readonly basis: PriceBasis | null;
  /** Day that the quote is of, `2026-06-14`; null where neither the text nor its publication tells. */
  readonly asOf: string | null;
}

/** What the lens reads of one article: figures in reading order, title first. */
export interface ArticleFigures {
  readonly figures: readonly Figure[];
  readonly prices: readonly PriceRow[];
}

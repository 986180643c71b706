import type { CorrectionId, FigureFix, PeriodSpan } from '../../contract/figures.ts';
import type { EntityId } from '../../contract/gazetteer.ts';
import type { TextQuote } from '../../contract/bookmark.ts';
import type { Figure, PriceRow } from '../../contract/lens.ts';

/** A figure as it is kept: as it was read, or as a person says it is. */
export interface StoredFigure extends Figure {
  readonly sentenceText: string;
  readonly paragraph: number;
  readonly span: PeriodSpan | null;
  readonly correction: { readonly id: CorrectionId; readonly kind: 'fixed' | 'added' } | null;
  /** Of a notice: who issued it, as far as its sentence tells. */
  readonly issuers: readonly EntityId[];
}

/** What is kept of an article. */
export interface StoredFigures {
  /** In reading order. */
  readonly figures: readonly StoredFigure[];
  readonly prices: readonly PriceRow[];
  /** Corrections whose words are not in the text. */
  readonly lost: readonly CorrectionId[];
}

/** What a person did to a figure, with what it takes to do it again to another reading of the text. */
export interface FigureCorrection {
  readonly id: CorrectionId;
  readonly kind: 'fixed' | 'dropped' | 'added';
  /** Null of what was added. */
  readonly figureId: string | null;
  readonly field: 'title' | 'text';
  readonly quote: TextQuote;
  /** The figure as it was then; null of what was added. */
  readonly base: Figure | null;
  /** Null of what was dropped. */
  readonly fix: FigureFix | null;
}

/** An article on its way to the lens. Structured-cloneable: it crosses to a worker thread. */
export interface FiguresJob {
  readonly id: number;
  readonly title: string;
  /** Sanitized HTML as bodies are stored; empty where there is none. */
  readonly body: Uint8Array;
  /** Read where there is no body. */
  readonly summary: string;
  readonly publishedAt: number | null;
  readonly corrections: readonly FigureCorrection[];
}

/** A figure as questions are asked of it: see the table `figures`. */
export interface FigureIndexRow {
  readonly kind: string;
  readonly unit: string | null;
  readonly low: string;
  /** Null where it is `low`. */
  readonly high: string | null;
  /** Of its period; numbers as of dayNumber. */
  readonly from: number | null;
  readonly to: number | null;
  readonly flags: number;
  readonly role: string | null;
  /** Of a date; of a quote its as-of day. A number as of dayNumber. */
  readonly day: number | null;
  /** Of a quote its product, of a notice its number. */
  readonly name: string | null;
  readonly basis: string | null;
  readonly entityIds: readonly EntityId[];
}

export interface FiguresResult {
  readonly id: number;
  /** Empty where there is nothing. */
  readonly packed: Uint8Array;
  /** One a figure, in their order. */
  readonly rows: readonly FigureIndexRow[];
}

/** Bits of `figures.flags`. */
export const UNSURE = 1;
export const CORRECTED = 2;

/** A figure that may be wrong, and that no person has looked at. */
export function isUnsure({ doubts, correction }: Pick<StoredFigure, 'doubts' | 'correction'>): boolean {
  return doubts.length > 0 && correction === null;
}

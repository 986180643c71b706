import type { CopyId, TextQuote } from './bookmark.ts';
import type { TextOrigin } from './full-text.ts';
import type { EntityId } from './gazetteer.ts';
import type { DateRole, Figure, FigureKind, FigureQualifier, PriceBasis, PriceRow } from './lens.ts';
import type { ArticleId, FeedId } from './model.ts';

/** Figures of stored articles: beside their text, across articles, over time. Values are decimal strings; days `2026-11-18`. */

/** What a person says a figure is. Left out: as the lens read it. */
export interface FigureFix {
  readonly low?: string | undefined;
  /** Left out where `low` is given: the same. */
  readonly high?: string | undefined;
  readonly kind?: FigureKind | undefined;
  /** As `FigureUnit.normal`: `CNY/t`, `t`, `%`; null for a bare number. */
  readonly unit?: string | null | undefined;
  readonly qualifiers?: readonly FigureQualifier[] | undefined;
  readonly subject?: string | undefined;
  readonly period?: string | null | undefined;
  readonly role?: DateRole | null | undefined;
}

export type CorrectionId = number;

/** A figure with what it takes to show it in its article. */
export interface PlacedFigure extends Figure {
  /** Some of it may be wrong: `doubts` says what. A figure that a person fixed or added is never unsure. */
  readonly unsure: boolean;
  /** The printed words, found again by findQuote in the bare text of the title or of the HTML. */
  readonly quote: TextQuote;
  /** The whole sentence, in the same way; `quote.quote` of it is to be shown. */
  readonly sentenceQuote: TextQuote;
  /** Which paragraph of the text it stands in, from 1, counted as those of highlights; 0 in the title. */
  readonly paragraph: number;
  /** First and last day of the period it is of; null where no period is named, or not which. */
  readonly span: PeriodSpan | null;
  /** What a person did to it; null where it is as it was read. */
  readonly correction: { readonly id: CorrectionId; readonly kind: 'fixed' | 'added' } | null;
}

/** Days, both included. `name`: `2025`, `2025-Q3`, `2025-H1`, `2025-09`, `2025-09-14`, or `2025-01/2025-09`; a week is its days. */
export interface PeriodSpan {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** A figure that a person took out. */
export interface DroppedFigure {
  readonly correctionId: CorrectionId;
  readonly printed: string;
  readonly sentence: string;
}

export interface ArticleLens {
  readonly articleId: ArticleId;
  /** Which text was read; `copyId` where it was a frozen one. */
  readonly textOrigin: TextOrigin;
  readonly copyId: CopyId | null;
  /** In reading order, the title first. */
  readonly figures: readonly PlacedFigure[];
  /** `figureId` is that of one of them. */
  readonly prices: readonly PriceRow[];
  readonly dropped: readonly DroppedFigure[];
  /** Corrections whose words the text no longer holds. They wait for it to hold them again. */
  readonly lost: readonly DroppedFigure[];
}

/** Which article a figure is from. */
export interface FigureSource {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly url: string | null;
  readonly feedId: FeedId;
  readonly feedTitle: string;
  readonly lang: string | null;
  /** Epoch milliseconds; null where it has no date. */
  readonly publishedAt: number | null;
  /** The day it is listed under, where it is published in China, or as its page prints it. */
  readonly day: string;
}

/** A figure of any article, with its sentence. */
export interface FigureRow extends Omit<PlacedFigure, 'quote' | 'sentenceQuote' | 'place'> {
  readonly sentenceText: string;
  readonly source: FigureSource;
}

/** All that is given must hold. */
export interface FigureFilter {
  readonly articleId?: ArticleId | undefined;
  /** What a figure is said of; of an element, products of it too. */
  readonly entityId?: EntityId | undefined;
  readonly kinds?: readonly FigureKind[] | undefined;
  /** `FigureUnit.normal`. */
  readonly unit?: string | undefined;
  readonly feedId?: FeedId | undefined;
  /** Days of the articles' publication. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Days that the figure's own period touches. */
  readonly periodFrom?: string | undefined;
  readonly periodTo?: string | undefined;
  /** Words that its sentence or subject holds, in any case or script. */
  readonly text?: string | undefined;
  /** False: only what is sure. True: only what is unsure. */
  readonly unsure?: boolean | undefined;
  /** Only what a person fixed or added. */
  readonly corrected?: boolean | undefined;
}

export interface FigurePage {
  /** Newest article first, in each in reading order. */
  readonly figures: readonly FigureRow[];
  /** Counted up to 10,000; `totalIsMore` past that. */
  readonly total: number;
  readonly totalIsMore: boolean;
  readonly nextCursor: string | null;
}

/** What a table of figures can be narrowed to, the most frequent first, each with how many it would show: of the newest 5000 figures under the filter. */
export interface FigureChoices {
  readonly kinds: readonly { readonly kind: FigureKind; readonly count: number }[];
  readonly units: readonly { readonly unit: string; readonly count: number }[];
  readonly feeds: readonly { readonly feedId: FeedId; readonly title: string; readonly count: number }[];
  readonly entities: readonly { readonly entityId: EntityId; readonly names: Readonly<Record<string, string>>; readonly count: number }[];
}

/** Names what prices are of: `product:ndpr-oxide`, or `words:` and the words where no entity is known. */
export type ProductKey = string;

/** Quotes of one product that may share a chart: one unit, one basis. */
export interface PriceSeriesFacts {
  /** `CNY/t`. */
  readonly unit: string;
  readonly basis: PriceBasis | null;
  /** Names the basis in priceSeries; '' where none is told. */
  readonly basisKey: string;
  readonly quotes: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The quote of the last day; of several the newest article's. */
  readonly low: string;
  readonly high: string;
}

export interface PriceProduct {
  readonly product: ProductKey;
  readonly entityId: EntityId | null;
  /** By language, of the entity; the words under `und` where there is none. */
  readonly names: Readonly<Record<string, string>>;
  readonly quotes: number;
  readonly lastDay: string;
  /** The one with most quotes first. */
  readonly series: readonly PriceSeriesFacts[];
}

export interface PriceQuote {
  readonly figureId: string;
  readonly low: string;
  readonly high: string;
  readonly printed: string;
  readonly sentenceText: string;
  readonly unsure: boolean;
  readonly repaired: boolean;
  readonly corrected: boolean;
  /** Low and high in `PriceSeries.converted.unit`; null where there is no rate. */
  readonly converted: { readonly low: string; readonly high: string } | null;
  readonly source: FigureSource;
}

export interface PriceDay {
  readonly day: string;
  /** In order of publication. */
  readonly quotes: readonly PriceQuote[];
  /** They do not all say the same. */
  readonly conflict: boolean;
}

export interface PriceSeries {
  readonly product: PriceProduct;
  readonly unit: string;
  readonly currency: string;
  readonly per: string;
  readonly basis: PriceBasis | null;
  readonly basisKey: string;
  /** By day, oldest first. */
  readonly days: readonly PriceDay[];
  /** Into what quotes are converted and by which rate of the person's: CNY/t and CNY/kg into USD/kg, USD/kg and USD/t into CNY/t. Taxes stay as they are. */
  readonly converted: { readonly unit: string; readonly rate: UsdRate } | null;
}

/** A rate that a person set: how many yuan a US dollar is, and of which day that is. */
export interface UsdRate {
  readonly cnyPerUsd: string;
  readonly on: string;
}

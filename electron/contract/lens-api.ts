import type { CopyId, TextQuote } from './bookmark.ts';
import type { OutgoingFile } from './exchange.ts';
import type { ArticleLens, CorrectionId, FigureChoices, FigureFilter, FigureFix, FigurePage, FigureRow, FigureSource, PriceProduct, PriceSeries, ProductKey } from './figures.ts';
import type { TextOrigin } from './full-text.ts';
import type { EntityId } from './gazetteer.ts';
import type { DateRole, FigureKind } from './lens.ts';
import type { ArticleId, ArticleSummary } from './model.ts';

export const FIGURE_FORMATS = ['csv', 'tsv', 'json'] as const;
export type FigureFormat = (typeof FIGURE_FORMATS)[number];

export interface ExportedFigures extends OutgoingFile {
  readonly figures: number;
}

/** A day or month that an article names. */
export interface DateRow {
  readonly figureId: string;
  /** `2026-11-10`, or `2026-11` of a month. */
  readonly day: string;
  readonly role: DateRole | null;
  readonly printed: string;
  readonly sentenceText: string;
  readonly unsure: boolean;
  readonly source: FigureSource;
}

export interface DatePage {
  /** By day, the earliest first; of one day the newest article first. */
  readonly dates: readonly DateRow[];
  readonly nextCursor: string | null;
}

/** A document that an article names by its number, and who else names it. */
export interface NoticeLink {
  /** `2025-18`; `18` where no year is told. */
  readonly number: string;
  /** As this article prints it. */
  readonly printed: string;
  /** Who issued it, as far as the sentences tell; those of another issuer are left out. */
  readonly issuers: readonly EntityId[];
  /** Other articles that name it, in whichever language, newest first, at most 50. */
  readonly articles: readonly { readonly printed: string; readonly sentenceText: string; readonly source: FigureSource }[];
  /** Of all of them. */
  readonly count: number;
}

/** One thing measured of an entity over time. */
export interface EntityMeasure {
  readonly subject: string;
  readonly kind: FigureKind;
  readonly unit: string | null;
  /** By day: the end of the period where it is known, else publication; oldest first. */
  readonly points: readonly { readonly day: string; readonly figure: FigureRow }[];
}

export interface EntityLens {
  /** The latest figures said of it, at most 50. */
  readonly latest: readonly FigureRow[];
  /** What has figures of two days or more, the one with most first, at most 20. */
  readonly measures: readonly EntityMeasure[];
  /** Articles that name it by day of publication, oldest first; days without one are left out. */
  readonly mentions: readonly { readonly day: string; readonly articles: number }[];
  /** Named in the same articles, the most often first, at most 20. */
  readonly beside: readonly { readonly entityId: EntityId; readonly names: Readonly<Record<string, string>>; readonly articles: number }[];
  /** The latest articles that name it, one a story, at most 20. */
  readonly articles: readonly ArticleSummary[];
}

/** What articles of one story say differently for the same subject, unit and period. */
export interface LensDifference {
  readonly subject: string;
  readonly kind: FigureKind;
  readonly unit: string | null;
  /** Name of the span that both are of; null where neither tells one. */
  readonly period: string | null;
  /** Two or more, in order of publication. */
  readonly figures: readonly FigureRow[];
}

/** What a change of the lens's rules did to stored figures. */
export interface LensChange {
  readonly fromVersion: number;
  readonly version: number;
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly articles: number;
  readonly changedArticles: number;
  readonly added: number;
  readonly removed: number;
  readonly altered: number;
}

export interface ChangedFigures {
  readonly source: FigureSource;
  /** As printed. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** `was` and `is`: value, unit, kind and subject in words for a table, `12000 t mass output`. */
  readonly altered: readonly { readonly printed: string; readonly was: string; readonly is: string }[];
}

export interface LensProgress {
  /** Articles whose figures are still to be read. */
  readonly waiting: number;
  readonly version: number;
  /** The last change of rules that this library saw; null where there was none. */
  readonly change: LensChange | null;
}

/** Figures, prices, dates and notices of stored articles. */
export interface LensApi {
  /**
   * What an article says in figures; read at once where that still waited. Of its page's text where that is kept, unless the
   * feed's or a frozen copy's is asked for. Rejects with `article-missing`, `copy-missing`.
   */
  articleFigures(args: { articleId: ArticleId; text?: TextOrigin; copyId?: CopyId }): Promise<ArticleLens>;
  /** `limit` 1 to 500. A cursor belongs to its filter. */
  listFigures(args: { filter?: FigureFilter; limit: number; cursor?: string | null }): Promise<FigurePage>;
  figureChoices(args: { filter?: FigureFilter }): Promise<FigureChoices>;
  /**
   * Figures as a file, each with sentence, source, address and date: UTF-8, CSV as RFC 4180 with a byte order mark. Runs as other exports do.
   * Rejects with `nothing-to-export`, `transfer-running`, `transfer-cancelled`, `disk-full`.
   */
  exportFigures(args: { format: FigureFormat; filter?: FigureFilter }): Promise<ExportedFigures>;
  /** What prices are quoted of, the one with most quotes first; `query` is part of a name. */
  listPriceProducts(args: { query?: string }): Promise<{ products: readonly PriceProduct[] }>;
  /** Quotes of one product in one unit on one basis. Without `unit` and `basisKey`: the series with most quotes. Rejects with `prices-missing`. */
  priceSeries(args: { product: ProductKey; unit?: string; basisKey?: string; from?: string; to?: string }): Promise<PriceSeries>;
  /** Days named in articles. `from` and `to` are days, both included; `limit` 1 to 500. Without `roles`, every date with a role. */
  listDates(args: { from?: string; to?: string; roles?: readonly DateRole[]; entityId?: EntityId; limit: number; cursor?: string | null }): Promise<DatePage>;
  /** The same as a calendar (RFC 5545), at most 5000 days. Rejects as exportFigures. */
  exportDates(args: { from?: string; to?: string; roles?: readonly DateRole[]; entityId?: EntityId }): Promise<OutgoingFile & { readonly dates: number }>;
  /** Rejects with `article-missing`. */
  noticeLinks(args: { articleId: ArticleId }): Promise<{ notices: readonly NoticeLink[] }>;
  /** Of the last `days`, 1 to 3650, 365 where left out. Rejects with `entity-missing`. */
  entityFigures(args: { entityId: EntityId; days?: number }): Promise<EntityLens>;
  /** Rejects with `article-missing`; empty where it is in no story. */
  figureDifferences(args: { articleId: ArticleId }): Promise<{ differences: readonly LensDifference[] }>;

  /** Says what a figure is. It stays so whenever the article is read anew. Rejects with `article-missing`, `figure-missing`. */
  fixFigure(args: { articleId: ArticleId; figureId: string; fix: FigureFix }): Promise<{ correctionId: CorrectionId }>;
  /** Takes out what is no figure. Rejects as fixFigure. */
  dropFigure(args: { articleId: ArticleId; figureId: string }): Promise<{ correctionId: CorrectionId }>;
  /** Makes words of the text a figure. Rejects with `article-missing`, `words-missing` where the text does not hold them. */
  addFigure(args: { articleId: ArticleId; field: 'title' | 'text'; quote: TextQuote; figure: FigureFix & { readonly low: string; readonly kind: FigureKind } }): Promise<{ correctionId: CorrectionId }>;
  /** Takes one correction back, whichever it was. Rejects with `nothing-to-undo`. */
  undoCorrection(args: { correctionId: CorrectionId }): Promise<{ articleId: ArticleId }>;

  lensProgress(args: Record<string, never>): Promise<LensProgress>;
  /** What the last change of rules did, article by article, newest first. `limit` 1 to 200. */
  lensChanges(args: { limit: number; cursor?: string | null }): Promise<{ articles: readonly ChangedFigures[]; nextCursor: string | null }>;
}

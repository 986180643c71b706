import type { FigureRow, FigureSource } from '../../contract/figures.ts';
import type { ArticleId } from '../../contract/model.ts';
import { isUnsure, type StoredFigure } from '../figures/stored-figure.ts';
import { sortAtOf } from '../store/place-article.ts';
import type { StoreReads } from '../store/store.ts';

interface Row extends Omit<FigureSource, 'day'> {
  readonly publishedDay: string | null;
}

const CHINA_MS = 8 * 60 * 60_000;

/** Which articles figures are from; one that is gone, or that lists do not show, is left out. */
export function figureSources(store: StoreReads, ids: readonly ArticleId[]): Map<ArticleId, FigureSource> {
  const rows = store.all<Row>(
    `SELECT a.id AS articleId, a.title, a.url, a.feed_id AS feedId, coalesce(a.outlet, f.own_title, f.title) AS feedTitle, a.lang, a.published_at AS publishedAt, a.published_day AS publishedDay
     FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value CROSS JOIN statuses s ON s.article_id = a.id CROSS JOIN feeds f ON f.id = a.feed_id WHERE s.visible = 1`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ publishedDay, ...source }) => [source.articleId, { ...source, day: publishedDay ?? dayOfTime(source.publishedAt ?? sortAtOf(source.articleId)) }]));
}

/** The day in China of a moment. */
export function dayOfTime(time: number): string {
  return new Date(time + CHINA_MS).toISOString().slice(0, 10);
}

/** When a day begins in China, epoch milliseconds. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - CHINA_MS;
}

/** A figure with the article that it is from. */
export function figureRow({ place: _place, issuers: _issuers, ...figure }: StoredFigure, source: FigureSource): FigureRow {
  return { ...figure, unsure: isUnsure(figure), source };
}

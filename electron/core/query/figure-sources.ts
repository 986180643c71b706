import type { FigureRow, FigureSource } from '../../contract/figures.ts';
import type { ArticleId } from '../../contract/model.ts';
import { isUnsure, type StoredFigure } from '../figures/stored-figure.ts';
import { sortAtOf } from '../store/place-article.ts';
import type { StoreReads } from '../store/store.ts';

interface Row extends Omit<FigureSource, 'day'> {
  readonly publishedDay: string | null;
}

/** Which articles figures are from; one that is gone, or that lists do not show, is left out. */
export function figureSources(store: StoreReads, ids: readonly ArticleId[]): Map<ArticleId, FigureSource> {
  const rows = store.all<Row>(
    `SELECT a.id AS articleId, a.title, a.url, a.feed_id AS feedId, coalesce(a.outlet, f.own_title, f.title) AS feedTitle, a.lang, a.published_at AS publishedAt, a.published_day AS publishedDay
     FROM json_each(?) AS wanted CROSS JOIN articles a ON a.id = wanted.value CROSS JOIN statuses s ON s.article_id = a.id CROSS JOIN feeds f ON f.id = a.feed_id WHERE s.visible = 1`,
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ publishedDay, ...source }) => [source.articleId, { ...source, day: publishedDay ?? dayOfTime(source.publishedAt ?? sortAtOf(source.articleId)) }]));
}

/** The day of a moment on this machine's calendar, which is the one that lists show articles by. */
export function dayOfTime(time: number): string {
  const at = new Date(time);
  return [String(at.getFullYear()).padStart(4, '0'), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The same in SQL, of epoch milliseconds. */
export function daySql(time: string): string {
  return `date((${time}) / 1000, 'unixepoch', 'localtime')`;
}

/** The day that is shown of the article of a figure `f`: as `figureSources` has it. */
export const SHOWN_DAY = `(SELECT coalesce(a.published_day, ${daySql('coalesce(a.published_at, a.id / 2048)')}) FROM articles a WHERE a.id = f.article_id)`;

/** When a day begins on this machine's calendar, epoch milliseconds. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00`);
}

/** A figure with the article that it is from. */
export function figureRow({ place: _place, issuers: _issuers, ...figure }: StoredFigure, source: FigureSource): FigureRow {
  return { ...figure, unsure: isUnsure(figure), source };
}

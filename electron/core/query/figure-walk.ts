import type { FigureFilter } from '../../contract/figures.ts';
import { FIGURE_KINDS, type FigureKind } from '../../contract/lens.ts';
import type { ArticleId } from '../../contract/model.ts';
import { dayNumber } from '../figures/day-number.ts';
import { firstIdAt } from '../store/place-article.ts';
import type { StoreReads } from '../store/store.ts';
import { SHOWN_DAY, startOfDay } from './figure-sources.ts';

/** Where a figure is: the places of an article fall in reading order. */
export interface FigurePlace {
  readonly id: ArticleId;
  readonly place: number;
}

export interface FigureQuery extends FigureFilter {
  /** What the index of words is asked for `text`: null where that names none. */
  readonly match?: string | null;
}

/** A way through figures, the newest article first. It is told by the shape of a question, with each value bound: what is asked again is prepared once. */
export interface FigureWalk {
  /** Figures are `f` in it, their statuses `s`. */
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
  /** The columns of the index that is walked. */
  readonly id: string;
  readonly place: string;
}

type Way = Pick<FigureWalk, 'from' | 'id' | 'place'>;

const DAY_MS = 24 * 60 * 60_000;
/** A day as a page prints it begins up to 14 hours before or 12 after that of Greenwich; an article that is dated ahead stands where it came. */
const BESIDE_MS = 2 * DAY_MS;

/** A kind as the table has it. */
export function kindNumber(kind: FigureKind): number {
  return FIGURE_KINDS.indexOf(kind);
}

function figuresBy(index: string | null): Way {
  return { from: `figures f ${index === null ? '' : `INDEXED BY ${index} `}CROSS JOIN statuses s ON s.article_id = f.article_id`, id: 'f.article_id', place: 'f.place' };
}

const BY_ENTITY: Way = {
  from: 'figure_entities fe CROSS JOIN figures f ON f.article_id = fe.article_id AND f.place = fe.place CROSS JOIN statuses s ON s.article_id = f.article_id',
  id: 'fe.article_id', place: 'fe.place',
};
const BY_FEED: Way = { from: 'statuses s INDEXED BY statuses_by_feed CROSS JOIN figures f ON f.article_id = s.article_id', id: 's.article_id', place: 'f.place' };

/** The one that meets the fewest others. */
function wayFor({ articleId, entityId, kinds, unit, feedId, periodFrom, periodTo, unsure, corrected }: FigureQuery): Way {
  if (entityId !== undefined) return BY_ENTITY;
  if (articleId !== undefined) return figuresBy(null);
  if (corrected === true || unsure === true) return figuresBy('figures_flagged');
  if (unit !== undefined) return figuresBy('figures_by_unit');
  if (kinds?.length === 1) return figuresBy('figures_by_kind');
  if (periodFrom !== undefined || periodTo !== undefined) return figuresBy('figures_by_period');
  // The index of a source's articles leads to its figures, where nothing narrower does.
  return feedId === undefined ? figuresBy(null) : BY_FEED;
}

/** What must hold as well. */
export function narrowed(walk: FigureWalk, sql: string, ...values: (string | number)[]): FigureWalk {
  return { ...walk, where: `${walk.where} AND ${sql}`, values: [...walk.values, ...values] };
}

/** The way to what a filter asks for. */
export function figureWalk(filter: FigureQuery): FigureWalk {
  const { articleId, entityId, kinds, unit, feedId, from, to, periodFrom, periodTo, unsure, corrected, match } = filter;
  let walk: FigureWalk = { ...wayFor(filter), where: 's.visible = 1', values: [] };
  const must = (sql: string, ...values: (string | number)[]): void => {
    walk = narrowed(walk, sql, ...values);
  };
  if (entityId !== undefined) must('fe.entity_key = (SELECT key FROM entities WHERE id = ?)', entityId);
  if (articleId !== undefined) must('f.article_id = ?', articleId);
  if (unit !== undefined) must('f.unit = (SELECT key FROM figure_words WHERE word = ?) AND f.unit IS NOT NULL', unit);
  if (kinds?.length === 1) must('f.kind = ?', kindNumber(kinds[0] ?? 'price'));
  else if (kinds) must('f.kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds.map(kindNumber)));
  if (feedId !== undefined) must('s.feed_id = ?', feedId);
  // The id bounds the walk; the day that is shown decides.
  if (from !== undefined) must(`${walk.id} >= ? AND ${SHOWN_DAY} >= ?`, firstIdAt(startOfDay(from) - BESIDE_MS), from);
  if (to !== undefined) must(`${walk.id} < ? AND ${SHOWN_DAY} <= ?`, firstIdAt(startOfDay(to) + DAY_MS + BESIDE_MS), to);
  if (periodFrom !== undefined) must('f.to_day >= ?', dayNumber(periodFrom) ?? 0);
  if (periodFrom === undefined && periodTo !== undefined) must('f.to_day >= 0');
  if (periodTo !== undefined) must('f.from_day <= ?', dayNumber(periodTo) ?? 0);
  if (unsure !== undefined) must('(f.flags & 1) = ?', unsure ? 1 : 0);
  if (corrected !== undefined) must(corrected ? 'f.flags >= 2' : 'f.flags < 2');
  // A partial index is used where its condition stands word for word.
  if (corrected === true || unsure === true) must('f.flags > 0');
  if (match) must('f.article_id IN (SELECT article FROM search CROSS JOIN search_docs ON doc = search.rowid WHERE search MATCH ?)', match);
  return walk;
}

/** Several kinds are walked each by its index: one walk over all would meet every other kind. */
export function figureWalks(filter: FigureQuery): FigureWalk[] {
  const { kinds, entityId, unit, feedId, articleId } = filter;
  const isAlone = entityId === undefined && unit === undefined && feedId === undefined && articleId === undefined;
  return kinds && kinds.length > 1 && isAlone ? kinds.map((kind) => figureWalk({ ...filter, kinds: [kind] })) : [figureWalk(filter)];
}

/** The order of a walk, as its index has it. */
export function orderOf({ id, place }: FigureWalk): string {
  return `${id} DESC, ${place} DESC`;
}

/** The places of figures below one, the newest article first. */
export function figuresBelow(store: StoreReads, walk: FigureWalk, below: FigurePlace, limit: number): FigurePlace[] {
  const { from, where, values, id, place } = walk;
  return store.all<FigurePlace>(
    `SELECT f.article_id AS id, f.place FROM ${from} WHERE ${where} AND ${id} <= ? AND (${id} < ? OR ${place} < ?) ORDER BY ${orderOf(walk)} LIMIT ?`,
    ...values, below.id, below.id, below.place, limit,
  );
}

/** How many figures a walk meets, as far as `most`. */
export function countFigures(store: StoreReads, { from, where, values }: FigureWalk, most: number): number {
  return store.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ?)`, ...values, most)?.n ?? 0;
}

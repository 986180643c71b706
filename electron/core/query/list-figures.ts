import type { FigureFilter, FigurePage, FigureRow } from '../../contract/figures.ts';
import { FIGURE_KINDS, type FigureKind } from '../../contract/lens.ts';
import type { ArticleId } from '../../contract/model.ts';
import { foldText } from '../../contract/search/fold.ts';
import { dayNumber } from '../figures/day-number.ts';
import { figuresOfRanks, rankOf } from '../store/figures.ts';
import { firstIdAt } from '../store/place-article.ts';
import type { StoreReads } from '../store/store.ts';
import { figureRow, figureSources, startOfDay } from './figure-sources.ts';

/** Where a figure is: the places of an article fall in reading order. */
export interface FigurePlace {
  readonly id: ArticleId;
  readonly place: number;
}

export interface FigureQuery extends FigureFilter {
  /** What the index of words is asked for `text`: null where that names none. */
  readonly match?: string | null;
}

const DAY_MS = 24 * 60 * 60_000;
const MOST_COUNTED = 10_000;
/** So many figures are looked at for words before an answer, however few hold them. */
const MOST_LOOKED_AT = 1000;
const STRETCH = 200;

interface Asking {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}

/** A kind as the table has it. */
export function kindNumber(kind: FigureKind): number {
  return FIGURE_KINDS.indexOf(kind);
}

/** The walk that meets the fewest others, and what must hold of what it meets. */
export function askFigures({ articleId, entityId, kinds, unit, feedId, from, to, periodFrom, periodTo, unsure, corrected, match }: FigureQuery): Asking {
  const where = ['s.visible = 1'];
  const values: (string | number)[] = [];
  const must = (sql: string, ...of: (string | number)[]): void => {
    where.push(sql);
    values.push(...of);
  };
  let walk = 'figures f';
  if (entityId !== undefined) {
    walk = 'figure_entities fe CROSS JOIN figures f ON f.article_id = fe.article_id AND f.place = fe.place';
    must('fe.entity_key = (SELECT key FROM entities WHERE id = ?)', entityId);
  } else if (articleId !== undefined) walk = 'figures f';
  else if (corrected === true || unsure === true) walk = 'figures f INDEXED BY figures_flagged';
  else if (unit !== undefined) walk = 'figures f INDEXED BY figures_by_unit';
  else if (kinds?.length === 1) walk = 'figures f INDEXED BY figures_by_kind';
  else if (periodFrom !== undefined || periodTo !== undefined) walk = 'figures f INDEXED BY figures_by_period';
  if (articleId !== undefined) must('f.article_id = ?', articleId);
  if (unit !== undefined) must('f.unit = (SELECT key FROM figure_words WHERE word = ?) AND f.unit IS NOT NULL', unit);
  if (kinds) must(kinds.length === 1 ? 'f.kind = ?' : 'f.kind IN (SELECT value FROM json_each(?))', kinds.length === 1 ? kindNumber(kinds[0] ?? 'price') : JSON.stringify(kinds.map(kindNumber)));
  if (feedId !== undefined) must('s.feed_id = ?', feedId);
  if (from !== undefined) must('f.article_id >= ?', firstIdAt(startOfDay(from)));
  if (to !== undefined) must('f.article_id < ?', firstIdAt(startOfDay(to) + DAY_MS));
  if (periodFrom !== undefined) must('f.to_day >= ?', dayNumber(periodFrom) ?? 0);
  if (periodFrom === undefined && periodTo !== undefined) must('f.to_day >= 0');
  if (periodTo !== undefined) must('f.from_day <= ?', dayNumber(periodTo) ?? 0);
  if (unsure !== undefined) must('(f.flags & 1) = ?', unsure ? 1 : 0);
  if (corrected !== undefined) must(corrected ? 'f.flags >= 2' : 'f.flags < 2');
  // A partial index is used where its condition stands word for word.
  if (corrected === true || unsure === true) must('f.flags > 0');
  if (match) must('f.article_id IN (SELECT article FROM search CROSS JOIN search_docs ON doc = search.rowid WHERE search MATCH ?)', match);
  // The index of a source's articles leads to its figures, where nothing narrower does.
  const byFeed = feedId !== undefined && walk === 'figures f' && articleId === undefined;
  return {
    from: byFeed ? 'statuses s INDEXED BY statuses_by_feed CROSS JOIN figures f ON f.article_id = s.article_id' : `${walk} CROSS JOIN statuses s ON s.article_id = f.article_id`,
    where: where.join(' AND '), values,
  };
}

function cursorOf({ id, place }: FigurePlace): string {
  return `${id}.${place}`;
}

function placeOf(cursor: string | null | undefined): FigurePlace {
  const found = /^(\d+)\.(\d+)$/.exec(cursor ?? '');
  return found ? { id: Number(found[1]), place: Number(found[2]) } : { id: Number.MAX_SAFE_INTEGER, place: 0 };
}

/** The places of figures below one, the newest article first. */
export function figuresBelow(store: StoreReads, { from, where, values }: Asking, below: FigurePlace, limit: number): FigurePlace[] {
  const order = from.startsWith('figure_entities') ? 'fe.article_id DESC, fe.place DESC' : from.startsWith('statuses') ? 's.article_id DESC, f.place DESC' : 'f.article_id DESC, f.place DESC';
  const [id, place] = from.startsWith('figure_entities') ? ['fe.article_id', 'fe.place'] : from.startsWith('statuses') ? ['s.article_id', 'f.place'] : ['f.article_id', 'f.place'];
  return store.all<FigurePlace>(
    `SELECT f.article_id AS id, f.place FROM ${from} WHERE ${where} AND ${id} <= ? AND (${id} < ? OR ${place} < ?) ORDER BY ${order} LIMIT ?`,
    ...values, below.id, below.id, below.place, limit,
  );
}

/** Several kinds are walked each by its index: one walk over all would meet every other kind. */
function asksFor(filter: FigureQuery): Asking[] {
  const { kinds, entityId, unit, feedId, articleId } = filter;
  const isAlone = entityId === undefined && unit === undefined && feedId === undefined && articleId === undefined;
  return kinds && kinds.length > 1 && isAlone ? kinds.map((kind) => askFigures({ ...filter, kinds: [kind] })) : [askFigures(filter)];
}

function newestOf(store: StoreReads, asking: readonly Asking[], below: FigurePlace, limit: number): FigurePlace[] {
  const [only] = asking;
  if (asking.length === 1 && only) return figuresBelow(store, only, below, limit);
  return asking.flatMap((one) => figuresBelow(store, one, below, limit)).toSorted((a, b) => b.id - a.id || b.place - a.place).slice(0, limit);
}

/** Figures at places, in their order, from as few articles as they are of. */
export function figuresAt(store: StoreReads, places: readonly FigurePlace[]): (FigureRow & { readonly at: FigurePlace })[] {
  const ids = [...new Set(places.map(({ id }) => id))];
  const sources = figureSources(store, ids);
  const ranks = Map.groupBy(places, ({ id }) => id);
  const stored = figuresOfRanks(store, new Map([...ranks].map(([id, of]) => [id, new Set(of.map(({ place }) => rankOf(place)))])));
  return places.flatMap((at) => {
    const source = sources.get(at.id);
    const figure = stored.get(at.id)?.get(rankOf(at.place));
    return source && figure ? [{ ...figureRow(figure, source), at }] : [];
  });
}

/** Whether the sentence or subject of a figure holds these words, in any case or script. */
function holds({ sentenceText, subject }: FigureRow, words: readonly string[]): boolean {
  const said = foldText(`${sentenceText} ${subject.words}`);
  return words.every((word) => said.includes(word));
}

/** A page of figures under a filter, the newest article first. */
export function listFigures(store: StoreReads, filter: FigureQuery, { limit, cursor }: { readonly limit: number; readonly cursor?: string | null | undefined }): FigurePage {
  const asking = asksFor(filter);
  const words = foldText(filter.text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length > 0) return withWords(store, asking, { words, limit, below: placeOf(cursor) });
  const places = newestOf(store, asking, placeOf(cursor), limit + 1);
  const last = places.length > limit ? places[limit - 1] : undefined;
  const total = asking.reduce((sum, one) => sum + (store.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${one.from} WHERE ${one.where} LIMIT ${MOST_COUNTED + 1})`, ...one.values)?.n ?? 0), 0);
  return { figures: figuresAt(store, places.slice(0, limit)).map(bare), total: Math.min(total, MOST_COUNTED), totalIsMore: total > MOST_COUNTED, nextCursor: last ? cursorOf(last) : null };
}

/** Reads on until the page is full, or for so long; then whoever wants more asks again. */
function withWords(store: StoreReads, asking: readonly Asking[], { words, limit, below }: { words: readonly string[]; limit: number; below: FigurePlace }): FigurePage {
  const found: FigureRow[] = [];
  let looked = 0;
  for (let from = below; ; ) {
    const places = newestOf(store, asking, from, STRETCH);
    for (const { at, ...row } of figuresAt(store, places)) {
      if (!holds(row, words)) continue;
      found.push(row);
      if (found.length === limit) return { figures: found, total: limit, totalIsMore: true, nextCursor: cursorOf(at) };
    }
    looked += places.length;
    const last = places.at(-1);
    if (!last || places.length < STRETCH) return { figures: found, total: found.length, totalIsMore: false, nextCursor: null };
    if (looked >= MOST_LOOKED_AT) return { figures: found, total: found.length, totalIsMore: true, nextCursor: cursorOf(last) };
    from = last;
  }
}

function bare({ at: _at, ...row }: FigureRow & { readonly at: FigurePlace }): FigureRow {
  return row;
}

import type { ArticleId, Scope } from '../../contract/model.ts';
import { foldText } from '../../contract/search/fold.ts';
import { scopeFilter, type Moment } from '../store/scope-filter.ts';
import { firstDocOf, idAboveDoc } from '../store/search-place.ts';
import { ageWeight } from './age-weight.ts';
import type { CompiledQuery } from './compile-query.ts';
import { indexFor, rowsOfFew, type Conditions } from './index-for.ts';
import { partBeginning } from './part-beginning.ts';
import type { SearchLibrary } from './search-library.ts';
import { weighFound } from './weigh-found.ts';

/** A query within a scope, at a moment. */
export interface Quest {
  readonly query: CompiledQuery;
  readonly scope: Scope;
  readonly unreadOnly: boolean;
  readonly moment: Moment;
}

interface Asking {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number | Uint8Array)[];
}

/** Titles and what a person wrote weigh more than a word somewhere in a text: title, text, notes, tags, symbols. */
const WEIGHTS = '8, 1, 4, 4, 2';
/** So many of the newest are ranked: scoring all that a common word finds would take longer than anybody waits. */
const MOST_RANKED = 1000;

function ask(library: SearchLibrary, { query, scope, unreadOnly, moment }: Quest, below: ArticleId): Asking {
  const { condition, feedIds } = query;
  const inScope = scopeFilter(library, scope, moment);
  const isUnread = unreadOnly || scope.kind === 'unread' || query.isUnread;
  const inFeeds: Conditions = feedIds === null ? { where: [], values: [] } : feedIds.length === 1 ? { where: ['feed_id = ?'], values: [feedIds[0] ?? 0] } : { where: ['feed_id IN (SELECT value FROM json_each(?))'], values: [JSON.stringify(feedIds)] };
  // Partial indexes are used where their condition stands word for word.
  const where = [query.isMuted ? 'presence = 1' : 'visible = 1', ...(isUnread ? ['read = 0'] : []), ...(query.isBookmarked ? ['bookmarked = 1'] : []), 'arrived_at <= ?', `(${inScope.sql})`, ...inFeeds.where];
  const values: (string | number)[] = [moment.asOf, ...inScope.values, ...inFeeds.values];
  if (condition.sql !== null) {
    where.push(condition.sql);
    values.push(...condition.values);
  }
  const bounds = [Math.min(below, query.below), query.from];
  where.unshift('statuses.article_id < ?', 'statuses.article_id >= ?');
  const index = indexFor(query, scope, isUnread);
  if (condition.match === null) return { from: `statuses INDEXED BY ${index}`, where: where.join(' AND '), values: [...bounds, ...values] };
  const spread = library.get<{ spread: number }>('SELECT spread FROM search_fill')?.spread ?? 0;
  const rows = bounds.map(firstDocOf);
  const isOfFeeds = scope.kind === 'feed' || scope.kind === 'folder';
  const few = rowsOfFew(library, index, { bounds, feeds: { where: [...(isOfFeeds ? [`(${inScope.sql})`] : []), ...inFeeds.where], values: [...(isOfFeeds ? inScope.values : []), ...inFeeds.values] } });
  return {
    from: 'search CROSS JOIN search_docs ON doc = search.rowid CROSS JOIN statuses ON article_id = article',
    where: ['search MATCH CAST(? AS TEXT)', 'search.rowid <= ?', 'search.rowid >= ?', ...few.where, ...where].join(' AND '),
    values: [query.begun === null ? condition.match : partBeginning(condition.match, query.begun), (rows[0] ?? 0) + spread, rows[1] ?? 0, ...few.values, ...bounds, ...values],
  };
}

/** More than asked for at once, since rows of the index are in the order of time by ten minutes only. */
const MORE = 32;

/** What a quest finds below an id, the newest first. */
export function findByTime(library: SearchLibrary, quest: Quest, below: ArticleId, limit: number): ArticleId[] {
  const { from, where, values } = ask(library, quest, below);
  if (quest.query.condition.match === null) {
    return library.all<{ id: ArticleId }>(`SELECT article_id AS id FROM ${from} WHERE ${where} ORDER BY article_id DESC LIMIT ?`, ...values, limit).map((row) => row.id);
  }
  const found: ArticleId[] = [];
  for (let lowest = Number.MAX_SAFE_INTEGER; ; ) {
    const rows = library.all<{ id: ArticleId; doc: number }>(
      `SELECT article_id AS id, doc FROM ${from} WHERE ${where} AND search.rowid < ? ORDER BY search.rowid DESC LIMIT ?`, ...values, lowest, limit + MORE,
    );
    found.push(...rows.map(({ id }) => id));
    lowest = rows.at(-1)?.doc ?? 0;
    const sorted = found.toSorted((a, b) => b - a).slice(0, limit);
    // What was not read yet is older than the last of the page, or there is nothing more.
    if (rows.length < limit + MORE || (sorted.length === limit && (sorted.at(-1) ?? 0) >= idAboveDoc(lowest))) return sorted;
  }
}

/** An article, and its row of the index. */
export interface Ranked {
  readonly id: ArticleId;
  readonly doc: number;
}

/** What a quest finds by rank, the best first. */
export interface RankFound {
  readonly ranked: readonly Ranked[];
  /** There are no more that were not looked at. */
  readonly isAll: boolean;
  /** Texts that were read to rank them. */
  readonly texts: ReadonlyMap<ArticleId, readonly string[]>;
}

const NO_TEXTS: RankFound['texts'] = new Map();

/** The newest of what a quest finds, the best first: by how much of each is about it, and by its age. */
export function findByRank(library: SearchLibrary, quest: Quest): RankFound {
  const { begun, phrases, lights } = quest.query;
  const { now } = quest.moment;
  if (begun !== null) return findBegun(library, quest, begun);
  // For how rare each phrase is bm25 reads all places of its characters: one is bearable.
  if (phrases > 1) {
    const { rows, isAll } = newest(library, quest);
    const docs = new Map(rows.map(({ id, doc }) => [id, doc]));
    const { ids, texts } = weighFound(library, [...docs.keys()], { lights, now });
    return { ranked: ids.map((id) => ({ id, doc: docs.get(id) ?? 0 })), isAll, texts };
  }
  const { rows, isAll } = newest<{ score: number }>(library, quest, `, bm25(search, ${WEIGHTS}) AS score`);
  // FTS5 scores below zero, the best the lowest.
  const weighed = rows.map(({ id, doc, score }) => ({ id, doc, score: score * ageWeight(id, now) }));
  const ranked = weighed.toSorted((a, b) => a.score - b.score || b.id - a.id).map(({ id, doc }): Ranked => ({ id, doc }));
  return { ranked, isAll, texts: NO_TEXTS };
}

/** The newest of what a quest finds; `more` are columns to answer with, of a constant text. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- whoever names the columns names what they hold
function newest<More>(library: SearchLibrary, quest: Quest, more = ''): { readonly rows: readonly (Ranked & More)[]; readonly isAll: boolean } {
  const { from, where, values } = ask(library, quest, Number.MAX_SAFE_INTEGER);
  const rows = library.all<Ranked & More>(`SELECT article_id AS id, doc${more} FROM ${from} WHERE ${where} ORDER BY search.rowid DESC LIMIT ?`, ...values, MOST_RANKED + 1);
  return { rows: rows.slice(0, MOST_RANKED), isAll: rows.length <= MOST_RANKED };
}

/**
 * How often the first letters of a word stand in a text says nothing of what it is about, and to weigh them reads every word that
 * begins so once more: titles that have one come first, the newest of each first.
 */
function findBegun(library: SearchLibrary, quest: Quest, begun: string): RankFound {
  const { rows, isAll } = newest<{ title: string }>(library, quest, ', (SELECT title FROM articles WHERE articles.id = article_id) AS title');
  const begins = new RegExp(`(?<![a-z\\d])${begun}`);
  const found = rows.map(({ id, doc, title }) => ({ id, doc, inTitle: begins.test(foldText(title)) }));
  const ranked = found.toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.id - a.id).map(({ id, doc }): Ranked => ({ id, doc }));
  return { ranked, isAll, texts: NO_TEXTS };
}

/** The articles of rows of the index, in their order; those that have gone are left out. */
export function articlesAt(library: SearchLibrary, docs: readonly number[]): Ranked[] {
  const rows = library.all<Ranked>('SELECT article AS id, doc FROM json_each(?) AS wanted CROSS JOIN search_docs ON doc = wanted.value ORDER BY wanted.key', JSON.stringify(docs));
  return rows.map(({ id, doc }) => ({ id, doc }));
}

/** How many a quest finds, counted no further than `most`. */
export function countFound(library: SearchLibrary, quest: Quest, most: number): { count: number; exact: boolean } {
  const { from, where, values } = ask(library, quest, Number.MAX_SAFE_INTEGER);
  const row = library.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ?)`, ...values, most + 1);
  const found = row?.n ?? 0;
  return { count: Math.min(found, most), exact: found <= most };
}

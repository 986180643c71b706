import type { BoundedCount, SearchArgs, SearchPage } from '../../contract/search.ts';
import { parseQuery } from '../../contract/search/parse-query.ts';
import type { Scope } from '../../contract/model.ts';
import { leftToIndex } from '../store/search-index.ts';
import type { Moment } from '../store/scope-filter.ts';
import { compileQuery, type CompiledQuery } from './compile-query.ts';
import { countFound, findByRank, findByTime, type Quest } from './find-ids.ts';
import { readSearchCursor, writeSearchCursor, type SearchCursor } from './search-cursor.ts';
import { searchHits } from './search-hits.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

/** A total is counted so far: nobody reads further, and a common word finds most of the library. */
const COUNTED = 1000;
const EVERYWHERE: Scope = { kind: 'all' };
const ABOVE_ALL = Number.MAX_SAFE_INTEGER;

/**
 * One page of a search. `moment` is that of its first page: a stamp, and the clock. Throws `feed-missing`, `folder-missing`,
 * `invalid-argument` for the cursor.
 */
export function searchArticles(library: SearchLibrary, knowledge: SearchKnowledge, args: SearchArgs, moment: Moment): SearchPage {
  const { scope = EVERYWHERE, limit, exact = false, unreadOnly = false } = args;
  const given = args.cursor ? readSearchCursor(args.cursor, args.order ?? 'time') : null;
  const at: Moment = given ?? moment;
  const query = compileQuery(parseQuery(args.query, at.now), { library, knowledge, exact });
  const quest: Quest = { query, scope, unreadOnly, moment: at };
  const { lights, also, notes } = query;
  const left = leftToIndex(library);
  const about = { also, notes, lights, indexing: left > 0 ? { left } : null, asOf: at.asOf };
  if (asksNothing(query)) return { ...about, articles: [], nextCursor: null, total: { count: 0, exact: true } };
  const byRank = args.order === 'rank' && query.hasWords;
  const ids = byRank ? findByRank(library, quest).slice(given?.after ?? 0) : findByTime(library, quest, given?.after ?? ABOVE_ALL, limit + 1);
  const shown = ids.slice(0, limit);
  const start: SearchCursor = given ?? { order: args.order ?? 'time', asOf: at.asOf, now: at.now, ...firstTotal(library, quest, { found: ids.length, limit }), after: 0 };
  const after = byRank ? (given?.after ?? 0) + shown.length : (shown.at(-1) ?? 0);
  return {
    ...about,
    articles: searchHits(library, shown, lights),
    nextCursor: ids.length > shown.length ? writeSearchCursor({ ...start, after }) : null,
    total: { count: start.total, exact: start.isExact },
  };
}

/** A query that asks for nothing finds nothing, not everything. */
function asksNothing({ condition, feedIds, from, below }: CompiledQuery): boolean {
  return condition.match === null && condition.sql === null && feedIds === null && from === 0 && below === ABOVE_ALL;
}

function firstTotal(library: SearchLibrary, quest: Quest, { found, limit }: { found: number; limit: number }): { total: number; isExact: boolean } {
  if (found <= limit) return { total: found, isExact: true };
  const { count, exact } = countFound(library, quest, COUNTED);
  return { total: count, isExact: exact };
}

/** How many articles a query finds, all and unread. */
export function countQuery(library: SearchLibrary, knowledge: SearchKnowledge, { query, scope = EVERYWHERE, exact = false }: Pick<SearchArgs, 'query' | 'scope' | 'exact'>, moment: Moment): { total: BoundedCount; unread: BoundedCount } {
  const compiled = compileQuery(parseQuery(query, moment.now), { library, knowledge, exact });
  if (asksNothing(compiled)) return { total: { count: 0, exact: true }, unread: { count: 0, exact: true } };
  const quest = { query: compiled, scope, moment };
  return { total: countFound(library, { ...quest, unreadOnly: false }, COUNTED), unread: countFound(library, { ...quest, unreadOnly: true }, COUNTED) };
}

import { LANGUAGES_TOLD_OF } from '../../contract/search.ts';
import type { BoundedCount, SearchArgs, SearchPage } from '../../contract/search.ts';
import { parseQuery } from '../../contract/search/parse-query.ts';
import type { ArticleId, Scope } from '../../contract/model.ts';
import { leftToIndex } from '../store/search-index.ts';
import type { Moment } from '../store/scope-filter.ts';
import { asksNothing, compileQuery } from './compile-query.ts';
import { languagesOf } from './languages-of.ts';
import { articlesAt, countFound, findByRank, findByTime, type Quest, type RankFound } from './find-ids.ts';
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
  if (asksNothing(query)) return { ...about, articles: [], nextCursor: null, total: { count: 0, exact: true }, languages: [] };
  const pages = args.order === 'rank' && query.hasWords ? byRank(library, quest, { given, limit }) : byTime(library, quest, { given, limit });
  return {
    ...about,
    articles: searchHits(library, pages.shown, lights, pages.texts),
    nextCursor: pages.next && writeSearchCursor({ order: args.order ?? 'time', asOf: at.asOf, now: at.now, total: pages.total.count, isExact: pages.total.exact, ...pages.next }),
    total: pages.total,
    languages: pages.all && pages.all.length <= LANGUAGES_TOLD_OF ? languagesOf(library, pages.all) : [],
  };
}

interface Found {
  readonly shown: readonly ArticleId[];
  readonly total: BoundedCount;
  /** All that was found; null on later pages. */
  readonly all: readonly ArticleId[] | null;
  readonly next: Pick<SearchCursor, 'after' | 'ranked'> | null;
  /** Texts that are at hand. */
  readonly texts?: RankFound['texts'] | undefined;
}

interface Paging {
  readonly given: SearchCursor | null;
  readonly limit: number;
}

function totalOf({ total, isExact }: SearchCursor): BoundedCount {
  return { count: total, exact: isExact };
}

/** The first page reads as far as is counted: asking once more for the count would read all that begins with what is typed again. */
function byTime(library: SearchLibrary, quest: Quest, { given, limit }: Paging): Found {
  const ids = findByTime(library, quest, given?.after ?? ABOVE_ALL, given ? limit + 1 : COUNTED + 1);
  const shown = ids.slice(0, limit);
  const total = given ? totalOf(given) : { count: Math.min(ids.length, COUNTED), exact: ids.length <= COUNTED };
  return { shown, total, all: given ? null : ids, next: ids.length > shown.length ? { after: shown.at(-1) ?? 0, ranked: null } : null };
}

/** Later pages hold what the first page ranked, whatever came or changed since. */
function byRank(library: SearchLibrary, quest: Quest, { given, limit }: Paging): Found {
  const found = given ? null : findByRank(library, quest);
  const docs = found?.ranked.map(({ doc }) => doc) ?? given?.ranked ?? [];
  const shown = found?.ranked.slice(0, limit) ?? articlesAt(library, docs.slice(0, limit));
  const total = given ? totalOf(given) : { count: docs.length, exact: found?.isAll ?? true };
  return { shown: shown.map(({ id }) => id), total, all: found?.ranked.map(({ id }) => id) ?? null, next: docs.length > limit ? { after: (given?.after ?? 0) + limit, ranked: docs.slice(limit) } : null, texts: found?.texts };
}

/** How many articles a query finds, all and unread. */
export function countQuery(library: SearchLibrary, knowledge: SearchKnowledge, { query, scope = EVERYWHERE, exact = false }: Pick<SearchArgs, 'query' | 'scope' | 'exact'>, moment: Moment): { total: BoundedCount; unread: BoundedCount } {
  const compiled = compileQuery(parseQuery(query, moment.now), { library, knowledge, exact });
  if (asksNothing(compiled)) return { total: { count: 0, exact: true }, unread: { count: 0, exact: true } };
  const quest = { query: compiled, scope, moment };
  return { total: countFound(library, { ...quest, unreadOnly: false }, COUNTED), unread: countFound(library, { ...quest, unreadOnly: true }, COUNTED) };
}

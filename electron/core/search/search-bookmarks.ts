import type { ArgsOf } from '../../contract/api.ts';
import type { BookmarkFilter, BookmarkPage } from '../../contract/bookmark.ts';
import type { ArticleId } from '../../contract/model.ts';
import { parseQuery } from '../../contract/search/parse-query.ts';
import type { QueryNode } from '../../contract/search/query-node.ts';
import { listBookmarks } from '../query/list-bookmarks.ts';
import { leftToIndex } from '../store/search-index.ts';
import { askedOf } from './asked-of.ts';
import { asksNothing, compileQuery, type CompiledQuery } from './compile-query.ts';
import { searchHits } from './search-hits.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

/** What a filter's text asks for; `ids`: the bookmarks that it finds, null where it asks for nothing yet. */
interface FoundBookmarks {
  readonly query: CompiledQuery;
  readonly ids: readonly ArticleId[] | null;
}

/** The bookmarks that the text of a filter finds, whatever else the filter asks for; null where it has none. `now`: the clock, for "today". */
export function bookmarksFound(library: SearchLibrary, knowledge: SearchKnowledge, filter: Pick<BookmarkFilter, 'text' | 'exact'>, now: number): readonly ArticleId[] | null {
  return find(library, knowledge, filter, now)?.ids ?? null;
}

/** One page of bookmarks under a filter with a text, with where its words stand. Throws as listBookmarks does. */
export function searchBookmarks(library: SearchLibrary, knowledge: SearchKnowledge, args: ArgsOf<'listBookmarks'>, now: number): BookmarkPage {
  const found = find(library, knowledge, args.filter ?? {}, now);
  const page = listBookmarks(library, args, found?.ids ?? null);
  if (!found) return page;
  const { lights, also, notes } = found.query;
  const hits = new Map(searchHits(library, page.bookmarks.map(({ id }) => id), lights).map((hit) => [hit.id, hit]));
  const left = leftToIndex(library);
  return {
    ...page,
    bookmarks: page.bookmarks.map((row) => {
      const hit = hits.get(row.id);
      return hit ? { ...row, hit: { titleSpans: hit.titleSpans, snippet: hit.snippet } } : row;
    }),
    search: { lights, also, notes, indexing: left > 0 ? { left } : null },
  };
}

function find(library: SearchLibrary, knowledge: SearchKnowledge, { text = '', exact = false }: Pick<BookmarkFilter, 'text' | 'exact'>, now: number): FoundBookmarks | null {
  if (text.trim() === '') return null;
  const parsed = parseQuery(text, now);
  const query = compileQuery(parsed, { library, knowledge, exact });
  if (asksNothing(query)) return { query, ids: null };
  const ids = idsOf(library, query);
  const ofSource = isPlain(parsed.node) ? bookmarksOfSource(library, text.trim()) : [];
  return { query, ids: [...new Set([...ids, ...ofSource])] };
}

/** Where the words of common texts stand is read once; which of those are bookmarks is told by their rows, few beside the library's. */
const MARKED = 'WITH marked AS MATERIALIZED (SELECT doc, s.article_id AS marked_id FROM statuses s INDEXED BY statuses_bookmarked CROSS JOIN search_docs ON article = s.article_id WHERE s.bookmarked = 1)';

function idsOf(library: SearchLibrary, query: CompiledQuery): ArticleId[] {
  const { sql, values } = askedOf(query);
  const { match } = query.condition;
  const rows = match === null
    ? library.all<{ id: ArticleId }>(`SELECT article_id AS id FROM statuses INDEXED BY statuses_bookmarked WHERE bookmarked = 1 AND ${sql}`, ...values)
    : library.all<{ id: ArticleId }>(
      `${MARKED} SELECT article_id AS id FROM search CROSS JOIN marked ON marked.doc = search.rowid CROSS JOIN statuses ON article_id = marked_id
       WHERE search MATCH ? AND search.rowid BETWEEN (SELECT min(doc) FROM marked) AND (SELECT max(doc) FROM marked) AND ${sql}`,
      match, ...values,
    );
  return rows.map(({ id }) => id);
}

/** Words alone, which may be the name of a source. */
function isPlain(node: QueryNode | null): boolean {
  if (node?.kind === 'all') return node.of.every(isPlain);
  return node?.kind === 'text' && node.field === 'any';
}

function bookmarksOfSource(library: SearchLibrary, name: string): ArticleId[] {
  const pattern = `%${name.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return library
    .all<{ id: ArticleId }>(
      `SELECT s.article_id AS id FROM statuses s INDEXED BY statuses_bookmarked CROSS JOIN articles a ON a.id = s.article_id CROSS JOIN feeds f ON f.id = a.feed_id
       WHERE s.bookmarked = 1 AND (ifnull(f.own_title, f.title) LIKE ?1 ESCAPE '\\' OR a.outlet LIKE ?1 ESCAPE '\\')`,
      pattern,
    )
    .map(({ id }) => id);
}

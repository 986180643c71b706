import type { ArticleOrder, ArticlePage, ArticleSummary, Scope } from '../../electron/contract/model.ts';
import type { SearchHit, SearchOrder, SearchPage } from '../../electron/contract/search.ts';
import { call } from '../client/transport.ts';

/** What is searched for, in place of all that a scope holds. */
export interface SearchAsk {
  readonly query: string;
  readonly order: SearchOrder;
  readonly exact: boolean;
}

export interface ListRequest {
  readonly scope: Scope;
  readonly unreadOnly: boolean;
  readonly order: ArticleOrder;
  /** Reports of one event are one row. */
  readonly stories?: boolean;
  readonly search?: SearchAsk;
}

/** A headline of a list; of search results, with where the words stand in it. */
export type ListedArticle = ArticleSummary & Partial<Pick<SearchHit, 'titleSpans' | 'snippet' | 'fields'>>;

/** What a search says beside the articles that it found. */
export type SearchAnswer = Pick<SearchPage, 'also' | 'notes' | 'lights' | 'indexing' | 'total' | 'languages'> & { readonly query: string };

export interface ListedPage extends ArticlePage {
  readonly articles: readonly ListedArticle[];
  /** Null where nothing was searched for. */
  readonly search: SearchAnswer | null;
}

/** The most that the engine gives of search results at once. */
const MOST_HITS = 200;

/** One page of what a list asks for: of a scope, or of what a search finds in it. */
export async function askListing({ search, ...request }: ListRequest, limit: number, cursor: string | null): Promise<ListedPage> {
  if (!search) return { ...(await call('listArticles', { ...request, limit, cursor })), search: null };
  const { scope, unreadOnly } = request;
  const { articles, nextCursor, asOf, ...answer } = await call('search', { ...search, scope, unreadOnly, limit: Math.min(limit, MOST_HITS), cursor });
  return { articles, nextCursor, asOf, total: answer.total.count, search: { ...answer, query: search.query } };
}

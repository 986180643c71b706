import type { ArticleSummary, FeedId, Scope } from './model.ts';
import type { Light, Span } from './search/match-text.ts';
import type { EntityKind, QueryNote } from './search/query-node.ts';
import type { Operator } from './search/query-parts.ts';

/** `time`: newest first. `rank`: by how much of an article is about the query, and how new it is. */
export type SearchOrder = 'time' | 'rank';

/** Where the words of a query stand in an article. */
export type HitField = 'title' | 'text' | 'notes' | 'tags';

/** A passage with what the query lights in it. */
export interface Snippet {
  readonly text: string;
  readonly spans: readonly Span[];
  /** Of what the passage is: the article's text, a note or quotation of the person's, a tag. */
  readonly field: Exclude<HitField, 'title'>;
}

export interface SearchHit extends ArticleSummary {
  readonly titleSpans: readonly Span[];
  /** Null where the words stand in the title alone, or the query has none. */
  readonly snippet: Snippet | null;
  /** Where the words were found; empty where the query has none. */
  readonly fields: readonly HitField[];
}

/** A number that is exact, or the least that it is. */
export interface BoundedCount {
  readonly count: number;
  readonly exact: boolean;
}

/** How much of what was found is in one language: a primary language subtag of BCP 47, `zh`. */
export interface LanguageCount {
  readonly lang: string;
  readonly count: number;
}

/** Each headline is read for its language, and nobody waits for that while typing what finds most of the library. */
export const LANGUAGES_TOLD_OF = 400;

export interface SearchPage {
  readonly articles: readonly SearchHit[];
  /** Opaque; null at the end. Pages of one search never gain articles that arrived after its first page. */
  readonly nextCursor: string | null;
  readonly total: BoundedCount;
  /** By headlines, the language of most first; told on the first page alone, and of at most LANGUAGES_TOLD_OF results. */
  readonly languages: readonly LanguageCount[];
  /** Names that are searched for beside what was typed. */
  readonly also: readonly string[];
  readonly notes: readonly QueryNote[];
  /** For matchText, over whatever shows the article. */
  readonly lights: readonly Light[];
  /** Articles that cannot be found yet, or not by all that they say; null where there are none. */
  readonly indexing: { readonly left: number } | null;
  /** When this search was drawn; what arrived later belongs to no page of it. */
  readonly asOf: number;
}

/** One way to go on with an operator. */
export interface SearchCompletion {
  /** What stands in the query from `from` to `to` is replaced by it. */
  readonly insert: string;
  readonly from: number;
  readonly to: number;
  readonly operator: Operator;
  /** The operator itself is completed, not its value. */
  readonly isOperator: boolean;
  /** As a person reads it; null where the renderer has the words (operators, states, dates). */
  readonly title: string | null;
  readonly feedId: FeedId | null;
}

export interface SearchArgs {
  /** At most 1,000 characters; the language is that of contract/search/parse-query.ts. */
  readonly query: string;
  /** By default everything. */
  readonly scope?: Scope;
  /** By default `time`. */
  readonly order?: SearchOrder;
  /** 1 to 200. */
  readonly limit: number;
  readonly cursor?: string | null;
  /** Only the words as they were typed: no other names, no plurals. */
  readonly exact?: boolean;
  readonly unreadOnly?: boolean;
}

/** What can be found, and how a query goes on. */
export interface SearchApi {
  /**
   * Articles that a query finds. A search that has not begun when a newer first page is asked for rejects with `search-superseded`. Rejects with
   * `feed-missing`, `folder-missing` for the scope, `invalid-argument` for the cursor; a query is never refused, its `notes` say
   * what was left out.
   */
  search(args: SearchArgs): Promise<SearchPage>;
  /** How the operator under the caret (a UTF-16 offset) may go on: sources, folders, tags, names, languages, dates. */
  searchCompletions(args: { query: string; at: number }): Promise<{ completions: readonly SearchCompletion[] }>;
  /** How many articles each query finds, unread and all, in the order of `queries` (at most 50). */
  countSearch(args: { queries: readonly string[]; scope?: Scope; exact?: boolean }): Promise<{ counts: readonly { readonly total: BoundedCount; readonly unread: BoundedCount }[] }>;
}

/** A name that an entity goes by. */
export interface EntityCompletion {
  readonly kind: EntityKind;
  readonly value: string;
  readonly title: string;
}

import type { StoreReads } from '../store/store.ts';
import type { Aliases } from './aliases.ts';

/** What a search reads of a library, over whichever connection. */
export type SearchLibrary = StoreReads;

/** What searches know beside the library. */
export interface SearchKnowledge {
  readonly aliases: Aliases;
  /** The articles in which things were recognized: a condition on `article_id` for their ids, or null where nothing recognizes any. */
  readonly articlesOf: ((ids: readonly string[]) => { readonly sql: string; readonly values: readonly string[] }) | null;
}

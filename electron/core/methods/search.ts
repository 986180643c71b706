import type { SearchApi } from '../../contract/search.ts';
import type { Searcher } from '../search/searcher.ts';
import { askSearch } from './ask-search.ts';
import type { MethodParts } from './method-parts.ts';

type AnswerOf<M extends keyof SearchApi> = Awaited<ReturnType<SearchApi[M]>>;

/** What can be found. */
export function searchMethods(parts: MethodParts, searcher: Searcher): SearchApi {
  return {
    search: async (args) => (await askSearch(parts, searcher, { method: 'search', args })) as AnswerOf<'search'>,
    searchCompletions: async (args) => (await askSearch(parts, searcher, { method: 'searchCompletions', args })) as AnswerOf<'searchCompletions'>,
    countSearch: async (args) => (await askSearch(parts, searcher, { method: 'countSearch', args })) as AnswerOf<'countSearch'>,
  };
}

import type { SearchApi } from '../../contract/search.ts';
import { completeQuery } from '../search/complete-query.ts';
import { countQuery, searchArticles } from '../search/search-articles.ts';
import type { SearchKnowledge } from '../search/search-library.ts';
import type { MethodParts } from './method-parts.ts';

/** What can be found. */
export function searchMethods({ store, now }: MethodParts, knowledge: SearchKnowledge): SearchApi {
  const moment = () => ({ asOf: store.stamp(), now: now() });
  return {
    search: async (args) => searchArticles(store, knowledge, args, moment()),
    searchCompletions: async (args) => ({ completions: completeQuery(store, knowledge, args) }),
    countSearch: async ({ queries, ...options }) => ({ counts: queries.map((query) => countQuery(store, knowledge, { query, ...options }, moment())) }),
  };
}

import type { SearchApi } from '../../contract/search.ts';
import type { Searcher } from '../search/searcher.ts';
import type { MethodParts } from './method-parts.ts';

type AnswerOf<M extends keyof SearchApi> = Awaited<ReturnType<SearchApi[M]>>;

/** What can be found. The moment of a question is that of the store: it knows which stamps there were. */
export function searchMethods({ store, now }: MethodParts, searcher: Searcher): SearchApi {
  const moment = () => ({ asOf: store.stamp(), now: now() });
  return {
    search: async (args) => (await searcher.ask({ method: 'search', args, moment: moment() })) as AnswerOf<'search'>,
    searchCompletions: async (args) => (await searcher.ask({ method: 'searchCompletions', args, moment: moment() })) as AnswerOf<'searchCompletions'>,
    countSearch: async (args) => (await searcher.ask({ method: 'countSearch', args, moment: moment() })) as AnswerOf<'countSearch'>,
  };
}

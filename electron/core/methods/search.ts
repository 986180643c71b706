import type { SearchApi } from '../../contract/search.ts';
import { ReaderError } from '../../contract/errors.ts';
import type { Searcher, SearchQuestion } from '../search/searcher.ts';
import { remakeSearch } from '../store/remake-search.ts';
import type { MethodParts } from './method-parts.ts';

type AnswerOf<M extends keyof SearchApi> = Awaited<ReturnType<SearchApi[M]>>;

/** What can be found. The moment of a question is that of the store: it knows which stamps there were. */
export function searchMethods({ store, now }: MethodParts, searcher: Searcher): SearchApi {
  const moment = () => ({ asOf: store.stamp(), now: now() });
  /** The thread of searches cannot write: an index that it finds damaged is made anew here, and asked again for what it has by then. */
  const ask = async (question: SearchQuestion): Promise<unknown> => {
    try {
      return await searcher.ask(question);
    } catch (error) {
      if (!(error instanceof ReaderError) || error.code !== 'search-damaged') throw error;
      remakeSearch(store);
      return await searcher.ask({ ...question, moment: moment() });
    }
  };
  return {
    search: async (args) => (await ask({ method: 'search', args, moment: moment() })) as AnswerOf<'search'>,
    searchCompletions: async (args) => (await ask({ method: 'searchCompletions', args, moment: moment() })) as AnswerOf<'searchCompletions'>,
    countSearch: async (args) => (await ask({ method: 'countSearch', args, moment: moment() })) as AnswerOf<'countSearch'>,
  };
}

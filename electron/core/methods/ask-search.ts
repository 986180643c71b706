import { ReaderError } from '../../contract/errors.ts';
import type { Searcher, SearchQuestion } from '../search/searcher.ts';
import { remakeSearch } from '../store/remake-search.ts';
import type { MethodParts } from './method-parts.ts';

/** A question without its moment, which is that of the store: it knows which stamps there were. */
type Question = SearchQuestion extends infer One ? (One extends SearchQuestion ? Omit<One, 'moment'> : never) : never;

/**
 * Asks the searcher. Its thread cannot write: an index that it finds damaged is made anew here, and asked again for what it has
 * by then.
 */
export async function askSearch({ store, now }: Pick<MethodParts, 'store' | 'now'>, searcher: Searcher, question: Question): Promise<unknown> {
  const ask = (): Promise<unknown> => searcher.ask({ ...question, moment: { asOf: store.stamp(), now: now() } });
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ReaderError) || error.code !== 'search-damaged') throw error;
    remakeSearch(store);
    return await ask();
  }
}

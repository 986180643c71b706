import type { ArgsOf } from '../../contract/api.ts';
import type { SearchApi } from '../../contract/search.ts';
import type { Moment } from '../store/scope-filter.ts';
import { completeQuery } from './complete-query.ts';
import { countQuery, searchArticles } from './search-articles.ts';
import { searchBookmarks } from './search-bookmarks.ts';
import type { SearchKnowledge, SearchLibrary } from './search-library.ts';

/** A question about what can be found, and the moment that it is asked at. */
export type SearchQuestion = { readonly [M in Asked]: { readonly method: M; readonly args: ArgsOf<M>; readonly moment: Moment } }[Asked];

/** Bookmarks are asked for here where words narrow them. */
type Asked = keyof SearchApi | 'listBookmarks';

/** Answers searches, here or in a thread. */
export interface Searcher {
  ask(question: SearchQuestion): Promise<unknown>;
  close(): Promise<void>;
}

/** Answers a question from a library. Throws as searchArticles does. */
export function answerSearch(library: SearchLibrary, knowledge: SearchKnowledge, question: SearchQuestion): unknown {
  switch (question.method) {
    case 'search':
      return searchArticles(library, knowledge, question.args, question.moment);
    case 'searchCompletions':
      return { completions: completeQuery(library, knowledge, question.args) };
    case 'countSearch': {
      const { queries, ...options } = question.args;
      return { counts: queries.map((query) => countQuery(library, knowledge, { query, ...options }, question.moment)) };
    }
    case 'listBookmarks':
      return searchBookmarks(library, knowledge, question.args, question.moment.now);
    default:
      return question satisfies never;
  }
}

/** Answers on the thread that asks: for a command that asks once. */
export function searchHere(library: SearchLibrary, knowledge: SearchKnowledge): Searcher {
  return { ask: async (question) => answerSearch(library, knowledge, question), close: async () => {} };
}

/** What makes two first pages the same search as it is typed on: the newer takes the place of the older. */
export function lineOf({ method, args }: SearchQuestion): string | null {
  if (method !== 'search' || args.cursor) return null;
  const { scope, limit, order, unreadOnly } = args;
  return JSON.stringify([scope ?? null, limit, order ?? 'time', unreadOnly ?? false]);
}

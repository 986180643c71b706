import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SearchCompletion } from '../../electron/contract/search.ts';
import { useSettings } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import type { Words } from '../words/use-words.ts';
import { completionWords, withCompletion } from './completion-words.ts';

/** One way to go on in the field. */
export interface FieldOption {
  readonly key: string;
  /** What it writes. */
  readonly insert: string;
  /** What that means; empty where it says it itself. */
  readonly words: string;
  /** The query with it, and where the caret then stands. */
  readonly text: string;
  readonly caret: number;
  readonly recent: boolean;
}

const NONE: readonly SearchCompletion[] = [];
/** From so many letters on an operator is meant rather than any word. */
const LEAST = 2;

/** How what is typed may go on at the caret; where nothing is typed, what was searched for last. `asked` is false while nobody types. */
export function useCompletions(query: string, at: number, asked: boolean, words: Words): readonly FieldOption[] {
  const { data: settings } = useSettings();
  const typed = query.trim() !== '';
  const { data } = useQuery({
    queryKey: ['searchCompletions', query, at],
    queryFn: async () => (await call('searchCompletions', { query, at })).completions,
    enabled: asked && typed,
    staleTime: 0,
    gcTime: 10_000,
    placeholderData: keepPreviousData,
  });
  if (!asked) return [];
  if (!typed) return (settings?.recentSearches ?? []).map((text) => ({ key: text, insert: text, words: '', text, caret: text.length, recent: true }));
  return (data ?? NONE)
    .filter(({ from, to, isOperator }) => to <= query.length && (!isOperator || to - from >= LEAST))
    .map((completion) => ({ key: `${completion.from}-${completion.insert}`, insert: completion.insert, words: completionWords(completion, words), ...withCompletion(query, completion), recent: false }));
}

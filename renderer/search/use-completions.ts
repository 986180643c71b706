import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSettings } from '../client/queries.ts';
import { call } from '../client/transport.ts';
import type { Words } from '../words/use-words.ts';
import { completionWords, mayComplete, withCompletion } from './completion-words.ts';

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

/** How what is typed may go on at the caret; where nothing is typed, what was searched for last. `asked` is false while nobody types. */
export function useCompletions(query: string, at: number, asked: boolean, words: Words): readonly FieldOption[] {
  const { data: settings } = useSettings();
  const isTyped = query.trim() !== '';
  const isAsked = asked && isTyped && mayComplete(query, at);
  const { data } = useQuery({
    queryKey: ['searchCompletions', query, at],
    queryFn: async () => ({ query, ...(await call('searchCompletions', { query, at })) }),
    enabled: isAsked,
    staleTime: 0,
    gcTime: 10_000,
    placeholderData: keepPreviousData,
  });
  if (!asked) return [];
  if (!isTyped) return (settings?.recentSearches ?? []).map((text) => ({ key: text, insert: text, words: '', text, caret: text.length, recent: true }));
  if (!isAsked || !data) return [];
  // While the answer to the last key is under way, that of the key before stands; what was typed since belongs to what it replaces.
  const since = query.length - data.query.length;
  const options = data.completions
    .map((completion) => ({ ...completion, to: completion.to + since }))
    .filter(({ from, to }) => from <= to && to <= query.length)
    .map((completion) => ({ key: `${completion.from}-${completion.insert}`, insert: completion.insert, words: completionWords(completion, words), ...withCompletion(query, completion), recent: false }));
  // What is typed to its end has no other way to go on.
  return options.length === 1 && options[0]?.text.trimEnd() === query.trimEnd() ? [] : options;
}

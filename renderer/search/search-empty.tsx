import { parseQuery } from '../../electron/contract/search/parse-query.ts';
import { useCounts } from '../client/queries.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { SearchAnswer } from '../state/ask-listing.ts';
import { changeSearch, useSearchView } from '../state/search-view.ts';
import { useWords } from '../words/use-words.ts';
import { timeOf, withTime } from './query-edit.ts';
import { alsoWords } from './answer-lines.tsx';
import { unknownDates } from './unknown-dates.ts';

/** What stands in place of results where nothing was found: in how much nothing was, and what may find more. */
export function SearchEmpty({ answer }: { readonly answer: SearchAnswer }) {
  const words = useWords();
  const { t } = words;
  const { text, inScope, exact } = useSearchView();
  const { data: counts } = useCounts();
  const { after, before } = timeOf(text, unknownDates(answer.notes));
  const isTimed = after !== undefined || before !== undefined;
  const { also, query } = answer;
  // Of an operator without its value nothing is left to look for; of what day it is that does not depend.
  if (parseQuery(query, 0).node === null) return <EmptyState title={t('search.nothingAsked')} text={t('search.nothingAskedText')} />;
  const searched = inScope ? t('search.searchedScope') : t('search.searched', { count: counts?.all ?? 0 });
  const names = also.length > 0 ? t('search.searchedAlso', { searched, terms: alsoWords(also, words) }) : t('search.searchedPlain', { searched });
  const next = t(isTimed ? 'search.tryAllTime' : inScope ? 'search.tryAllSources' : 'search.tryFewer');
  const actions = [
    isTimed ? { label: t('search.allTime'), patch: { text: withTime(text, {}) } } : null,
    inScope ? { label: t('search.everywhere'), patch: { inScope: false } } : null,
    exact ? { label: t('search.allNames'), patch: { exact: false } } : null,
  ].filter((one) => one !== null);
  return (
    <EmptyState
      title={t('search.nothing', { words: query.trim() })}
      text={[names, next].join(t('row.joiner'))}
      actions={
        actions.length > 0
          ? actions.map(({ label, patch }) => (
              <Button key={label} onClick={() => void changeSearch(patch)}>
                {label}
              </Button>
            ))
          : undefined
      }
    />
  );
}

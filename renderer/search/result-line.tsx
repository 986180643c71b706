import { useEffect } from 'react';
import { useFeeds } from '../client/queries.ts';
import { useListing } from '../state/listing.ts';
import type { SearchAnswer } from '../state/ask-listing.ts';
import { changeSearch, useSearchView } from '../state/search-view.ts';
import { announce } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { AnswerLines } from './answer-lines.tsx';
import { leadingCells } from './query-edit.ts';
import { isElement } from '../entities/element-names.ts';
import { SEARCH_FIELD_ID } from './search-commands.ts';
import { useRested } from './use-rested.ts';
import styles from './search.module.css';

/** "63 results"; "more than 1,000 results" where nobody counted further. */
export function totalWords({ count, exact }: SearchAnswer['total'], { t }: Pick<Words, 't'>): string {
  return t(exact ? 'search.results' : 'search.resultsAtLeast', { count });
}

/** So many languages are named; what else there is is counted. */
const MOST_LANGUAGES = 3;

/** "41 in English and 22 in Chinese"; empty where all is in one language. */
export function languageWords(languages: SearchAnswer['languages'], { t, format }: Pick<Words, 't' | 'format'>): string {
  if (languages.length < 2) return '';
  const named = languages.filter(({ lang }) => lang !== 'und').slice(0, MOST_LANGUAGES);
  const others = languages.reduce((sum, { count }) => sum + count, 0) - named.reduce((sum, { count }) => sum + count, 0);
  const parts = named.map(({ lang, count }) => t('search.inLanguage', { count, language: format.language(lang) }));
  return format.list(others > 0 ? [...parts, t('search.inOthers', { count: others })] : parts);
}

/** Selects in the field what a note is about. */
function showPart(query: string, at: number, to: number): void {
  const field = document.getElementById(SEARCH_FIELD_ID);
  if (!(field instanceof HTMLInputElement)) return;
  const { restAt } = leadingCells(query, isElement);
  field.focus();
  field.setSelectionRange(Math.max(0, at - restAt), Math.max(0, to - restAt));
}

/** Below the field: how much was found, what was searched for as well, what of the query was left out, what cannot be found yet. */
export function ResultLine() {
  const words = useWords();
  const answer = useListing((state) => state.search);
  const isEmpty = useListing((state) => state.rows.length === 0);
  const exact = useSearchView((state) => state.exact);
  const { data: known } = useFeeds();
  const rested = useRested(answer?.query ?? null);
  const said = answer && answer.query === rested ? totalWords(answer.total, words) : null;
  useEffect(() => {
    if (said !== null) announce(said);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another search that found as much is said as well
  }, [said, rested]);
  if (!answer) return null;
  const { also, notes, indexing, total, languages, query } = answer;
  const inLanguages = languageWords(languages, words);
  const hasFeeds = (known?.feeds.length ?? 0) > 0;
  const shownNotes = query === rested ? notes : [];
  if (isEmpty && shownNotes.length === 0 && !exact && (!indexing || !hasFeeds)) return null;
  return (
    <div className={styles.info}>
      {isEmpty ? null : (
        <p>
          <b>{totalWords(total, words)}</b>
          {inLanguages === '' ? null : words.t('search.inLanguages', { languages: inLanguages })}
        </p>
      )}
      <AnswerLines
        also={isEmpty ? [] : also}
        notes={shownNotes}
        indexing={indexing}
        exact={exact}
        onExact={(next) => void changeSearch({ exact: next })}
        onNote={({ at, to }) => showPart(query, at, to)}
      />
    </div>
  );
}

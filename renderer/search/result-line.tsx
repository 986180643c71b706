import { useEffect, useState } from 'react';
import { useFeeds } from '../client/queries.ts';
import { useListing } from '../state/listing.ts';
import type { SearchAnswer } from '../state/ask-listing.ts';
import { changeSearch, useSearchView } from '../state/search-view.ts';
import { announce } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { noteWords, quotedPart } from './note-words.ts';
import { leadingCells } from './query-edit.ts';
import { isElement } from '../entities/element-names.ts';
import { SEARCH_FIELD_ID } from './search-commands.ts';
import styles from './search.module.css';

/** How long typing rests before it is said what was found, and what of the query is odd: half a word is often either. */
const REST_MS = 600;
/** More names would be a list. */
const MOST_NAMES = 6;

/** "63 results"; "more than 1,000 results" where nobody counted further. */
export function totalWords({ count, exact }: SearchAnswer['total'], { t }: Pick<Words, 't'>): string {
  return t(exact ? 'search.results' : 'search.resultsAtLeast', { count });
}

/** The names that were searched for as well, as one list; the last ones counted where there are many. */
export function alsoWords(also: readonly string[], { t }: Pick<Words, 't'>): string {
  const names = also.slice(0, MOST_NAMES).join(t('search.nameJoiner'));
  const more = also.length - MOST_NAMES;
  return more > 0 ? t('search.andMore', { names, count: more }) : names;
}

/** Selects in the field what a note is about. */
function showPart(query: string, at: number, to: number): void {
  const field = document.getElementById(SEARCH_FIELD_ID);
  if (!(field instanceof HTMLInputElement)) return;
  const { restAt } = leadingCells(query, isElement);
  field.focus();
  field.setSelectionRange(Math.max(0, at - restAt), Math.max(0, to - restAt));
}

/** What was searched for when typing last rested; null before. */
function useRested(query: string | null): string | null {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(query), REST_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return rested;
}

/** Below the field: how much was found, what was searched for as well, what of the query was left out, what cannot be found yet. */
export function ResultLine() {
  const words = useWords();
  const { t } = words;
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
  const { also, notes, indexing, total, query } = answer;
  const hasFeeds = (known?.feeds.length ?? 0) > 0;
  const shownNotes = query === rested ? notes : [];
  if (isEmpty && shownNotes.length === 0 && !exact && (!indexing || !hasFeeds)) return null;
  return (
    <div className={styles.info}>
      {isEmpty ? null : (
        <p>
          <b>{totalWords(total, words)}</b>
        </p>
      )}
      {exact ? (
        <p>
          {t('search.exactNow')}{' '}
          <button type="button" className={styles.link} onClick={() => void changeSearch({ exact: false })}>
            {t('search.allNames')}
          </button>
        </p>
      ) : also.length > 0 && !isEmpty ? (
        <p title={also.join(t('search.nameJoiner'))}>
          {t('search.alsoBefore')}
          <b>{alsoWords(also, words)}</b>
          {t('search.alsoAfter')}
          <button type="button" className={styles.link} onClick={() => void changeSearch({ exact: true })}>
            {t('search.exactOnly')}
          </button>
        </p>
      ) : null}
      {shownNotes.map((note) => (
        <button key={`${note.at}-${note.what}`} type="button" className={styles.note} data-note={note.what} onClick={() => showPart(query, note.at, note.to)}>
          <code>{quotedPart(note)}</code> {noteWords(note, words)}
        </button>
      ))}
      {indexing ? <p>{t('search.indexing', { count: indexing.left })}</p> : null}
    </div>
  );
}

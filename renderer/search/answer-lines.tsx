import type { SearchPage } from '../../electron/contract/search.ts';
import type { QueryNote } from '../../electron/contract/search/query-node.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import { noteWords, quotedPart } from './note-words.ts';
import styles from './search.module.css';

/** More names would be a list. */
const MOST_NAMES = 6;

/** The names that were searched for as well, as one list; the last ones counted where there are many. */
export function alsoWords(also: readonly string[], { t }: Pick<Words, 't'>): string {
  const names = also.slice(0, MOST_NAMES).join(t('search.nameJoiner'));
  const more = also.length - MOST_NAMES;
  return more > 0 ? t('search.andMore', { names, count: more }) : names;
}

export interface AnswerLinesProps extends Pick<SearchPage, 'notes' | 'indexing'> {
  /** Empty where they are not to be told of. */
  readonly also: readonly string[];
  readonly exact: boolean;
  readonly onExact: (exact: boolean) => void;
  /** Shows what a note is about in the field. */
  readonly onNote: (note: QueryNote) => void;
}

/** What a search says beside what it found: the names that it looked for as well, what of the query was left out, what cannot be found yet. */
export function AnswerLines({ also, notes, indexing, exact, onExact, onNote }: AnswerLinesProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      {exact ? (
        <p>
          {t('search.exactNow')}
          {t('row.joiner')}
          <button type="button" className={styles.link} onClick={() => onExact(false)}>
            {t('search.allNames')}
          </button>
        </p>
      ) : also.length > 0 ? (
        <p title={also.join(t('search.nameJoiner'))}>
          {t('search.alsoBefore')}
          <b>{alsoWords(also, words)}</b>
          {t('search.alsoAfter')}
          <button type="button" className={styles.link} onClick={() => onExact(true)}>
            {t('search.exactOnly')}
          </button>
        </p>
      ) : null}
      {notes.map((note) => (
        <button key={`${note.at}-${note.what}`} type="button" className={styles.note} data-note={note.what} onClick={() => onNote(note)}>
          <code>{quotedPart(note)}</code> {noteWords(note, words)}
        </button>
      ))}
      {indexing ? <p>{t('search.indexing', { count: indexing.left })}</p> : null}
    </>
  );
}

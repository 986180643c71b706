import { parseQuery } from '../../electron/contract/search/parse-query.ts';
import { useWords } from '../words/use-words.ts';
import { noteWords, quotedPart } from './note-words.ts';
import styles from './query-problems.module.css';
import { useRested } from './use-rested.ts';

/** What is wrong with a query that is kept, and where: what is left out of it is left out each time it is asked. */
export function QueryProblems({ query }: { readonly query: string }) {
  const words = useWords();
  const rested = useRested(query);
  const notes = rested === query && query.trim() !== '' ? parseQuery(query, 0).notes : [];
  return (
    <output className={styles.problems}>
      {notes.map((note) => (
        <span key={`${note.at}-${note.what}`}>
          <code>{quotedPart(note)}</code> {noteWords(note, words)}
        </span>
      ))}
    </output>
  );
}

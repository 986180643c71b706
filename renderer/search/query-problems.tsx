import { useQuery } from '@tanstack/react-query';
import { parseQuery } from '../../electron/contract/search/parse-query.ts';
import { call } from '../client/transport.ts';
import { useWords } from '../words/use-words.ts';
import { noteWords, quotedPart } from './note-words.ts';
import styles from './query-problems.module.css';
import { useRested } from './use-rested.ts';

/** What is wrong with a query that is kept, and where: what is left out of it is left out each time it is asked, and a source that nobody follows is waited for in vain. */
export function QueryProblems({ query }: { readonly query: string }) {
  const words = useWords();
  const rested = useRested(query);
  const asked = rested === query && query.trim() !== '' ? query : null;
  // Which sources, folders and names there are, the engine knows; what is odd about the writing is known here.
  const { data: told } = useQuery({
    queryKey: ['queryNotes', asked],
    queryFn: async () => (await call('search', { query: asked ?? '', limit: 1 })).notes,
    enabled: asked !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const notes = asked === null ? [] : (told ?? parseQuery(asked, 0).notes);
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

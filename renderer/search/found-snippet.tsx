import type { Snippet } from '../../electron/contract/search.ts';
import { Icon } from '../components/icon.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { shownSnippet } from './shown-snippet.ts';
import { Stroked } from './stroked.tsx';
import styles from './snippet.module.css';

export interface FoundSnippetProps {
  readonly snippet: Snippet;
  /** Of the article. */
  readonly lang: string | null;
  readonly className: string;
}

const MARKS = { notes: 'note', tags: 'tag' } as const;

/** The passage in which a search found its words, on one line. A note or a tag of the person's bears its mark. */
export function FoundSnippet({ snippet, lang, className }: FoundSnippetProps) {
  const { field } = snippet;
  const { text, spans } = shownSnippet(snippet);
  return (
    <span className={className} dir="auto" lang={textLang(text, field === 'text' ? lang : null)}>
      {field === 'text' ? null : <Icon name={MARKS[field]} size={12} className={styles.mark} />}
      <Stroked text={text} spans={spans} />
    </span>
  );
}

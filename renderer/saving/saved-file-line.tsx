import type { SavedFile } from '../../electron/contract/saving.ts';
import { useWords } from '../words/use-words.ts';
import styles from './saving.module.css';

/** Above the text of a PDF: what the file is, and the way to its own viewer. */
export function SavedFileLine({ file: { name, bytes, pages, sha256 } }: { readonly file: SavedFile }) {
  const { t, format } = useWords();
  return (
    <p className={styles.file}>
      <span>{t('saving.pdf', { count: pages ?? 0, size: format.bytes(bytes) })}</span>
      <a href={new URL(`files/${sha256}/${encodeURIComponent(name)}`, document.baseURI).href} target="_blank" rel="noreferrer">
        {t('saving.open')}
      </a>
    </p>
  );
}

import { useImportProgress } from '../client/queries.ts';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './transfer.module.css';

/** How far the import has come; the file is read first, and nobody knows yet how much there is. */
export function ImportProgressLine() {
  const { t } = useWords();
  const { data } = useImportProgress(true);
  const total = data?.running ? data.total : 0;
  const done = data?.running ? data.done : 0;
  return (
    <div className={styles.bar}>
      <ProgressBar label={t('transfer.importing')} value={total === 0 ? null : done} max={Math.max(1, total)} />
      <p className={styles.hint}>{total === 0 ? t('transfer.readingList') : t('transfer.progress', { done, total })}</p>
    </div>
  );
}

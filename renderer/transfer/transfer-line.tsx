import { useTransferProgress } from '../client/queries.ts';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './transfer.module.css';

/** How far an export or import has come. `megabytes`: what is counted. */
export function TransferLine({ label, megabytes = false }: { readonly label: string; readonly megabytes?: boolean }) {
  const { t } = useWords();
  const { data } = useTransferProgress(true);
  const { done, total } = data?.running ? data : { done: 0, total: 0 };
  return (
    <div className={styles.bar}>
      <ProgressBar label={label} value={total === 0 ? null : done} max={Math.max(1, total)} />
      <p className={styles.hint}>{total === 0 ? t('carry.progressDone', { done }) : t(megabytes ? 'carry.progressMegabytes' : 'carry.progress', { done, total })}</p>
    </div>
  );
}

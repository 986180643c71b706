import { BackupList } from '../backups/backup-list.tsx';
import { useBackups } from '../backups/use-backups.ts';
import { asReaderError } from '../client/as-reader-error.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { announce } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './settings.module.css';

/** When the library was copied, what kept it from being copied, and the way back to a copy. */
export function BackupsSection() {
  const { t, format } = useWords();
  const { data: report, error } = useBackups();
  const task = useTask();
  const make = () => {
    task.run(
      () => call('makeBackup', {}),
      ({ backup }) => announce(t('backups.made', { size: format.bytes(backup.bytes) })),
    );
  };
  const failure = task.error ?? report?.failure ?? null;
  return (
    <>
      <p className={styles.text}>{t('backups.text')}</p>
      <p className={styles.text}>{t('backups.whole')}</p>
      <div className={styles.actions}>
        <span className={styles.actionsText}>
          {report?.lastAt ? t('backups.last', { when: format.dateTime(report.lastAt) }) : t('backups.never')}
          {report?.nextAt ? <span className={styles.actionsNote}>{t('backups.next', { when: format.dateTime(report.nextAt) })}</span> : null}
        </span>
        <Button disabled={task.busy} onClick={make}>
          {task.busy ? t('backups.making') : t('backups.make')}
        </Button>
      </div>
      {report?.failure ? <p className={styles.text}>{t('backups.failed', { when: format.dateTime(report.failure.at) })}</p> : null}
      {failure ? <ErrorNote error={failure} /> : null}
      <h3 className={styles.head}>{t('backups.list')}</h3>
      {report ? <BackupList backups={report.backups} isOpen /> : null}
      {error ? <ErrorNote error={asReaderError(error)} /> : null}
    </>
  );
}

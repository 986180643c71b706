import type { Backup } from '../../electron/contract/backup.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { ErrorNote } from '../components/error-note.tsx';
import { useTask } from '../components/use-task.ts';
import { closeDialog, showToast } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './backups.module.css';

export interface RestoreBackupProps {
  readonly backup: Backup;
  /** When it was made, as the list says it. */
  readonly when: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Says what restoring does before it is done. */
export function RestoreBackup({ backup, when, isOpen, onClose }: RestoreBackupProps) {
  const { t } = useWords();
  const task = useTask();
  const close = () => {
    if (!task.busy) onClose();
  };
  const restore = () => {
    task.run(
      () => call('restoreBackup', { name: backup.name }),
      () => {
        onClose();
        closeDialog();
        showToast({ text: t('backups.restored', { when }), final: true });
      },
    );
  };
  return (
    <Dialog
      title={t('backups.confirmTitle', { when })}
      urgent
      onClose={close}
      actions={
        <>
          <Button size="large" disabled={task.busy} onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" size="large" disabled={task.busy} onClick={restore}>
            {task.busy ? t('backups.restoring') : t('backups.confirm')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{t('backups.confirmBack')}</p>
      <p className={styles.text}>{isOpen ? t('backups.confirmKept') : t('backups.confirmDamaged')}</p>
      <p className={styles.text}>{t('backups.confirmImages')}</p>
      {task.error ? <ErrorNote error={task.error} /> : null}
    </Dialog>
  );
}

import { useState } from 'react';
import type { Backup, BackupKind } from '../../electron/contract/backup.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../words/use-words.ts';
import { backupTimes } from './backup-times.ts';
import { RestoreBackup } from './restore-backup.tsx';
import styles from './backups.module.css';

const KINDS = {
  daily: 'backups.kinds.daily',
  asked: 'backups.kinds.asked',
  update: 'backups.kinds.update',
  replaced: 'backups.kinds.replaced',
} as const satisfies Record<BackupKind, string>;

export interface BackupListProps {
  readonly backups: readonly Backup[];
  /** Whether the library that would be replaced can be opened. */
  readonly isOpen: boolean;
}

/** The copies, newest first, each with the way back to it. */
export function BackupList({ backups, isOpen }: BackupListProps) {
  const { t, format } = useWords();
  const [asked, setAsked] = useState<Backup | null>(null);
  if (backups.length === 0) return <p className={styles.text}>{t('backups.none')}</p>;
  const times = backupTimes(backups, format);
  const whenOf = ({ name }: Backup) => times.get(name) ?? '';
  return (
    <>
      <ul className={styles.list} aria-label={t('backups.list')}>
        {backups.map((backup) => (
          <li key={backup.name} className={styles.backup}>
            <span className={styles.when}>
              {whenOf(backup)}
              <span className={styles.kind}>{t(KINDS[backup.kind])}</span>
            </span>
            <span className={styles.size}>{format.bytes(backup.bytes)}</span>
            <Button aria-label={t('backups.restoreOf', { when: whenOf(backup) })} onClick={() => setAsked(backup)}>
              {t('backups.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {asked ? <RestoreBackup backup={asked} when={whenOf(asked)} isOpen={isOpen} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

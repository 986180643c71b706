import { useState } from 'react';
import type { Backup } from '../../electron/contract/backup.ts';
import type { ErrorDetail } from '../../electron/contract/model.ts';
import { BackupList } from '../backups/backup-list.tsx';
import { useBackups } from '../backups/use-backups.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { PathLine } from '../components/path-line.tsx';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { isLibraryError } from './is-library-error.ts';
import type { LibraryErrorCode } from './is-library-error.ts';
import styles from './library-error.module.css';

const HOLDS = {
  'database-damaged': 'library.holdsDamaged',
  'database-newer': 'library.holdsNewer',
  'database-failed': 'library.holdsFailed',
  'profile-in-use': 'library.holdsInUse',
  'profile-unwritable': 'library.holdsUnwritable',
  'migration-failed': 'library.holdsMigration',
  'disk-full': 'library.holdsDiskFull',
  'engine-stopped': 'library.holdsStopped',
} as const satisfies Record<LibraryErrorCode, string>;

/** What another library in its place would mend. */
const RESTORABLE: ReadonlySet<string> = new Set<LibraryErrorCode>(['database-damaged', 'database-newer', 'database-failed', 'migration-failed']);

export interface LibraryErrorProps {
  readonly error: { readonly code: string; readonly detail: ErrorDetail };
  /** Asks again; resolves when it has been tried. */
  readonly onRetry: () => Promise<void>;
}

/** The copies that there are. */
function RestoreList({ backups }: { readonly backups: readonly Backup[] }) {
  const { t } = useWords();
  return (
    <section className={styles.backups} aria-label={t('backups.list')}>
      <h2 className={styles.head}>{t('backups.list')}</h2>
      <BackupList backups={backups} isOpen={false} />
    </section>
  );
}

/** The whole window, when there is no library to show: what happened, what still holds, what to do. */
export function LibraryError({ error, onRetry }: LibraryErrorProps) {
  const words = useWords();
  const { t } = words;
  const [isTrying, setTrying] = useState(false);
  const { title, cause, next } = errorWords(error, words);
  const { path, backup } = error.detail;
  const report = useBackups().data;
  // Where they cannot be known, the words say all there is.
  const backups = RESTORABLE.has(error.code) ? (report?.backups ?? []) : [];
  // No word of backups where none can be restored.
  const isAlone = error.code === 'database-damaged' && report?.backups.length === 0;

  const retry = async () => {
    setTrying(true);
    try {
      await onRetry();
    } finally {
      setTrying(false);
    }
  };
  return (
    <main className={styles.page}>
      <div className={styles.words} role="alert">
        <Icon name="drive" size={24} className={styles.mark} />
        <h1 className={styles.title}>{title}</h1>
        <p>{cause}</p>
        <h2 className={styles.head}>{t('library.stillHolds')}</h2>
        <p>{t(isAlone ? 'library.holdsAlone' : isLibraryError(error.code) ? HOLDS[error.code] : 'library.holdsFailed')}</p>
        <h2 className={styles.head}>{t('library.whatToDo')}</h2>
        <p>{isAlone ? t('library.nextAlone') : next}</p>
        {typeof path === 'string' ? <PathLine label={t('library.path')} path={path} /> : null}
        {typeof backup === 'string' && error.code !== 'database-damaged' ? <PathLine label={t('library.backup')} path={backup} /> : null}
        {backups.length > 0 ? <RestoreList backups={backups} /> : null}
        <div className={styles.actions}>
          <Button kind="primary" size="large" disabled={isTrying} onClick={() => void retry()}>
            {isTrying ? t('library.trying') : t('common.tryAgain')}
          </Button>
        </div>
      </div>
    </main>
  );
}

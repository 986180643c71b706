import type { Restored } from '../../electron/contract/backup.ts';
import { call } from '../client/transport.ts';
import { Button } from '../components/button.tsx';
import { PathLine } from '../components/path-line.tsx';
import { Strip } from '../components/strip.tsx';
import { showFailure } from '../state/show-failure.ts';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/use-words.ts';
import styles from './backups.module.css';
import { useBackups } from './use-backups.ts';

const COUNTED = ['articles', 'bookmarks', 'notes', 'highlights'] as const;

function salvagedWords({ salvaged, setAside }: Restored, { t }: Words): string {
  if (!salvaged) return setAside === null ? t('backups.healedGone') : t('backups.healedNothing');
  const what = COUNTED.filter((kind) => salvaged[kind] > 0).map((kind) => t(`backups.${kind}`, { count: salvaged[kind] }));
  const read = what.length > 0 ? t('backups.healedRead', { what: what.join(t('backups.joiner')) }) : t('backups.healedNothingNew');
  return [read, salvaged.whole ? t('backups.healedWhole') : t('backups.healedPart')].join(t('row.joiner'));
}

function dismiss(): void {
  call('dismissRestored', {}).catch(showFailure);
}

/** Over the panes, until it was read: a damaged library was replaced by a copy, and what that means. */
export function RestoredStrip() {
  const words = useWords();
  const restored = useBackups().data?.restored;
  if (!restored) return null;
  const { t, format } = words;
  return (
    <Strip
      icon="drive"
      title={t('backups.healedTitle', { when: format.dateTime(restored.backupAt) })}
      text={salvagedWords(restored, words)}
      actions={
        <>
          {restored.setAside === null ? null : (
            <div className={styles.path}>
              <PathLine label={t('backups.healedPath')} path={restored.setAside} />
            </div>
          )}
          <Button onClick={dismiss}>{t('backups.dismiss')}</Button>
        </>
      }
    />
  );
}

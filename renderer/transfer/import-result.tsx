import { useId, useState } from 'react';
import type { OpmlSummary } from '../../electron/contract/model.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './transfer.module.css';

/** What an import did, in one line; what it could not understand, on demand. */
export function ImportResult({ summary, refreshing }: { readonly summary: OpmlSummary; readonly refreshing: boolean }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const parts: string[] = [t('transfer.resultAdded', { count: summary.added })];
  if (summary.alreadyFollowed > 0) parts.push(t('transfer.resultFollowed', { count: summary.alreadyFollowed }));
  if (summary.invalid.length > 0) parts.push(t('transfer.resultInvalid', { count: summary.invalid.length }));
  return (
    <div className={styles.result}>
      <output>
        {t('transfer.result', { count: summary.named, parts: parts.join(t('transfer.resultJoiner')) })}
      </output>
      {refreshing ? <p className={styles.text}>{t('transfer.resultRefresh')}</p> : null}
      {summary.invalid.length > 0 ? (
        <Button
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? t('transfer.hideInvalid') : t('transfer.showInvalid', { count: summary.invalid.length })}
        </Button>
      ) : null}
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and so must take the keys
        <ul className={styles.invalid} id={listId} aria-label={t('transfer.invalidName')} tabIndex={0}>
          {[...new Set(summary.invalid)].map((address) => (
            <li key={address}>{address}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

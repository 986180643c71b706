import { useId, useState } from 'react';
import type { Feed } from '../../electron/contract/model.ts';
import type { OpmlSummary } from '../../electron/contract/opml.ts';
import { Button } from '../components/button.tsx';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import styles from './transfer.module.css';

export interface ImportResultProps {
  readonly summary: OpmlSummary;
  readonly refreshing: boolean;
  /** Of those that were added, the ones that did not answer with a feed. */
  readonly unreached: readonly Feed[];
}

/** What an import did, in one line; what it could not understand or reach, on demand. */
export function ImportResult({ summary, refreshing, unreached }: ImportResultProps) {
  const words = useWords();
  const { t } = words;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const parts: string[] = [t('transfer.resultAdded', { count: summary.added })];
  if (summary.alreadyFollowed > 0) parts.push(t('transfer.resultFollowed', { count: summary.alreadyFollowed }));
  if (summary.repeated > 0) parts.push(t('transfer.resultRepeated', { count: summary.repeated }));
  if (summary.invalid.length > 0) parts.push(t('transfer.resultInvalid', { count: summary.invalid.length }));
  if (unreached.length > 0) parts.push(t('transfer.resultUnreached', { count: unreached.length }));
  const lines = [
    ...[...new Set(summary.invalid)].map((address) => ({ key: `invalid ${address}`, text: address })),
    ...unreached.map((feed) => ({ key: `feed ${feed.id}`, text: t('transfer.unreachedLine', { title: feed.title, reason: feed.failure ? errorWords(feed.failure, words).title : '' }) })),
  ];
  return (
    <div className={styles.result}>
      <output>
        {t('transfer.result', { count: summary.named, parts: parts.join(t('transfer.resultJoiner')) })}
      </output>
      {summary.notice === 'keychain-missing' ? <p className={styles.text}>{t('transfer.resultUntilClosed')}</p> : null}
      {refreshing ? <p className={styles.text}>{t('transfer.resultRefresh')}</p> : null}
      {lines.length > 0 ? (
        <Button
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? t('transfer.hideInvalid') : t('transfer.showInvalid', { count: lines.length })}
        </Button>
      ) : null}
      {isOpen ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and so must take the keys
        <ul className={styles.invalid} id={listId} aria-label={t('transfer.invalidName')} tabIndex={0}>
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

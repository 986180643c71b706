import { useId } from 'react';
import type { FeedCandidate } from '../../electron/contract/discovery.ts';
import { Button } from '../components/button.tsx';
import { useWords } from '../words/use-words.ts';
import { CandidateRow } from './candidate-row.tsx';
import { openFeed } from './open-feed.ts';
import styles from './add-source.module.css';

/** The arrow keys choose from here, and Enter subscribes. */
function focusChosen(list: HTMLUListElement | null): void {
  list?.querySelector<HTMLInputElement>('input:checked')?.focus();
}

export interface CandidatesProps {
  readonly candidates: readonly FeedCandidate[];
  readonly host: string;
  readonly chosen: FeedCandidate | null;
  readonly disabled: boolean;
  readonly onChoose: (candidate: FeedCandidate) => void;
  /** Takes the page itself; null where the address is a feed's own. */
  readonly onPage: (() => void) | null;
}

/** The feeds that were found, one of them chosen. */
export function Candidates({ candidates, host, chosen, disabled, onChoose, onPage }: CandidatesProps) {
  const { t } = useWords();
  const name = useId();
  return (
    <>
      <output className={styles.found}>
        {t('add.found', { count: candidates.length, host })}
        {chosen ? null : <span className={styles.foundMore}>{t('add.allFollowed')}</span>}
      </output>
      <ul className={styles.candidates} ref={focusChosen} aria-label={t('add.candidates')}>
        {candidates.map((candidate) => (
          <CandidateRow
            key={candidate.feedUrl}
            candidate={candidate}
            name={name}
            chosen={candidate === chosen}
            disabled={disabled}
            onChoose={() => {
              onChoose(candidate);
            }}
            onOpen={() => {
              if (candidate.feedId !== null) openFeed(candidate.feedId);
            }}
          />
        ))}
      </ul>
      {onPage ? (
        <div className={styles.instead}>
          <Button kind="quiet" disabled={disabled} onClick={onPage}>
            {t('pageSource.instead')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

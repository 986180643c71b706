import { useId, useState } from 'react';
import { queryTime } from '../../electron/contract/search/query-date.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import type { SearchTime } from './query-edit.ts';
import styles from './search.module.css';

export interface TimeDialogProps {
  readonly time: SearchTime;
  readonly onClose: () => void;
  readonly onChoose: (time: SearchTime) => void;
}

/** Asks for the day from which on, and the day before which, is searched, as the query has them; either may be left open. */
export function TimeDialog({ time, onClose, onChoose }: TimeDialogProps) {
  const { t } = useWords();
  const [typedAfter, setAfter] = useState(time.after ?? '');
  const [typedBefore, setBefore] = useState(time.before ?? '');
  const errorId = useId();
  const [after, before] = [typedAfter.trim(), typedBefore.trim()];
  const [now] = useState(() => Date.now());
  const [from, until] = [queryTime(after, now), queryTime(before, now)];
  const [isOddAfter, isOddBefore] = [after !== '' && from === null, before !== '' && until === null];
  const wrong = isOddAfter || isOddBefore ? 'search.time.odd' : from !== null && until !== null && until <= from ? 'search.time.turned' : null;
  return (
    <Dialog
      title={t('search.time.title')}
      width={400}
      onClose={onClose}
      onSubmit={() => {
        if (wrong === null) onChoose({ ...(after ? { after } : {}), ...(before ? { before } : {}) });
      }}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={wrong !== null}>
            {t('search.time.search')}
          </Button>
        </>
      }
    >
      <div className={styles.days}>
        <TextField label={t('search.time.after')} placeholder={t('search.time.example')} size="large" maxLength={20} autoComplete="off" spellCheck={false} errorId={isOddAfter ? errorId : undefined} value={typedAfter} onChange={setAfter} />
        <TextField label={t('search.time.before')} placeholder={t('search.time.example')} size="large" maxLength={20} autoComplete="off" spellCheck={false} errorId={isOddBefore ? errorId : undefined} value={typedBefore} onChange={setBefore} />
      </div>
      {wrong === null ? (
        <p className={styles.dayHint}>{t('search.time.hint')}</p>
      ) : (
        <p className={styles.turned} id={errorId} role="alert">
          {t(wrong)}
        </p>
      )}
    </Dialog>
  );
}

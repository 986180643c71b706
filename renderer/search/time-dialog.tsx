import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import type { SearchTime } from './query-edit.ts';
import styles from './search.module.css';

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

export interface TimeDialogProps {
  readonly time: SearchTime;
  readonly onClose: () => void;
  readonly onChoose: (time: SearchTime) => void;
}

function dayOf(text: string | undefined): string {
  return text !== undefined && DAY.test(text) ? text : '';
}

/** Asks for the day from which on, and the day before which, is searched; either may be left open. */
export function TimeDialog({ time, onClose, onChoose }: TimeDialogProps) {
  const { t } = useWords();
  const [after, setAfter] = useState(dayOf(time.after));
  const [before, setBefore] = useState(dayOf(time.before));
  const isTurned = after !== '' && before !== '' && before <= after;
  return (
    <Dialog
      title={t('search.time.title')}
      width={400}
      onClose={onClose}
      onSubmit={() => {
        if (!isTurned) onChoose({ ...(after ? { after } : {}), ...(before ? { before } : {}) });
      }}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="large" kind="primary" type="submit" disabled={isTurned}>
            {t('search.time.search')}
          </Button>
        </>
      }
    >
      <div className={styles.days}>
        <TextField label={t('search.time.after')} type="date" size="large" value={after} onChange={setAfter} />
        <TextField label={t('search.time.before')} type="date" size="large" value={before} onChange={setBefore} />
      </div>
      {isTurned ? (
        <p className={styles.turned} role="alert">
          {t('search.time.turned')}
        </p>
      ) : null}
    </Dialog>
  );
}

import { useState } from 'react';
import type { EntityAlias } from '../../electron/contract/gazetteer.ts';
import { Button } from '../components/button.tsx';
import { DayField } from '../components/day-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './gazetteer.module.css';

/** Adds a form to an entity, with the days from which and until which it meant it, where they are known. */
export function NewForm({ onAdd }: { readonly onAdd: (alias: EntityAlias) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const text = typed.trim();
  const isTurned = from !== '' && to !== '' && to < from;
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault();
        if (text === '' || isTurned) return;
        onAdd({ text, ...(from ? { from } : {}), ...(to ? { to } : {}) });
        setTyped('');
        setFrom('');
        setTo('');
      }}
    >
      <TextField label={t('names.newForm')} maxLength={200} value={typed} onChange={setTyped} />
      <div className={styles.pair}>
        <DayField label={t('names.validFrom')} value={from} onChange={setFrom} />
        <DayField label={t('names.validTo')} value={to} onChange={setTo} />
      </div>
      {isTurned ? (
        <p className={styles.turned} role="alert">
          {t('names.turned')}
        </p>
      ) : null}
      <div className={styles.end}>
        <Button type="submit" disabled={text === '' || isTurned}>
          {t('names.addForm')}
        </Button>
      </div>
    </form>
  );
}

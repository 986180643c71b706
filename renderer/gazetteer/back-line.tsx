import { useEffect, useRef } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './gazetteer.module.css';

/** Over what stands in place of the list of names: the way back to it, which has the keys first. */
export function BackLine({ title, note, onBack }: { readonly title: string; readonly note?: string; readonly onBack: () => void }) {
  const { t } = useWords();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className={styles.back}>
      <IconButton ref={ref} icon="back" label={t('names.back')} data-next-focus="" onClick={onBack} />
      <h3 className={styles.title}>{title}</h3>
      {note ? <span className={styles.kind}>{note}</span> : null}
    </div>
  );
}

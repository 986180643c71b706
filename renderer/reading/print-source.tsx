import { useSyncExternalStore } from 'react';
import type { ArticleSummary } from '../../electron/contract/model.ts';
import { dayNow, onDayChange } from '../words/day-clock.ts';
import { useWords } from '../words/use-words.ts';
import styles from './print.module.css';

/** At the end of a printed article: where it is from, and when it was printed. On the screen nothing. */
export function PrintSource({ head }: { readonly head: ArticleSummary }) {
  const { t, format } = useWords();
  const day = useSyncExternalStore(onDayChange, dayNow);
  return (
    <p className={styles.source} aria-hidden="true">
      {head.url ? <span>{head.url}</span> : null}
      <span>{t('print.from', { date: format.date(Date.parse(day)) })}</span>
    </p>
  );
}

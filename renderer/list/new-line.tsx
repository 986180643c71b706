import { Keys } from '../components/keys.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './list.module.css';

export interface NewLineProps {
  readonly count: number;
  /** When the list was drawn, epoch milliseconds. */
  readonly since: number;
  readonly onShow: () => void;
}

/** What arrived since the list was drawn waits behind this line. */
export function NewLine({ count, since, onShow }: NewLineProps) {
  const { t, format } = useWords();
  return (
    <button type="button" className={styles.new} onClick={onShow}>
      <span>{t('list.newSince', { count, time: format.time(since) })}</span>
      <span>{t('list.showNew')}</span>
      <Keys keys="." />
    </button>
  );
}

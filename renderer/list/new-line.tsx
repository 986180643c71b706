import { Keys } from '../components/keys.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
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
  const keys = useShownKeys('.');
  return (
    <button type="button" className={styles.new} onClick={onShow}>
      <span>{t('list.newSince', { count, time: format.time(since) })}</span>
      <span>{t('list.showNew')}</span>
      {keys ? <Keys keys={keys} /> : null}
    </button>
  );
}

import { Keys } from '../components/keys.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './palette.module.css';

/** The keys of the palette itself; assistive technology says them by itself. */
export function PaletteFoot() {
  const { t } = useWords();
  return (
    <div className={styles.foot} aria-hidden="true">
      <span>
        <Keys keys={['↑', '↓']} /> {t('palette.choose')}
      </span>
      <span>
        <Keys keys={['↵']} /> {t('palette.open')}
      </span>
      <span>
        <Keys keys={['>']} /> {t('palette.commandsOnly')}
      </span>
      <span className={styles.last}>
        <Keys keys={[t('shortcuts.keyNames.Escape')]} /> {t('palette.close')}
      </span>
    </div>
  );
}

import { Button } from '../components/button.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { useWords } from '../words/use-words.ts';
import styles from './add-source.module.css';

/** Says which site is being read, and lets go of it. */
export function LookingLine({ host, onStop }: { readonly host: string; readonly onStop: () => void }) {
  const { t } = useWords();
  return (
    <div className={styles.looking}>
      <div className={styles.lookingWords}>
        <output>{t('add.looking', { host })}</output>
        <p className={styles.hint}>{t('add.lookingHint')}</p>
      </div>
      <Button kind="quiet" onClick={onStop}>
        {t('add.stop')}
      </Button>
      <div className={styles.lookingBar}>
        <ProgressBar label={t('add.looking', { host })} value={null} />
      </div>
    </div>
  );
}

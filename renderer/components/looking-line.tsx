import { useWords } from '../words/use-words.ts';
import { Button } from './button.tsx';
import { ProgressBar } from './progress-bar.tsx';
import styles from './looking-line.module.css';

export interface LookingLineProps {
  readonly text: string;
  readonly hint: string;
  readonly onStop: () => void;
}

/** Says what is being read in a dialog, and lets go of it. */
export function LookingLine({ text, hint, onStop }: LookingLineProps) {
  const { t } = useWords();
  return (
    <div className={styles.looking}>
      <div className={styles.words}>
        <output>{text}</output>
        <p className={styles.hint}>{hint}</p>
      </div>
      <Button kind="quiet" onClick={onStop}>
        {t('add.stop')}
      </Button>
      <div className={styles.bar}>
        <ProgressBar label={text} value={null} />
      </div>
    </div>
  );
}

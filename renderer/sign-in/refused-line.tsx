import { useWords } from '../words/use-words.ts';
import styles from './sign-in.module.css';

/** Said instead of the error where a sign-in was tried. */
export function RefusedLine({ host, id }: { readonly host: string; readonly id?: string }) {
  const { t } = useWords();
  return (
    <p className={styles.refused} id={id} role="alert">
      {t('signIn.refused', { host })}
    </p>
  );
}

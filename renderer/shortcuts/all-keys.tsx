import { Fragment } from 'react';
import { Keys } from '../components/keys.tsx';
import { strokesOf } from '../keyboard/shown-keys.ts';
import { useWords } from '../words/use-words.ts';
import styles from './all-keys.module.css';

/** Whether keys are a whole row of digits, which is written as one range. */
function isRow(keys: readonly string[]): boolean {
  return keys.length > 2 && keys.every((key, at) => key === String(Number(keys[0]) + at));
}

/** Every key that does the same, as they are written on the keyboard. */
export function AllKeys({ keys }: { readonly keys: readonly string[] }) {
  const { t } = useWords();
  if (isRow(keys)) return <span className={styles.keys}><Keys keys={[`${keys[0]}–${keys.at(-1)}`]} /></span>;
  return (
    <span className={styles.keys}>
      {keys.map((alternative, index) => (
        <Fragment key={alternative}>
          {index > 0 ? <span className={styles.between}>{t('shortcuts.alternative')}</span> : null}
          {strokesOf(alternative, t).map((stroke, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same key may stand twice
            <Fragment key={at}>
              {at > 0 ? <span className={styles.between}>{t('shortcuts.sequence')}</span> : null}
              <Keys keys={stroke} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </span>
  );
}

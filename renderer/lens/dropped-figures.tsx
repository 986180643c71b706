import { useState } from 'react';
import type { ArticleLens } from '../../electron/contract/figures.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import { restoreFigure } from './figure-actions.ts';
import styles from './figure-row.module.css';

/** What a person took out, to be brought back; and corrections whose words the text no longer holds. */
export function DroppedFigures({ lens }: { readonly lens: ArticleLens }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { dropped, lost } = lens;
  const count = dropped.length + lost.length;
  if (count === 0) return null;
  return (
    <>
      <button type="button" className={styles.group} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        {t('lens.dropped', { count })}
      </button>
      {isOpen ? (
        <ul className={styles.dropped}>
          {[...dropped, ...lost].map(({ correctionId, printed, sentence }) => (
            <li key={correctionId}>
              <span className={styles.droppedWords} title={sentence}>
                {printed}
                {lost.some((one) => one.correctionId === correctionId) ? <small>{t('lens.lost')}</small> : null}
              </span>
              <Button kind="quiet" aria-label={t('lens.restoreName', { printed })} onClick={() => void restoreFigure(correctionId, printed)}>
                {t('lens.restore')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

import type { ReactNode } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { Bar, BarSpace } from '../layout/bar.tsx';
import { focusPane } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import styles from './details.module.css';

function back(): void {
  useUi.setState({ pushed: false });
  requestAnimationFrame(() => focusPane('list'));
}

/** The bar over the details. In the narrow layout it leads back to the table. */
export function DetailsBar({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  const narrow = useUi((state) => state.layout === 'narrow');
  return (
    <Bar className={narrow ? undefined : styles.bar} first={narrow} last>
      {narrow ? (
        <>
          <IconButton icon="back" label={t('sources.back')} keys="Esc" onClick={back} />
          {title === undefined ? <span className={styles.backTitle}>{t('sources.title')}</span> : null}
        </>
      ) : null}
      {title === undefined ? null : <h2 className={narrow ? styles.backTitle : styles.title}>{title}</h2>}
      <BarSpace />
      {children}
    </Bar>
  );
}

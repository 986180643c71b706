import type { ReactNode } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { textLang } from '../../electron/contract/text-lang.ts';
import { useUi } from '../state/ui.ts';
import { useWords } from '../words/use-words.ts';
import { Bar, BarSpace } from './bar.tsx';
import { useSidebarShown } from './lens-place.ts';
import { toggleSidebar } from './toggle-sidebar.ts';
import styles from './page-bar.module.css';

export interface PageBarProps {
  readonly title: string;
  /** The title is a name that somebody gave: it has its own direction, and is cut where there is no room. */
  readonly named?: boolean;
  /** How many there are; empty where that says nothing. */
  readonly count: string;
  /** No pane stands beside the page. */
  readonly last?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** The bar over a list: where we are, how much is there, and what can be done with all of it; where there is no sidebar, the way to it. */
export function PageBar({ title, named = false, count, last = false, className, children }: PageBarProps) {
  const { t } = useWords();
  const narrow = useUi((state) => state.layout === 'narrow');
  const noSidebar = !useSidebarShown() || narrow;
  return (
    <Bar className={[styles.bar, noSidebar ? styles.withButton : '', className].filter(Boolean).join(' ')} first={noSidebar} last={last || narrow}>
      {noSidebar ? <IconButton icon="sidebar" label={t('sidebar.show')} keys="[" onClick={toggleSidebar} /> : null}
      {named ? (
        <div className={styles.where}>
          <h1 className={`${styles.title} ${styles.named}`} dir="auto" lang={textLang(title, null)} title={title}>
            {title}
          </h1>
          <span className={styles.count}>{count}</span>
        </div>
      ) : (
        <>
          <h1 className={styles.title}>{title}</h1>
          <span className={styles.count}>{count}</span>
          <BarSpace />
        </>
      )}
      {children}
    </Bar>
  );
}

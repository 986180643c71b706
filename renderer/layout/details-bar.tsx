import type { ReactNode } from 'react';
import { IconButton } from '../components/icon-button.tsx';
import { focusPaneSoon } from '../state/navigate.ts';
import { useUi } from '../state/ui.ts';
import { Bar, BarSpace } from './bar.tsx';
import heading from '../components/heading.module.css';
import styles from './details-bar.module.css';

function back(): void {
  useUi.setState({ pushed: false });
  focusPaneSoon('list');
}

export interface DetailsBarProps {
  /** The name of the page below, and the words of the button that leads back to it, in the narrow layout. */
  readonly page: string;
  readonly backLabel: string;
  /** A heading in place of the page's name. */
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** The bar over the details of a page; in the narrow layout it leads back to what they lie over. */
export function DetailsBar({ page, backLabel, title, children }: DetailsBarProps) {
  const narrow = useUi((state) => state.layout === 'narrow');
  return (
    <Bar className={narrow ? undefined : styles.bar} first={narrow} last>
      {narrow ? (
        <>
          <IconButton icon="back" label={backLabel} keys="Esc" onClick={back} />
          {title === undefined ? <span className={styles.page}>{page}</span> : null}
        </>
      ) : null}
      {title === undefined ? null : <h2 className={narrow ? styles.page : `${heading.lead} ${styles.title}`}>{title}</h2>}
      <BarSpace />
      {children}
    </Bar>
  );
}

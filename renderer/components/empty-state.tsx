import type { ReactNode } from 'react';
import { Phrased } from './phrased.tsx';
import heading from './heading.module.css';
import styles from './empty-state.module.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a pane says when it has nothing to show. */
export function EmptyState({ title, text, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <h2 className={`${heading.lead} ${styles.title}`}>
        <Phrased text={title} />
      </h2>
      {text ? <p className={styles.text}>{typeof text === 'string' ? <Phrased text={text} /> : text}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './page-instead.module.css';

/** What stands where the list of a page would: the keys of the pane rest on it. */
export function PageInstead({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.instead} tabIndex={-1} data-pane-focus="">
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './settings.module.css';

/** A setting: what it is at the left, its control at the right. */
export function SettingRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.rowLabel} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

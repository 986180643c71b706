import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../components/icon.tsx';
import styles from './chips.module.css';

export interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly on?: boolean;
  readonly icon?: IconName;
  readonly count?: string;
  /** Opens a menu. */
  readonly opens?: boolean;
  /** Loses its words where there is little room. */
  readonly shrinks?: boolean;
  readonly children: ReactNode;
}

/** A filter of 22 px, with how many it lets through. */
export function Chip({ on = false, icon, count, opens = false, shrinks = false, children, ...rest }: ChipProps) {
  return (
    <button {...rest} type="button" className={on ? `${styles.chip} ${styles.on}` : styles.chip} aria-pressed={opens || icon === 'close' ? undefined : on} aria-haspopup={opens ? 'menu' : undefined}>
      {icon && icon !== 'close' ? <Icon name={icon} size={12} /> : null}
      <span className={shrinks ? `${styles.words} ${styles.shrinks}` : styles.words} dir="auto">
        {children}
      </span>
      {count === undefined ? null : <span className={styles.count}>{count}</span>}
      {opens ? <Icon name="chevron-down" size={12} /> : null}
      {icon === 'close' ? <Icon name="close" size={10} /> : null}
    </button>
  );
}

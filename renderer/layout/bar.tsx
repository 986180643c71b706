import type { ReactNode } from 'react';
import styles from './bar.module.css';

export interface BarProps {
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** It touches the window's first corner: macOS draws its buttons there. */
  readonly first?: boolean;
  /** It touches the window's last corner: Windows draws its buttons there. */
  readonly last?: boolean;
  /** Set where the bar is the toolbar of something. */
  readonly label?: string;
}

/** The 48 px at the top of each pane; it drags the window. */
export function Bar({ children, className, first, last, label }: BarProps) {
  const classes = [styles.bar, first ? styles.first : '', last ? styles.last : '', className].filter(Boolean).join(' ');
  return (
    <div className={classes} role={label ? 'toolbar' : undefined} aria-label={label}>
      {children}
    </div>
  );
}

/** Takes the room between what stands at the start and what stands at the end. */
export function BarSpace() {
  return <span className={styles.grow} />;
}

/** Parts groups of buttons. */
export function BarRule() {
  return <span className={styles.rule} />;
}

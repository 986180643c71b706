import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import styles from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary to a view. `danger` is for what removes; `quiet` has no outline. */
  readonly kind?: 'plain' | 'primary' | 'danger' | 'quiet';
  /** `large` (32 px) in dialogs, else 28 px. */
  readonly size?: 'normal' | 'large';
  readonly icon?: IconName;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button whose label is a verb. */
export function Button({ kind = 'plain', size = 'normal', icon, children, className, type = 'button', ...rest }: ButtonProps) {
  const classes = [styles.button, styles[kind], styles[size], className].filter(Boolean).join(' ');
  return (
    // oxlint-disable-next-line react/button-has-type
    <button {...rest} type={type} className={classes}>
      {icon ? <Icon name={icon} className={styles.icon} /> : null}
      {children}
    </button>
  );
}

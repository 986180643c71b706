import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import { useShownKeys } from '../keyboard/use-shown-keys.ts';
import { useWords } from '../words/use-words.ts';
import styles from './icon-button.module.css';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'title' | 'aria-label'> {
  readonly icon: IconName;
  readonly label: string;
  /** The key that usually does the same ("S", "Shift+A"); the one that does it now is shown. */
  readonly keys?: string | undefined;
  /** A toggle: drawn pressed, and told to assistive technology. */
  readonly pressed?: boolean | undefined;
  /** Drawn in amber: the thing belongs to the reader. */
  readonly mine?: boolean;
  /** `small` is 24 px with a 14 px drawing, for actions inside rows. */
  readonly size?: 'normal' | 'small';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A 28 px button that shows a drawing; its name and key are in the tooltip. */
export function IconButton({ icon, label, keys: usual, pressed, mine, size = 'normal', className, type = 'button', ...rest }: IconButtonProps) {
  const { t } = useWords();
  const keys = useShownKeys(usual);
  const classes = [styles.button, styles[size], pressed && !mine ? styles.pressed : '', mine ? styles.mine : '', className].filter(Boolean).join(' ');
  return (
    // oxlint-disable-next-line react/button-has-type
    <button {...rest} type={type} className={classes} aria-label={label} aria-pressed={pressed} title={keys ? t('common.withKeys', { label, keys }) : label}>
      <Icon name={icon} size={size === 'small' ? 14 : 16} />
    </button>
  );
}

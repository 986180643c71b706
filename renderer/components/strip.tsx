import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import styles from './strip.module.css';

export interface StripProps {
  readonly icon: IconName;
  /** `failing` draws the mark in red; caution stays in ink. */
  readonly tone?: 'neutral' | 'failing';
  readonly title: string;
  readonly text?: ReactNode;
  /** One or two buttons. */
  readonly actions?: ReactNode;
}

/** Between bar and list: what is wrong, what still holds, what to do. */
export function Strip({ icon, tone = 'neutral', title, text, actions }: StripProps) {
  return (
    <section className={styles.strip} aria-label={title}>
      <Icon name={icon} className={tone === 'failing' ? `${styles.mark} ${styles.failing}` : styles.mark} />
      <div className={styles.words}>
        <b className={styles.title}>{title}</b>
        {text ? <p className={styles.text}>{text}</p> : null}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </section>
  );
}

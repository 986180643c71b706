import type { ReactNode } from 'react';
import type { ErrorDetail } from '../../electron/contract/model.ts';
import { errorWords } from '../words/error-words.ts';
import { useWords } from '../words/use-words.ts';
import { Icon } from './icon.tsx';
import styles from './error-note.module.css';

export interface ErrorNoteProps {
  readonly error: { readonly code: string; readonly detail?: ErrorDetail };
  readonly id?: string;
  /** One or two buttons that do the next step. */
  readonly actions?: ReactNode;
}

/** Inside a dialog: what happened, what it means, what to do. Read out when it appears. */
export function ErrorNote({ error, id, actions }: ErrorNoteProps) {
  const words = useWords();
  const { title, cause, next } = errorWords(error, words);
  return (
    <div className={styles.note} id={id} role="alert">
      <Icon name="broken" className={styles.mark} />
      <div className={styles.words}>
        <b className={styles.title}>{title}</b>
        <p>{cause}</p>
        <p>{next}</p>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}

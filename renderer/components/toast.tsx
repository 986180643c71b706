import { useEffect, useEffectEvent, useState } from 'react';
import styles from './toast.module.css';

const SHOWN_MS = 6000;

export interface ToastProps {
  readonly text: string;
  readonly actionLabel?: string | undefined;
  readonly onAction?: (() => void) | undefined;
  readonly onClose: () => void;
}

/**
 * One line that says what was done, for 6 seconds, longer while the pointer or the focus is on it.
 * Give it a `key` that changes with each message, so that the time starts anew.
 */
export function Toast({ text, actionLabel, onAction, onClose }: ToastProps) {
  const [held, setHeld] = useState({ pointer: false, focus: false });
  const close = useEffectEvent(onClose);
  const isHeld = held.pointer || held.focus;

  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => {
      close();
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isHeld]);

  const hold = (part: Partial<typeof held>) => () => {
    setHeld((now) => ({ ...now, ...part }));
  };
  return (
    <div
      className={styles.toast}
      onPointerEnter={hold({ pointer: true })}
      onPointerLeave={hold({ pointer: false })}
      onFocus={hold({ focus: true })}
      onBlur={hold({ focus: false })}
    >
      <span className={styles.text}>{text}</span>
      {actionLabel && onAction ? (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            onAction();
            onClose();
          }}
        >
          {actionLabel}
        </button>
      ) : null}
    </div>
  );
}

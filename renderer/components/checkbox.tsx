import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** A sentence below the label that says what the box changes. */
  readonly hint?: ReactNode;
}

/** Yes or no. */
export function Checkbox({ label, checked, onChange, disabled, hint }: CheckboxProps) {
  const hintId = useId();
  return (
    <div>
      <label className={styles.row}>
        <input
          className={styles.box}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './checkbox.module.css';

export interface CheckboxProps {
  readonly label: string;
  /** The label is for assistive technology only; what is around the box says it already. */
  readonly labelHidden?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** A sentence below the label that says what the box changes. */
  readonly hint?: ReactNode;
}

/** Yes or no. */
export function Checkbox({ label, labelHidden, checked, onChange, disabled, hint }: CheckboxProps) {
  const hintId = useId();
  return (
    <div>
      <label className={styles.row}>
        <input
          className={styles.box}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-label={labelHidden ? label : undefined}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        {labelHidden ? null : <span>{label}</span>}
      </label>
      {hint ? (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import field from './field.module.css';
import styles from './text-field.module.css';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size'> {
  readonly label: string;
  /** The label is for assistive technology only; what is around the field says it already. */
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: IconName;
  /** Stands at the end of the field: a small button that belongs to it. */
  readonly end?: ReactNode;
  /** Id of the element that says what is wrong with the value. */
  readonly errorId?: string | undefined;
  /** `large` (32 px) in dialogs, else 28 px. */
  readonly size?: 'normal' | 'large';
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ label, labelHidden, value, onChange, icon, end, errorId, size = 'normal', className, id, ...rest }: TextFieldProps) {
  const ownId = useId();
  const inputId = id ?? ownId;
  return (
    <div className={className}>
      <label className={labelHidden ? 'visually-hidden' : field.label} htmlFor={inputId}>
        {label}
      </label>
      <div className={`${styles.field} ${styles[size]}`}>
        {icon ? <Icon name={icon} size={14} /> : null}
        <input
          {...rest}
          id={inputId}
          className={styles.input}
          value={value}
          aria-invalid={errorId ? true : undefined}
          aria-describedby={errorId}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
        {end}
      </div>
    </div>
  );
}

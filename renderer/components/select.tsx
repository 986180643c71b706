import { useId } from 'react';
import { Icon } from './icon.tsx';
import field from './field.module.css';
import styles from './select.module.css';

export interface SelectOption<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Steps in from the left, for trees. */
  readonly depth?: number;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: V;
  readonly options: readonly SelectOption<V>[];
  readonly onChange: (value: V) => void;
  readonly size?: 'normal' | 'large';
  readonly disabled?: boolean;
  readonly className?: string | undefined;
}

/** One of a list, by the system's own list. */
export function Select<V extends string>({ label, labelHidden, value, options, onChange, size = 'normal', disabled, className }: SelectProps<V>) {
  const id = useId();
  return (
    <div className={className}>
      <label className={labelHidden ? 'visually-hidden' : field.label} htmlFor={id}>
        {label}
      </label>
      <div className={`${styles.field} ${styles[size]}`}>
        <select
          id={id}
          className={styles.select}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {/* An option takes no padding everywhere; spaces do. */}
              {'\u2003'.repeat(option.depth ?? 0) + option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={14} className={styles.mark} />
      </div>
    </div>
  );
}

import { useId } from 'react';
import type { KeyboardEvent } from 'react';
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
  /** A choice does something by itself: keys open the list first. By default they change what is chosen, as the system has it. */
  readonly acts?: boolean;
}

/** Outside of macOS these choose from a list that is closed, a step or a letter at a time. */
function choosesUnseen({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey) return false;
  return /^(?:Arrow|Page|Home$|End$)/u.test(key) || (key.length === 1 && key !== ' ');
}

/** One of a list, by the system's own list. */
export function Select<V extends string>({ label, labelHidden, value, options, onChange, size = 'normal', disabled, className, acts = false }: SelectProps<V>) {
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
          onKeyDown={(event) => {
            if (!acts || !choosesUnseen(event)) return;
            event.preventDefault();
            event.currentTarget.showPicker();
          }}
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

import { useId, useRef } from 'react';
import { useWords } from '../words/use-words.ts';
import tags from '../evidence/tags.module.css';
import { Icon } from './icon.tsx';
import { Select, type SelectOption } from './select.tsx';
import styles from './several.module.css';

export interface SeveralProps {
  readonly label: string;
  /** What is chosen, in the order in which it was. */
  readonly values: readonly string[];
  readonly options: readonly SelectOption<string>[];
  /** What the list says while nothing is chosen, and where there is something already. */
  readonly none: string;
  readonly more: string;
  /** What stands for a value that none of the options is any more. */
  readonly gone: string;
  readonly onChange: (values: readonly string[]) => void;
}

/** Several of a list: what is chosen stands as chips below the system's own list, from which each choice adds one. */
export function Several({ label, values, options, none, more, gone, onChange }: SeveralProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  const listId = useId();
  const left = options.filter(({ value }) => !values.includes(value));
  const take = (value: string): void => {
    onChange(values.filter((one) => one !== value));
    // The chip that had the keys is no more.
    ref.current?.querySelector('select')?.focus();
  };
  return (
    <div ref={ref}>
      <Select acts size="large" label={label} value="" options={[{ value: '', label: values.length === 0 ? none : more }, ...left]} onChange={(value) => (value === '' ? undefined : onChange([...values, value]))} />
      {values.length > 0 ? (
        <ul className={`${tags.line} ${styles.chosen}`} id={listId} aria-label={label}>
          {values.map((value) => {
            const title = options.find((option) => option.value === value)?.label ?? gone;
            return (
              <li key={value} className={tags.chip}>
                <span dir="auto">{title}</span>
                <button type="button" className={tags.take} aria-label={t('common.takeOut', { title })} onClick={() => take(value)}>
                  <Icon name="close" size={10} />
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}

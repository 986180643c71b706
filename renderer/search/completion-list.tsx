import { useEffect, useRef } from 'react';
import { Icon } from '../components/icon.tsx';
import { useWords } from '../words/use-words.ts';
import type { FieldOption } from './use-completions.ts';
import styles from './search.module.css';

export interface CompletionListProps {
  readonly id: string;
  readonly options: readonly FieldOption[];
  /** Which has the keys; -1 while the field itself has them. */
  readonly active: number;
  readonly onChoose: (option: FieldOption) => void;
}

/** The id of an option, for `aria-activedescendant`. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** Below the field: how what is typed may go on, or what was searched for last. The field has the keys. */
export function CompletionList({ id, options, active, onChoose }: CompletionListProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const isRecent = options[0]?.recent ?? false;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a datalist cannot say what an option means; the field has the focus
    <div ref={ref} id={id} role="listbox" className={styles.options} aria-label={t(isRecent ? 'search.recent' : 'search.completions')}>
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field hears the keys
        <div
          key={option.key}
          id={optionId(id, index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element cannot hold more than words
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={index === active ? `${styles.option} ${styles.active}` : styles.option}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(option)}
        >
          {option.recent ? <Icon name="clock" size={14} /> : null}
          <span className={styles.insert}>{option.insert}</span>
          {option.words && option.words !== option.insert ? <span className={styles.meaning}>{option.words}</span> : null}
        </div>
      ))}
    </div>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ArticleTag } from '../../electron/contract/bookmark.ts';
import { LONGEST_TAG } from '../../electron/contract/bookmark-limits.ts';
import { expectNoField, typedAhead } from '../state/typed-ahead.ts';
import { useWords } from '../words/use-words.ts';
import { tagChoices } from './tag-choices.ts';
import { useTags } from './use-evidence.ts';
import styles from './tags.module.css';

const NONE: readonly never[] = [];

export interface TagFieldProps {
  readonly has: readonly ArticleTag[];
  readonly onAdd: (title: string) => void;
  /** Takes the last tag away. */
  readonly onTakeLast: () => void;
  /** `refocus`: by a key, so that the keys go back to the article. */
  readonly onClose: (refocus: boolean) => void;
}

/** A tag being typed, with what it may become below it. Enter or a comma adds, and another can be typed; what stands there when the field is left is added too, but for Esc. */
export function TagField({ has, onAdd, onTakeLast, onClose }: TagFieldProps) {
  const { t, format } = useWords();
  const id = useId();
  const { data: tags } = useTags();
  const [typed, setTyped] = useState(() => typedAhead().replaceAll('\n', ' ').trimStart());
  const [chosen, setChosen] = useState(0);
  /** Esc was pressed: the keys leave a field that still holds what was typed. */
  const droppedRef = useRef(false);
  useEffect(() => expectNoField(), []);
  const choices = tagChoices(typed, tags ?? NONE, has);
  const at = Math.min(chosen, choices.length - 1);

  const add = (title: string | undefined) => {
    if (title === undefined || title.trim() === '') return;
    onAdd(title);
    setTyped('');
    setChosen(0);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (choices.length > 0) setChosen((at + step + choices.length) % choices.length);
    } else if (event.key === 'Enter' || event.key === ',' || event.key === '，') {
      event.preventDefault();
      if (typed.trim() === '' && event.key === 'Enter' && chosen === 0) onClose(true);
      else add(choices[at]?.title);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      droppedRef.current = true;
      onClose(true);
    } else if (event.key === 'Backspace' && typed === '') {
      event.preventDefault();
      onTakeLast();
    }
  };
  return (
    <div className={styles.field}>
      <input
        className={styles.input}
        data-tag-field=""
        role="combobox"
        aria-label={t('evidence.tagField')}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={LONGEST_TAG}
        dir="auto"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is opened to be typed in
        autoFocus
        placeholder={t('evidence.addTag')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={pressed}
        onBlur={(event) => {
          // Another window was taken: the field keeps the keys of this one.
          if (document.activeElement === event.target || droppedRef.current) return;
          // What was typed, not what it might have become: nobody chose that.
          if (typed.trim() !== '') add(typed);
          onClose(false);
        }}
      />
      <ul
        id={`${id}-list`}
        className={styles.choices}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- a list of the system cannot be drawn
        role="listbox"
        aria-label={t('evidence.tags')}
        hidden={choices.length === 0}
      >
        {choices.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the field's
          <li
            key={choice.title}
            id={`${id}-${index}`}
            className={index === at ? `${styles.choice} ${styles.chosen}` : styles.choice}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- as above
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(choice.title)}
          >
            <span dir="auto">{choice.isNew ? t('evidence.newTag', { tag: choice.title }) : choice.title}</span>
            {choice.isNew ? null : <span className={styles.count}>{format.count(tags?.find(({ title }) => title === choice.title)?.count ?? 0)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

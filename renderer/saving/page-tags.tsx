import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Tag } from '../../electron/contract/bookmark.ts';
import { TagChip } from '../evidence/tag-chip.tsx';
import { tagKey } from '../../electron/contract/tag-key.ts';
import { tagChoices } from '../evidence/tag-choices.ts';
import { useWords } from '../words/use-words.ts';
import styles from './saving.module.css';

export interface PageTagsProps {
  readonly tags: readonly string[];
  /** The tags that there are. */
  readonly known: readonly Tag[];
  readonly onChange: (tags: readonly string[]) => void;
  /** What stands in the field and is no tag yet. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Tags as chips; typing offers the rest of a tag that there is, Tab or Enter takes it, a comma parts. */
export function PageTags({ tags, known, onChange, typed, onType }: PageTagsProps) {
  const { t } = useWords();
  const id = useId();
  const [isDismissed, setDismissed] = useState(false);
  const key = tagKey(typed);
  const choices = key === '' || isDismissed ? [] : tagChoices(typed, known, tags.map((title) => ({ title })));
  const offered = choices.find(({ title, isNew }) => !isNew && tagKey(title).startsWith(key))?.title;

  const add = (title: string) => {
    const clean = title.trim();
    onType('');
    setDismissed(false);
    if (clean !== '' && !tags.some((tag) => tagKey(tag) === tagKey(clean))) onChange([...tags, clean]);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if ((event.key === 'Enter' || event.key === 'Tab') && typed.trim() !== '') {
      event.preventDefault();
      add(offered ?? typed);
    } else if (event.key === 'ArrowRight' && offered && event.currentTarget.selectionStart === typed.length) {
      event.preventDefault();
      add(offered);
    } else if (event.key === 'Backspace' && typed === '') onChange(tags.slice(0, -1));
    else if (event.key === 'Escape' && offered) {
      event.preventDefault();
      setDismissed(true);
    }
  };
  return (
    <div className={styles.part}>
      <label className={styles.label} htmlFor={id}>
        {t('saving.tags')}
      </label>
      <div className={styles.tags}>
        {tags.map((tag) => (
          <TagChip key={tag} title={tag} onTake={() => onChange(tags.filter((one) => one !== tag))} />
        ))}
        <span className={styles.typing}>
          <input
            id={id}
            value={typed}
            maxLength={100}
            autoComplete="off"
            aria-describedby={offered ? `${id}-offer` : undefined}
            onKeyDown={pressed}
            onChange={(event) => {
              const parts = event.target.value.split(/[,，、]/);
              setDismissed(false);
              if (parts.length > 1) add(parts[0] ?? '');
              else onType(event.target.value);
            }}
          />
          {offered ? (
            <span className={styles.offer} aria-hidden="true">
              <span className={styles.unseen}>{typed}</span>
              {offered.slice(typed.length)}
            </span>
          ) : null}
        </span>
        <span id={`${id}-offer`} className={styles.forReaders}>
          {offered ? t('saving.offered', { tag: offered }) : ''}
        </span>
      </div>
    </div>
  );
}

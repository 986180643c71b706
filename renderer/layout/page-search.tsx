import type { KeyboardEvent } from 'react';
import { TextField } from '../components/text-field.tsx';
import { focusPane } from '../state/navigate.ts';
import styles from './page-search.module.css';

/** The field's element; one page is shown at a time. */
export const PAGE_SEARCH_ID = 'page-search';

export interface PageSearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
}

/** What is typed here narrows the page below. Escape clears it, then gives the keys to the list, as Enter and the arrow down do. */
export function PageSearch({ label, value, onChange, className }: PageSearchProps) {
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // An input method uses these keys for itself.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && value !== '') onChange('');
    else if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'ArrowDown') focusPane('list');
    else return;
    event.preventDefault();
  };
  return (
    <TextField
      id={PAGE_SEARCH_ID}
      className={`${styles.search} ${className ?? ''}`}
      type="search"
      label={label}
      labelHidden
      placeholder={label}
      icon="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={value}
      onChange={onChange}
      onKeyDown={keyDown}
    />
  );
}

import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { walkLights } from '../search/lights.ts';
import { focusPane } from '../state/navigate.ts';
import { useWords } from '../words/use-words.ts';
import { closeFind, useFindView } from './find-view.ts';
import styles from './find-field.module.css';

function pressed(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Enter') walkLights(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') {
    closeFind();
    focusPane('article');
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** What is looked for in the open article. Enter goes to the next match, with Shift to the one before. */
export function FindField({ typed }: { readonly typed: string }) {
  const { t } = useWords();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => ref.current?.select(), []);
  return (
    <input
      ref={ref}
      className={styles.field}
      type="text"
      value={typed}
      aria-label={t('find.field')}
      placeholder={t('find.field')}
      spellCheck={false}
      autoComplete="off"
      data-find-field=""
      onChange={(event) => useFindView.setState({ typed: event.target.value })}
      onKeyDown={pressed}
    />
  );
}

import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { Icon } from '../components/icon.tsx';
import { IconButton } from '../components/icon-button.tsx';
import field from '../components/text-field.module.css';
import { ElementCell } from '../entities/element-cell.tsx';
import { elementNames, isElement } from '../entities/element-names.ts';
import { useListing } from '../state/listing.ts';
import { changeSearch, composeSearch, useSearchView } from '../state/search-view.ts';
import { useWords } from '../words/use-words.ts';
import { CompletionList, optionId } from './completion-list.tsx';
import { leadingCells } from './query-edit.ts';
import { SearchActions } from './search-actions.tsx';
import { closeSearch, rememberSearch, SEARCH_FIELD_ID } from './search-commands.ts';
import { useCompletions } from './use-completions.ts';
import type { FieldOption } from './use-completions.ts';
import { useResultsKeys } from './use-results-keys.ts';
import styles from './search.module.css';

function isComposing(event: KeyboardEvent): boolean {
  // 229: the key belongs to an input method, also where isComposing is not set yet.
  // oxlint-disable-next-line typescript/no-deprecated
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

function search(text: string): void {
  void changeSearch({ text });
}

/** The one field of the search. Elements that the query begins with stand before its text as cells; what is typed is searched for at once. */
export function SearchField() {
  const words = useWords();
  const { t } = words;
  const listId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const text = useSearchView((state) => state.text);
  const [caret, setCaret] = useState(0);
  /** Where the caret goes once what was chosen stands in the field. */
  const wantedRef = useRef<number | null>(null);
  const [active, setActive] = useState(-1);
  /** Options are shown for what was typed last, until they are closed. */
  const [asked, setAsked] = useState(false);
  const { symbols, restAt } = leadingCells(text, isElement);
  const rest = text.slice(restAt);
  const options = useCompletions(text, restAt + caret, asked, words);
  const isOpen = options.length > 0;
  const results = useResultsKeys();

  useLayoutEffect(() => {
    if (wantedRef.current === null) return;
    const at = Math.max(0, wantedRef.current - restAt);
    wantedRef.current = null;
    // The field tells of it as of any other move of the caret.
    inputRef.current?.setSelectionRange(at, at);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text that it is wanted for
  }, [text, restAt]);

  const typed = (value: string, at: number, isHeld: boolean) => {
    const next = text.slice(0, restAt) + value;
    setCaret(at);
    setActive(-1);
    setAsked(!isHeld);
    if (isHeld) composeSearch(next);
    else search(next);
  };
  const choose = (option: FieldOption) => {
    wantedRef.current = option.caret;
    search(option.text);
    setActive(-1);
    // An operator goes on with its values.
    setAsked(!option.recent && option.insert.endsWith(':'));
  };
  const dropCell = (index: number) => {
    const left = symbols.filter((_, one) => one !== index).map((symbol) => `element:${symbol} `);
    search(left.join('') + rest);
    inputRef.current?.focus();
  };
  /** Empties the field, which then offers what was searched for before, or takes it away where it is empty. */
  const clear = () => {
    setActive(-1);
    if (text === '') {
      closeSearch();
      return;
    }
    search('');
    setAsked(true);
  };
  const escape = () => {
    if (isOpen && text !== '') {
      setAsked(false);
      setActive(-1);
    } else clear();
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const option = options[active];
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (results.hold(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape') escape();
    else if (event.key === 'Enter' && option) choose(option);
    else if (event.key === 'Enter') results.go(true);
    else if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Round by way of the field itself, -1.
      setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === 'ArrowDown') results.go(false);
    else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && symbols.length > 0) dropCell(symbols.length - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const moved = (event: SyntheticEvent<HTMLInputElement>) => setCaret(event.currentTarget.selectionStart ?? 0);

  return (
    <div className={styles.field}>
      <div className={`${field.field} ${styles.box}`}>
        <Icon name="search" size={14} />
        {symbols.map((symbol, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same element may stand there twice
          <ElementCell key={`${symbol}-${index}`} symbol={symbol} size="small" mine name={t('search.dropElement', { name: elementNames([symbol], words) })} onOpen={() => dropCell(index)} />
        ))}
        <input
          ref={inputRef}
          id={SEARCH_FIELD_ID}
          className={field.input}
          type="text"
          enterKeyHint="search"
          role="combobox"
          aria-label={t('search.field')}
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active > -1 ? optionId(listId, active) : undefined}
          placeholder={symbols.length > 0 ? undefined : t('search.placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={1000 - restAt}
          value={rest}
          onChange={(event) => typed(event.target.value, event.target.selectionStart ?? event.target.value.length, (event.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(event) => typed(event.currentTarget.value, event.currentTarget.selectionStart ?? 0, false)}
          onSelect={moved}
          onKeyDown={keyDown}
          onFocus={() => setAsked(text === '')}
          onBlur={() => {
            setAsked(false);
            setActive(-1);
            // Half a word that found nothing is not looked for again.
            if (useListing.getState().rows.length > 0) rememberSearch(text);
          }}
        />
        <SearchActions />
        <IconButton icon="close" size="small" label={t(text === '' ? 'search.close' : 'search.clear')} keys="Esc" onMouseDown={(event) => event.preventDefault()} onClick={clear} />
      </div>
      {isOpen ? <CompletionList id={listId} options={options} active={active} onChoose={choose} /> : null}
    </div>
  );
}

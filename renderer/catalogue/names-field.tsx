import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Watched } from '../../electron/contract/watch.ts';
import { call } from '../client/transport.ts';
import { Icon } from '../components/icon.tsx';
import field from '../components/text-field.module.css';
import { entityTitle } from '../watch/entity-name.ts';
import { watchName } from '../watch/watch-name.ts';
import { useWords } from '../words/use-words.ts';
import styles from './names-field.module.css';
import part from './part.module.css';

const MOST_SHOWN = 5;

export interface NamesFieldProps {
  readonly names: readonly Watched[];
  readonly onChange: (names: readonly Watched[]) => void;
}

function keyOf(watched: Watched): string {
  return watched.kind === 'entity' ? watched.entityId : watched.query;
}

/** Companies, places and phrases to follow: names of the glossary, or the words as they are typed. */
export function NamesField({ names, onChange }: NamesFieldProps) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const query = typed.trim();
  const { data } = useQuery({ queryKey: ['entitiesFound', query], queryFn: () => call('listEntities', { query }), enabled: query !== '', placeholderData: keepPreviousData, gcTime: 10_000 });
  const entities = query === '' ? [] : (data?.entities ?? []).filter(({ own, kind }) => own !== 'removed' && kind !== 'element' && kind !== 'metal').slice(0, MOST_SHOWN);
  const phrase = query.replaceAll(/["“”]/gu, '').trim();
  const options: readonly { readonly watched: Watched; readonly title: string; readonly hint: string }[] = [
    ...entities.map((entity) => ({ watched: { kind: 'entity' as const, entityId: entity.id }, title: entityTitle(entity, words), hint: t(`names.kinds.${entity.kind}`) })),
    ...(phrase === '' ? [] : [{ watched: { kind: 'search' as const, query: `"${phrase}"`, exact: false }, title: `“${phrase}”`, hint: t('firstRun.phrase') }]),
  ];
  const active = Math.min(at, options.length - 1);

  const add = (watched: Watched) => {
    setTyped('');
    setAt(0);
    if (!names.some((one) => keyOf(one) === keyOf(watched))) onChange([...names, watched]);
  };
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const option = options[active];
    if (event.key === 'Enter' && option) add(option.watched);
    else if (event.key === 'ArrowDown' && options.length > 0) setAt((active + 1) % options.length);
    else if (event.key === 'ArrowUp' && options.length > 0) setAt((active - 1 + options.length) % options.length);
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else if (event.key === 'Backspace' && typed === '' && names.length > 0) onChange(names.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={part.part}>
      <label className={part.legend} htmlFor={`${id}-field`}>
        {t('firstRun.names')}
      </label>
      <div className={styles.names}>
        <div className={`${field.field} ${styles.tokens}`}>
          {names.map((watched) => {
            const title = watchName({ title: '', watched }, words);
            return (
              <button key={keyOf(watched)} type="button" className={styles.token} aria-label={t('firstRun.drop', { title })} onClick={() => onChange(names.filter((one) => one !== watched))}>
                {title}
                <Icon name="close" size={12} />
              </button>
            );
          })}
          <input
            id={`${id}-field`}
            className={field.input}
            type="text"
            role="combobox"
            aria-expanded={options.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={options.length > 0 ? `${id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={keyDown}
          />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- its rows hold more than words */}
        <div id={`${id}-list`} role="listbox" aria-label={t('firstRun.names')} className={options.length > 0 ? styles.options : undefined}>
          {options.map(({ watched, title, hint }, index) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role -- the field above keeps the keys
            <div key={keyOf(watched)} id={`${id}-${index}`} role="option" aria-selected={index === active} className={styles.option} onMouseDown={(event) => event.preventDefault()} onClick={() => add(watched)} onMouseEnter={() => setAt(index)}>
              <span>{title}</span>
              <span className={styles.optionHint}>{hint}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
